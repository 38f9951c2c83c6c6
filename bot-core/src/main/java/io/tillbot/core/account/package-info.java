/** The caller's link to a billing account. */
@NullMarked
package io.tillbot.core.account;

import org.jspecify.annotations.NullMarked;
