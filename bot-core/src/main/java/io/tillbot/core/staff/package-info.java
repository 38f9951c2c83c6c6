/** What staff look up: {@code /billing-admin}. */
@NullMarked
package io.tillbot.core.staff;

import org.jspecify.annotations.NullMarked;
