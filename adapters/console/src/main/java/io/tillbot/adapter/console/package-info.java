/**
 * The terminal: a prompt, one command at a time, cards and JSON.
 *
 * <p>Whatever the core hands over, no control character but the line break and the colour codes of
 * this package reaches the terminal.
 */
@NullMarked
package io.tillbot.adapter.console;

import org.jspecify.annotations.NullMarked;
