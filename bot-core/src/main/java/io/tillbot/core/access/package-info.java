/** Who calls and with what: callers, places, credentials and the vault that keeps them. */
@NullMarked
package io.tillbot.core.access;

import org.jspecify.annotations.NullMarked;
