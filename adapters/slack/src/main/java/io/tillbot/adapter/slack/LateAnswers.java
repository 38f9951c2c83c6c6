package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillbot.adapter.slack.Message.Placing;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages to the address that came with a command or a press. An answer that is lost leaves
 * a person who does not know what became of a payment, so one more attempt is made; a message that
 * comes twice does no harm.
 */
final class LateAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);
  private static final int ATTEMPTS = 2;

  private final SlackWeb web;

  LateAnswers(SlackWeb web) {
    this.web = web;
  }

  /**
   * Sends the message; what goes wrong is logged, without the address.
   *
   * @return whether Slack took it
   */
  boolean send(AnswerAddress address, Message message, Placing placing) {
    return send(address, message.json(placing));
  }

  /** The same of a message that is written already. */
  boolean send(AnswerAddress address, String message) {
    byte[] json = message.getBytes(UTF_8);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      String trouble = attempt(address, json);
      if (trouble.isEmpty()) {
        return true;
      }
      LOG.warn("an answer did not reach Slack (attempt {} of {}): {}", attempt, ATTEMPTS, trouble);
    }
    return false;
  }

  /** What went wrong, or nothing. */
  private String attempt(AnswerAddress address, byte[] json) {
    try {
      int status = web.post(address.uri(), "application/json; charset=utf-8", json);
      return status / 100 == 2 ? "" : "status " + status;
    } catch (IOException failure) {
      return failure.getClass().getSimpleName();
    }
  }
}
