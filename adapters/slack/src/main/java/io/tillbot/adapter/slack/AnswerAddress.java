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

  /**
   * The same where there has to be one.
   *
   * @throws IllegalArgumentException when it is not one of Slack's; the message does not hold it
   */
  static AnswerAddress require(String given, SlackHosts hosts) {
    return of(given, hosts)
        .orElseThrow(() -> new IllegalArgumentException("an answer's address is not Slack's"));
  }

  @Override
  public String toString() {
    return "***";
  }
}
