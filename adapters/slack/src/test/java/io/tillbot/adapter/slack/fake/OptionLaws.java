package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * docs.slack.dev/reference/block-kit/composition-objects/option-object and …/option-group-object
 */
final class OptionLaws {
  private static final int OF_A_SELECT = 100;
  private static final int OF_A_CHOICE = 10;

  private final Findings findings;
  private final TextLaws texts;

  OptionLaws(Findings findings) {
    this.findings = findings;
    this.texts = new TextLaws(findings);
  }

  /** Options or groups of them, one of the two. */
  List<JsonObject> ofSelect(JsonObject element) {
    boolean isGrouped = element.has("option_groups");
    findings.check(
        Law.OPTIONS_OR_GROUPS,
        isGrouped != element.has("options"),
        "options and option_groups: one of the two");
    return isGrouped ? groups(element) : options(element, Law.SELECT_OPTIONS, OF_A_SELECT);
  }

  /** Options that are all to be seen. */
  List<JsonObject> ofChoice(JsonObject element) {
    return options(element, Law.CHOICE_OPTIONS, OF_A_CHOICE);
  }

  private List<JsonObject> groups(JsonObject element) {
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject group :
        findings.objects(element, "option_groups", Law.OPTION_GROUPS, 1, OF_A_SELECT)) {
      findings.onlyKnown(group, Set.of("label", "options"));
      texts.text(group, "label", TextLaws.PLAIN, Law.OPTION_GROUP_LABEL, 75);
      all.addAll(options(group, Law.SELECT_OPTIONS, OF_A_SELECT));
    }
    return all;
  }

  private List<JsonObject> options(JsonObject parent, Law law, int most) {
    List<JsonObject> options = findings.objects(parent, "options", law, 1, most);
    Set<String> types = law == Law.CHOICE_OPTIONS ? TextLaws.ANY : TextLaws.PLAIN;
    options.forEach(option -> option(option, types));
    return options;
  }

  void option(JsonObject option, Set<String> types) {
    findings.onlyKnown(option, Set.of("text", "value", "description"));
    texts.text(option, "text", types, Law.OPTION_TEXT, 75);
    findings.text(option, "value", Law.OPTION_VALUE, 1, 150);
    if (option.has("description")) {
      texts.text(option, "description", types, Law.OPTION_DESCRIPTION, 75);
    }
  }

  /** What is chosen from the start is one of the options. */
  void initial(JsonObject element, List<JsonObject> options) {
    if (element.has("initial_option")) {
      among(findings.child(element, "initial_option"), options);
    }
    if (element.has("initial_options")) {
      findings
          .objects(element, "initial_options", Law.INITIAL_OPTION, 1, OF_A_SELECT)
          .forEach(option -> among(option, options));
    }
  }

  private void among(JsonObject option, List<JsonObject> options) {
    findings.check(Law.INITIAL_OPTION, options.contains(option), "not among the options");
  }
}
