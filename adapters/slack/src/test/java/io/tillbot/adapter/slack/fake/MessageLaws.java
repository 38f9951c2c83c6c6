package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * What Slack demands of a message. Stricter than Slack where it is silent: what is not known is
 * refused, so that a slip shows.
 */
public final class MessageLaws {
  private static final Set<String> OF_A_MESSAGE =
      Set.of("response_type", "text", "blocks", "replace_original", "delete_original");

  private MessageLaws() {}

  /** What is wrong with the message; empty when Slack would show it. */
  public static List<String> problems(JsonObject message) {
    return findings(message).texts();
  }

  /** The same, by the laws. */
  static Findings findings(JsonObject message) {
    Findings findings = new Findings();
    findings.onlyKnown(message, OF_A_MESSAGE);
    findings.flag(message, "replace_original");
    findings.flag(message, "delete_original");
    if (isTrue(message, "delete_original")) {
      return findings;
    }
    // Slack takes blocks alone; but then a notification says nothing.
    findings.text(message, "text", Law.MESSAGE_TEXT, 1, 40_000);
    if (message.has("response_type")) {
      String type = findings.word(message, "response_type");
      findings.check(
          Law.RESPONSE_TYPE, Set.of("ephemeral", "in_channel").contains(type), "type " + type);
    }
    if (message.has("blocks")) {
      new BlockLaws(findings).blocks(message, Law.MESSAGE_BLOCKS, 1, 50);
    }
    return findings;
  }

  static boolean isTrue(JsonObject message, String flag) {
    return message.has(flag) && message.get(flag).getAsString().equals("true");
  }
}
