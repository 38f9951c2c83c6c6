/** An adapter that others know. */
@NullMarked
package io.tillbot.app.arch.example.adapter.two;

import org.jspecify.annotations.NullMarked;
