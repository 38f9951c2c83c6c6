package io.tillbot.adapter.slack;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an answer goes first; {@link LateAnswers} knows what follows where that is closed. */
sealed interface AnswerAddress {

  /**
   * A {@code response_url}: whoever has it can speak to the person for half an hour, five times. It
   * prints as {@code ***}.
   *
   * @param thread the first message of the thread in which the button was pressed, if in one
   */
  record ResponseUrl(URI uri, Optional<String> thread) implements AnswerAddress {
    /** The same, of a button in that thread. */
    ResponseUrl in(@Nullable String other) {
      return new ResponseUrl(uri, Optional.ofNullable(other));
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /**
   * A channel, for the eyes of one person alone.
   *
   * @param thread the first message of the thread, where it was asked in one
   */
  record InChannel(String channel, Optional<String> thread) implements AnswerAddress {}

  /**
   * An open form, or what took its place: the person alone sees it, until they close it.
   *
   * @param id the view's
   * @param hash tells whether it has changed since; empty where it was opened just now
   * @param memo what the next view has to know
   */
  record InView(String id, Optional<String> hash, FormMemo memo) implements AnswerAddress {}

  /** The person's own conversation with the app. */
  record Direct() implements AnswerAddress {}

  /** The address that Slack gave, when it is one of Slack's. */
  static Optional<ResponseUrl> of(String given, SlackHosts hosts) {
    try {
      return Optional.of(URI.create(given))
          .filter(hosts::answersAt)
          .map(uri -> new ResponseUrl(uri, Optional.empty()));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The same where there has to be one.
   *
   * @throws IllegalArgumentException when it is not one of Slack's; the message does not hold it
   */
  static ResponseUrl require(String given, SlackHosts hosts) {
    return of(given, hosts)
        .orElseThrow(() -> new IllegalArgumentException("an answer's address is not Slack's"));
  }
}
