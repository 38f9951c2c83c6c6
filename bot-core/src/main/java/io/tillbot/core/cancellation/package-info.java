/** Cancelling servers and subscriptions, taking it back, and the list of what is cancelled. */
@NullMarked
package io.tillbot.core.cancellation;

import org.jspecify.annotations.NullMarked;
