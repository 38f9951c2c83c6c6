package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Slack demands of a view: docs.slack.dev/reference/views. */
public final class ViewLaws {
  private static final Set<String> OF_EVERY_VIEW =
      Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");
  private static final Set<String> OF_A_MODAL =
      Set.of("title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled");
  private static final int LONGEST_TITLE = 24;

  private ViewLaws() {}

  /** What is wrong with the view; empty when Slack would show it. */
  public static List<String> problems(JsonObject view) {
    return findings(view).texts();
  }

  /** The same, by the laws. */
  static Findings findings(JsonObject view) {
    Findings findings = new Findings();
    String type = findings.word(view, "type");
    Set<String> known = new HashSet<>(OF_EVERY_VIEW);
    switch (type) {
      case "modal" -> {
        known.addAll(OF_A_MODAL);
        modal(view, findings);
      }
      case "home" -> {
        // Nothing of its own.
      }
      default -> findings.check(Law.VIEW_TYPE, false, "type " + type);
    }
    findings.onlyKnown(view, known);
    findings.optionalText(view, "private_metadata", Law.VIEW_METADATA, 0, 3_000);
    findings.optionalText(view, "callback_id", Law.VIEW_CALLBACK_ID, 0, 255);
    findings.optionalText(view, "external_id", Law.VIEW_EXTERNAL_ID, 0, 255);
    List<JsonObject> blocks = new BlockLaws(findings).blocks(view, Law.VIEW_BLOCKS, 1, 100);
    findings.check(
        Law.VIEW_WITHOUT_SUBMIT,
        !type.equals("modal") || view.has("submit") || blocks.stream().noneMatch(ViewLaws::asks),
        "asks for something without submit");
    return findings;
  }

  private static void modal(JsonObject view, Findings findings) {
    TextLaws texts = new TextLaws(findings);
    texts.text(view, "title", TextLaws.PLAIN, Law.VIEW_TITLE, LONGEST_TITLE);
    if (view.has("submit")) {
      texts.text(view, "submit", TextLaws.PLAIN, Law.VIEW_SUBMIT, LONGEST_TITLE);
    }
    if (view.has("close")) {
      texts.text(view, "close", TextLaws.PLAIN, Law.VIEW_CLOSE, LONGEST_TITLE);
    }
    findings.flag(view, "clear_on_close");
    findings.flag(view, "notify_on_close");
    findings.flag(view, "submit_disabled");
  }

  private static boolean asks(JsonObject block) {
    return block.has("type") && block.get("type").getAsString().equals("input");
  }
}
