package io.tillbot.adapter.slack;

import java.net.URI;
import java.util.Optional;

/**
 * A {@code response_url}: whoever has it can speak to the person for half an hour, five times. It
 * prints as {@code ***}.
 */
record AnswerAddress(URI uri) {

  /** The address that Slack gave, when it is one of Slack's. */
  static Optional<AnswerAddress> of(String given, SlackHosts hosts) {
    try {
      return Optional.of(URI.create(given)).filter(hosts::answersAt).map(AnswerAddress::new);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
