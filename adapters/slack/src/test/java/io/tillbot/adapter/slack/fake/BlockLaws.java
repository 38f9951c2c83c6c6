package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.ElementLaws.Holder;
import java.util.List;
import java.util.Set;

/** docs.slack.dev/reference/block-kit/blocks: each kind of block. */
final class BlockLaws {
  private final Findings findings;
  private final TextLaws texts;
  private final ElementLaws elements;

  BlockLaws(Findings findings) {
    this.findings = findings;
    this.texts = new TextLaws(findings);
    this.elements = new ElementLaws(findings);
  }

  List<JsonObject> blocks(JsonObject surface, Law law, int fewest, int most) {
    List<JsonObject> blocks = findings.objects(surface, "blocks", law, fewest, most);
    blocks.forEach(this::block);
    return blocks;
  }

  private void block(JsonObject block) {
    if (block.has("block_id")) {
      findings.once(
          Law.BLOCK_ID_TWICE, findings.text(block, "block_id", Law.BLOCK_ID_LENGTH, 1, 255));
    }
    switch (findings.word(block, "type")) {
      case "header" -> {
        known(block, "text");
        texts.text(block, "text", TextLaws.PLAIN, Law.HEADER_TEXT, 150);
      }
      case "section" -> section(block);
      case "context" -> {
        known(block, "elements");
        findings
            .objects(block, "elements", Law.CONTEXT_ELEMENTS, 1, 10)
            .forEach(each -> texts.text(each, TextLaws.ANY, Law.CONTEXT_TEXT, 3_000));
      }
      case "actions" -> {
        known(block, "elements");
        findings
            .objects(block, "elements", Law.ACTIONS_ELEMENTS, 1, 25)
            .forEach(each -> elements.element(each, Holder.ACTIONS));
      }
      case "input" -> input(block);
      case "divider" -> known(block);
      default ->
          findings.check(Law.UNKNOWN_BLOCK, false, "a block " + findings.word(block, "type"));
    }
  }

  private void section(JsonObject section) {
    known(section, "text", "fields", "accessory", "expand");
    findings.flag(section, "expand");
    findings.check(
        Law.SECTION_EMPTY,
        section.has("text") || section.has("fields"),
        "a section without text and fields");
    if (section.has("text")) {
      texts.text(section, "text", TextLaws.ANY, Law.SECTION_TEXT, 3_000);
    }
    if (section.has("fields")) {
      findings
          .objects(section, "fields", Law.SECTION_FIELDS, 1, 10)
          .forEach(each -> texts.text(each, TextLaws.ANY, Law.FIELD_TEXT, 2_000));
    }
    if (section.has("accessory")) {
      elements.element(findings.child(section, "accessory"), Holder.SECTION);
    }
  }

  private void input(JsonObject input) {
    known(input, "label", "element", "hint", "optional", "dispatch_action");
    findings.flag(input, "optional");
    findings.flag(input, "dispatch_action");
    texts.text(input, "label", TextLaws.PLAIN, Law.INPUT_LABEL, 2_000);
    if (input.has("hint")) {
      texts.text(input, "hint", TextLaws.PLAIN, Law.INPUT_HINT, 2_000);
    }
    elements.element(findings.child(input, "element"), Holder.INPUT);
  }

  private void known(JsonObject block, String... ofItsOwn) {
    Set<String> known = new java.util.HashSet<>(Set.of("type", "block_id"));
    known.addAll(Set.of(ofItsOwn));
    findings.onlyKnown(block, known);
  }
}
