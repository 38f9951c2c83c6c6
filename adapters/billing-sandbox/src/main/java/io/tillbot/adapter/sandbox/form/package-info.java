/** Reading form-encoded requests the way PHP does. */
@NullMarked
package io.tillbot.adapter.sandbox.form;

import org.jspecify.annotations.NullMarked;
