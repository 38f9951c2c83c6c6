/** The money that came and went. */
@NullMarked
package io.tillbot.core.transaction;

import org.jspecify.annotations.NullMarked;
