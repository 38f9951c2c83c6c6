/**
 * The whole program in Slack: journeys of people, what becomes of them when the wire breaks, and
 * how much it bears. Slack, the billing API and time are stand-ins; everything else is real.
 */
@NullMarked
package io.tillbot.app.slack;

import org.jspecify.annotations.NullMarked;
