/** A good example: the command line may print. */
@NullMarked
package io.tillbot.app.arch.example.app.cli;

import org.jspecify.annotations.NullMarked;
