/**
 * Discord, by JDA: the catalogue registered as slash commands, interactions as invocations, cards
 * as embeds with buttons.
 *
 * <p>Every answer is ephemeral: its caller alone sees it. Whatever the core hands over, a message
 * stays within Discord's limits and mentions nobody.
 */
@NullMarked
package io.tillbot.adapter.discord;

import org.jspecify.annotations.NullMarked;
