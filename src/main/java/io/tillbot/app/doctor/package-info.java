/** Looks at a set-up from outside, part by part, and says what is wrong and how to mend it. */
@NullMarked
package io.tillbot.app.doctor;

import org.jspecify.annotations.NullMarked;
