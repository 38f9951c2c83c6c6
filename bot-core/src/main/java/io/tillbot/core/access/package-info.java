/**
 * Who calls and with what: callers, places, accounts, credentials and the vault that keeps them;
 * tickets for what waits to be used.
 */
@NullMarked
package io.tillbot.core.access;

import org.jspecify.annotations.NullMarked;
