/** Bad examples of an adapter. */
@NullMarked
package io.tillbot.app.arch.example.adapter.one;

import org.jspecify.annotations.NullMarked;
