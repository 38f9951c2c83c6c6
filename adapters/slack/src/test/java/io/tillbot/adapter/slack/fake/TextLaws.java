package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.Set;

/** docs.slack.dev/reference/block-kit/composition-objects: texts and questions before a press. */
final class TextLaws {
  static final Set<String> PLAIN = Set.of("plain_text");
  static final Set<String> ANY = Set.of("plain_text", "mrkdwn");

  private final Findings findings;

  TextLaws(Findings findings) {
    this.findings = findings;
  }

  /** The text object of that name. */
  String text(JsonObject parent, String name, Set<String> types, Law law, int longest) {
    return text(findings.child(parent, name), types, law, longest);
  }

  String text(JsonObject text, Set<String> types, Law law, int longest) {
    String type = findings.word(text, "type");
    findings.check(Law.TEXT_TYPE, types.contains(type), "a text of type " + type);
    findings.onlyKnown(text, Set.of("type", "text", type.equals("mrkdwn") ? "verbatim" : "emoji"));
    findings.flag(text, "verbatim");
    findings.flag(text, "emoji");
    return findings.text(text, "text", law, 1, longest);
  }

  void placeholder(JsonObject element) {
    if (element.has("placeholder")) {
      text(element, "placeholder", PLAIN, Law.PLACEHOLDER, 150);
    }
  }

  /** …/composition-objects/confirmation-dialog-object */
  void confirmation(JsonObject element) {
    if (!element.has("confirm")) {
      return;
    }
    JsonObject confirm = findings.child(element, "confirm");
    findings.onlyKnown(confirm, Set.of("title", "text", "confirm", "deny", "style"));
    text(confirm, "title", PLAIN, Law.CONFIRM_TITLE, 100);
    text(confirm, "text", PLAIN, Law.CONFIRM_TEXT, 300);
    text(confirm, "confirm", PLAIN, Law.CONFIRM_BUTTON, 30);
    text(confirm, "deny", PLAIN, Law.CONFIRM_BUTTON, 30);
    style(confirm);
  }

  void style(JsonObject object) {
    if (object.has("style")) {
      String style = findings.word(object, "style");
      findings.check(Law.BUTTON_STYLE, Set.of("primary", "danger").contains(style), style);
    }
  }
}
