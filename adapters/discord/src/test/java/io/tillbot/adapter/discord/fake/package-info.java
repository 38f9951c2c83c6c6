/**
 * Discord for tests, on loopback: its REST interface and its gateway, as strict as the real ones
 * wherever the adapter could go wrong. {@code docs/fakes.md} lists its rules with their sources.
 */
@NullMarked
package io.tillbot.adapter.discord.fake;

import org.jspecify.annotations.NullMarked;
