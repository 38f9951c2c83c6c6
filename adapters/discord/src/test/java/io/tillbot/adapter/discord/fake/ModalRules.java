package io.tillbot.adapter.discord.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a modal, and the completion of an option, may be. */
final class ModalRules {
  private static final int ACTION_ROW = 1;
  private static final int TEXT_INPUT = 4;
  private static final int TEXT_DISPLAY = 10;
  private static final int LABEL = 18;

  private ModalRules() {}

  /**
   * {@code …/interactions/receiving-and-responding#interaction-response-object-modal}.
   *
   * @throws Refusal as Discord would
   */
  static void checkModal(Map<String, Object> data) {
    List<String> problems = new ArrayList<>();
    Node modal = Node.root(data, problems);
    modal.get("custom_id").text(1, 100);
    modal.get("title").text(1, 45);
    Set<String> ids = new HashSet<>();
    int asked = 0;
    for (Node part : modal.get("components").items(1, 5)) {
      long type = part.get("type").number(ACTION_ROW, LABEL);
      if (type == LABEL) {
        part.get("label").text(1, 45);
        part.get("description").optionalText(0, 100);
        input(part.get("component"), ids);
        asked++;
      } else if (type == ACTION_ROW) {
        part.get("components").items(1, 1).forEach(input -> input(input, ids));
        asked++;
      } else if (type == TEXT_DISPLAY) {
        part.get("content").text(1, 4_000);
      } else {
        part.bad("must be a label, a row or a text");
      }
    }
    modal.get("components").check(asked > 0, "must ask for something");
    refuse(problems);
  }

  /** {@code …/components/reference#text-input}. */
  private static void input(Node input, Set<String> ids) {
    input.get("type").number(TEXT_INPUT, TEXT_INPUT);
    input.check(ids.add(input.get("custom_id").text(1, 100)), "has a custom_id that is used twice");
    input.get("style").number(1, 2);
    long least = input.get("min_length").isThere() ? input.get("min_length").number(0, 4_000) : 0;
    long most =
        input.get("max_length").isThere() ? input.get("max_length").number(1, 4_000) : 4_000;
    input.check(least <= most, "has a min_length above its max_length");
    input.get("required").optionalFlag();
    input.get("value").optionalText(0, 4_000);
    input.get("placeholder").optionalText(0, 100);
  }

  /**
   * {@code …/receiving-and-responding#interaction-response-object-autocomplete}, for options that
   * are strings, as all of ours.
   *
   * @throws Refusal as Discord would
   */
  static void checkChoices(Map<String, Object> data) {
    List<String> problems = new ArrayList<>();
    Node completion = Node.root(data, problems);
    for (Node choice : completion.get("choices").items(0, 25)) {
      choice.get("name").text(1, 100);
      choice.get("value").text(1, 100);
    }
    refuse(problems);
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw Refusal.invalidForm(problems);
    }
  }
}
