/** The caller's links to billing accounts, and which of them is in use. */
@NullMarked
package io.tillbot.core.account;

import org.jspecify.annotations.NullMarked;
