/** The additional contacts of a client. */
@NullMarked
package io.tillbot.core.contact;

import org.jspecify.annotations.NullMarked;
