package io.tillbot.adapter.slack;

import io.tillbot.core.reply.Text;
import java.io.IOException;
import java.util.Set;

/** A file did not get there, and why. */
final class NotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Text why;
  private final String code;

  /**
   * @param code what Slack says; empty where it is not Slack that refused
   */
  NotSentException(Text why, String code) {
    super("not sent", null);
    this.why = why;
    this.code = code;
  }

  /** As a sentence for a person. */
  Text why() {
    return why;
  }

  /** Whether Slack gave one of these reasons. */
  boolean isOneOf(Set<String> codes) {
    return codes.contains(code);
  }
}
