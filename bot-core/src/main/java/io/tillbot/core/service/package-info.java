/**
 * Accounts that a workspace owns, for what the bot looks up by itself; the only place that opens
 * them.
 */
@NullMarked
package io.tillbot.core.service;

import org.jspecify.annotations.NullMarked;
