/** Each method of the billing API as a person at the terminal meets it, however it ends. */
@NullMarked
package io.tillbot.app.methods;

import org.jspecify.annotations.NullMarked;
