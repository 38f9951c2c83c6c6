/** The terminal: REPL, one-shot, plain and JSON renderers. */
@NullMarked
package io.tillbot.adapter.console;

import org.jspecify.annotations.NullMarked;
