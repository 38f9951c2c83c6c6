/** One definition per command, and what is made of it: the text grammar, help, suggestions. */
@NullMarked
package io.tillbot.core.command;

import org.jspecify.annotations.NullMarked;
