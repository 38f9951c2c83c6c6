/** Bad and good examples of the application. */
@NullMarked
package io.tillbot.app.arch.example.app;

import org.jspecify.annotations.NullMarked;
