/** Bad examples of another feature. */
@NullMarked
package io.tillbot.app.arch.example.core.green;

import org.jspecify.annotations.NullMarked;
