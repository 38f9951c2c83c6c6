/**
 * Changes of the account: shown first, confirmed on what was shown, sent once, and believed only
 * when a fresh read proves them.
 */
@NullMarked
package io.tillbot.core.operation;

import org.jspecify.annotations.NullMarked;
