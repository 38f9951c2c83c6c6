package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** docs.slack.dev/reference/block-kit/block-elements: each kind of element, and where it may be. */
final class ElementLaws {
  /** The blocks that hold elements. */
  enum Holder {
    ACTIONS,
    INPUT,
    SECTION
  }

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int LONGEST_INPUT = 3_000;

  private final Findings findings;
  private final TextLaws texts;
  private final OptionLaws options;

  ElementLaws(Findings findings) {
    this.findings = findings;
    this.texts = new TextLaws(findings);
    this.options = new OptionLaws(findings);
  }

  void element(JsonObject element, Holder holder) {
    switch (findings.word(element, "type")) {
      case "button" -> button(element, holder);
      case "plain_text_input" -> input(element, holder);
      case "static_select" -> select(element, "initial_option");
      case "multi_static_select" -> multiSelect(element, holder);
      case "external_select" -> external(element);
      case "radio_buttons" -> choice(element, "initial_option");
      case "checkboxes" -> choice(element, "initial_options");
      case "datepicker" -> date(element);
      default ->
          findings.check(
              Law.UNKNOWN_ELEMENT, false, "an element " + findings.word(element, "type"));
    }
  }

  private void button(JsonObject button, Holder holder) {
    notIn(Holder.INPUT, holder);
    known(button, "text", "url", "value", "style", "accessibility_label");
    texts.text(button, "text", TextLaws.PLAIN, Law.BUTTON_TEXT, 75);
    findings.optionalText(button, "url", Law.BUTTON_URL, 1, 3_000);
    findings.optionalText(button, "value", Law.BUTTON_VALUE, 1, 2_000);
    findings.optionalText(button, "accessibility_label", Law.BUTTON_TEXT, 1, 75);
    texts.style(button);
  }

  private void input(JsonObject input, Holder holder) {
    notIn(Holder.ACTIONS, holder);
    notIn(Holder.SECTION, holder);
    known(
        input,
        "initial_value",
        "multiline",
        "min_length",
        "max_length",
        "focus_on_load",
        "placeholder");
    findings.flag(input, "multiline");
    findings.flag(input, "focus_on_load");
    texts.placeholder(input);
    int least = findings.number(input, "min_length", Law.INPUT_LENGTHS, 0, LONGEST_INPUT, 0);
    int most =
        findings.number(input, "max_length", Law.INPUT_LENGTHS, 1, LONGEST_INPUT, LONGEST_INPUT);
    findings.check(Law.INPUT_LENGTHS, least <= most, "min_length above max_length");
    findings.optionalText(input, "initial_value", Law.INITIAL_VALUE, 0, most);
  }

  private void select(JsonObject select, String initial) {
    known(select, "options", "option_groups", initial, "focus_on_load", "placeholder");
    findings.flag(select, "focus_on_load");
    texts.placeholder(select);
    options.initial(select, options.ofSelect(select));
  }

  private void multiSelect(JsonObject select, Holder holder) {
    notIn(Holder.ACTIONS, holder);
    known(
        select,
        "options",
        "option_groups",
        "initial_options",
        "max_selected_items",
        "focus_on_load",
        "placeholder");
    findings.flag(select, "focus_on_load");
    texts.placeholder(select);
    findings.number(select, "max_selected_items", Law.MAX_SELECTED, 1, Integer.MAX_VALUE, 1);
    options.initial(select, options.ofSelect(select));
  }

  private void external(JsonObject select) {
    known(select, "min_query_length", "focus_on_load", "placeholder");
    findings.number(select, "min_query_length", Law.INPUT_LENGTHS, 0, LONGEST_INPUT, 3);
    findings.flag(select, "focus_on_load");
    texts.placeholder(select);
  }

  private void choice(JsonObject choice, String initial) {
    known(choice, "options", initial, "focus_on_load");
    findings.flag(choice, "focus_on_load");
    options.initial(choice, options.ofChoice(choice));
  }

  private void date(JsonObject picker) {
    known(picker, "initial_date", "focus_on_load", "placeholder");
    findings.flag(picker, "focus_on_load");
    texts.placeholder(picker);
    if (picker.has("initial_date")) {
      String date = findings.word(picker, "initial_date");
      findings.check(Law.DATE, DATE.matcher(date).matches(), date);
    }
  }

  private void known(JsonObject element, String... ofItsOwn) {
    Set<String> known = new HashSet<>(Set.of("type", "action_id", "confirm"));
    known.addAll(Set.of(ofItsOwn));
    findings.onlyKnown(element, known);
    texts.confirmation(element);
    if (element.has("action_id") || findings.word(element, "type").equals("button")) {
      findings.once(
          Law.ACTION_ID_TWICE, findings.text(element, "action_id", Law.ACTION_ID_LENGTH, 1, 255));
    }
  }

  private void notIn(Holder forbidden, Holder holder) {
    findings.check(
        Law.ELEMENT_NOT_HERE, holder != forbidden, "an element that no " + holder + " block holds");
  }
}
