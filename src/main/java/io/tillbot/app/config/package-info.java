/** Configuration: read once, checked as a whole, every problem told together. */
@NullMarked
package io.tillbot.app.config;

import org.jspecify.annotations.NullMarked;
