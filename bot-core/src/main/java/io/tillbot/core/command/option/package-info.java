/**
 * The kinds of words that a command takes; each owns its parsing, its example and its error text.
 */
@NullMarked
package io.tillbot.core.command.option;

import org.jspecify.annotations.NullMarked;
