/** The command line: one class per command of {@code ./tillbot}. */
@NullMarked
package io.tillbot.app.cli;

import org.jspecify.annotations.NullMarked;
