/** Bad examples of a feature. */
@NullMarked
package io.tillbot.app.arch.example.core.red;

import org.jspecify.annotations.NullMarked;
