package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;

/**
 * Somebody who waits for an answer, and where it goes.
 *
 * @param place where they asked
 * @param address where it goes first
 */
record Recipient(Caller caller, Place place, AnswerAddress address) {
  Recipient at(AnswerAddress other) {
    return new Recipient(caller, place, other);
  }
}
