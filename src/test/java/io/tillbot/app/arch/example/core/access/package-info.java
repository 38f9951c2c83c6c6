/** Bad examples of another feature. */
@NullMarked
package io.tillbot.app.arch.example.core.access;

import org.jspecify.annotations.NullMarked;
