/**
 * Slack: Bolt over HTTP and by a socket. Slash commands and buttons come in, cards in Block Kit go
 * out; the app's manifest is made from the catalogue.
 *
 * <p>Everything that the core hands over stands in plain text objects, which Slack never reads as
 * markup, or is escaped for the few places that are markup.
 */
@NullMarked
package io.tillbot.adapter.slack;

import org.jspecify.annotations.NullMarked;
