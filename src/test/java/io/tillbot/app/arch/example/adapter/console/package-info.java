/** A good example of the terminal. */
@NullMarked
package io.tillbot.app.arch.example.adapter.console;

import org.jspecify.annotations.NullMarked;
