/**
 * Slack for tests, on loopback: its Web API, its addresses for late answers, its two ways of
 * delivering and what people see, as strict as the real one wherever the adapter could go wrong.
 * {@code docs/fakes.md} lists its rules with their sources.
 */
@NullMarked
package io.tillbot.adapter.slack.fake;

import org.jspecify.annotations.NullMarked;
