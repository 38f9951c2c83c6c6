package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillbot.adapter.slack.AnswerAddress.Direct;
import io.tillbot.adapter.slack.AnswerAddress.InChannel;
import io.tillbot.adapter.slack.AnswerAddress.InView;
import io.tillbot.adapter.slack.AnswerAddress.ResponseUrl;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.core.access.Caller;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an answer to the person who waits for it: to where it was asked for, else into their own
 * conversation with the app, else a word in the channel that there is one. An answer that is lost
 * leaves somebody who does not know what became of a payment; a message that comes twice does no
 * harm.
 */
final class LateAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);
  private static final int ATTEMPTS = 2;

  private final SlackWeb web;
  private final WebAnswers calls;
  private final Modals modals;
  private final Remarks remarks;

  LateAnswers(SlackWeb web, WebAnswers calls, Modals modals, Remarks remarks) {
    this.web = web;
    this.calls = calls;
    this.modals = modals;
    this.remarks = remarks;
  }

  /** Where the person has the answer. */
  enum Told {
    /** Where it was asked for. */
    THERE,
    /** In their own conversation with the app. */
    DIRECTLY,
    /** Nowhere, but they know that there is one, and where to look. */
    OF_IT,
    /** Nowhere. */
    NOT
  }

  /** Sends the message; what goes wrong is logged, without an address. */
  Told send(Recipient to, Message message, Placing placing) {
    if (there(to, message, placing)) {
      return Told.THERE;
    }
    boolean isNewWay = !(to.address() instanceof Direct);
    if (isNewWay && isTaken("to the direct message", calls.direct(to.caller(), message))) {
      return Told.DIRECTLY;
    }
    String channel = to.place().id();
    Message ping = remarks.ping(to.caller());
    return !channel.isEmpty()
            && isTaken(
                "as a word that there is one",
                calls.ephemeral(to.caller(), channel, thread(to), ping))
        ? Told.OF_IT
        : Told.NOT;
  }

  private static Optional<String> thread(Recipient to) {
    return switch (to.address()) {
      case ResponseUrl(URI _, Optional<String> thread) -> thread;
      case InChannel(String _, Optional<String> thread) -> thread;
      case InView _, Direct _ -> Optional.empty();
    };
  }

  /**
   * Shows it where it was asked for, and nowhere else.
   *
   * @return whether Slack took it
   */
  boolean there(Recipient to, Message message, Placing placing) {
    return switch (to.address()) {
      case ResponseUrl(URI uri, Optional<String> _) -> post(uri, message.json(placing));
      case InChannel(String channel, Optional<String> thread) ->
          isTaken("in the channel", calls.ephemeral(to.caller(), channel, thread, message));
      case InView view -> update(to.caller(), view, message, placing);
      case Direct() -> isTaken("to the direct message", calls.direct(to.caller(), message));
    };
  }

  /**
   * Into the person's own conversation, beside where it was asked for, so that it is found again.
   */
  void keep(Caller caller, Message message) {
    isTaken("to the direct message as well", calls.direct(caller, message));
  }

  private boolean update(Caller caller, InView view, Message message, Placing placing) {
    boolean isForWhatItWas = placing == Placing.NEW;
    Optional<String> trouble =
        calls.update(
            caller,
            view.id(),
            isForWhatItWas ? view.hash() : Optional.empty(),
            modals.view(message, view.memo()));
    // It shows something newer already, which is not to be hidden by less.
    return trouble.equals(Optional.of(WebAnswers.CHANGED)) || isTaken("in its form", trouble);
  }

  private static boolean isTaken(String way, Optional<String> trouble) {
    trouble.ifPresent(why -> LOG.warn("an answer did not reach Slack {}: {}", way, why));
    return trouble.isEmpty();
  }

  /** Once more what was written already, and could not go with an acknowledgement. */
  boolean again(ResponseUrl address, String json) {
    return post(address.uri(), json);
  }

  private boolean post(URI address, String json) {
    byte[] body = json.getBytes(UTF_8);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Attempt made = attempt(address, body);
      if (made.trouble().isEmpty()) {
        return true;
      }
      LOG.warn(
          "an answer did not reach Slack (attempt {} of {}): {}",
          attempt,
          ATTEMPTS,
          made.trouble());
      if (made.isFinal()) {
        return false;
      }
    }
    return false;
  }

  /**
   * One attempt.
   *
   * @param trouble what went wrong, or nothing
   * @param isFinal whether it would go wrong again: the address has expired or was used up
   */
  private record Attempt(String trouble, boolean isFinal) {}

  private Attempt attempt(URI address, byte[] json) {
    try {
      int status = web.post(address, "application/json; charset=utf-8", json);
      return status / 100 == 2
          ? new Attempt("", true)
          : new Attempt("status " + status, status / 100 == 4);
    } catch (IOException failure) {
      return new Attempt(failure.getClass().getSimpleName(), false);
    }
  }
}
