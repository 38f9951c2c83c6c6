/** The rules between the parts, held against the compiled product and against bad examples. */
@NullMarked
package io.tillbot.app.arch;

import org.jspecify.annotations.NullMarked;
