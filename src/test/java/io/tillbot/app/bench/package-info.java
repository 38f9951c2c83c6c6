/** Programs that measure; no test depends on what they find. */
@NullMarked
package io.tillbot.app.bench;

import org.jspecify.annotations.NullMarked;
