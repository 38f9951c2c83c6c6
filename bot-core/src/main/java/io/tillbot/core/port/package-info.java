/** What the core needs from outside and belongs to no single feature. */
@NullMarked
package io.tillbot.core.port;

import org.jspecify.annotations.NullMarked;
