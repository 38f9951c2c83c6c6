package io.tillbot.adapter.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Collects the blocks of one message and keeps them within Slack's limits, whatever is put in. What
 * does not fit is left out of the middle and said; notes and buttons always stay. For one thread.
 */
final class Blocks {
  private static final int ACTIONS = 3;

  /** Beside the actions: a block of notes, and one that says what is missing. */
  private static final int CONTENT = Limits.BLOCKS - ACTIONS - 2;

  private static final int NOTE = 500;

  private final List<LayoutBlock> content = new ArrayList<>();
  private final List<ContextBlockElement> notes = new ArrayList<>();
  private final List<BlockElement> buttons = new ArrayList<>();
  private int written;
  private boolean isCut;

  /** A name and its value, side by side. */
  record Pair(String name, String value) {}

  void header(String text) {
    add(HeaderBlock.builder().text(Mrkdwn.plain(text, Limits.HEADER)).build(), text.length());
  }

  void paragraph(String text) {
    add(SectionBlock.builder().text(Mrkdwn.plain(text, Limits.SECTION)).build(), text.length());
  }

  /** Two columns: bold names, and values as they are. */
  void pairs(List<Pair> pairs) {
    columns(pairs, Mrkdwn::bold);
  }

  /** Two columns of words as they are. */
  void columns(List<Pair> rows) {
    columns(rows, first -> Mrkdwn.plain(first, Limits.FIELD));
  }

  private void columns(List<Pair> rows, Function<String, TextObject> first) {
    int inOne = Limits.FIELDS / 2;
    for (int from = 0; from < rows.size(); from += inOne) {
      List<TextObject> fields = new ArrayList<>();
      int size = 0;
      for (Pair row : rows.subList(from, Math.min(rows.size(), from + inOne))) {
        fields.add(first.apply(row.name()));
        fields.add(Mrkdwn.plain(row.value(), Limits.FIELD));
        size += row.name().length() + row.value().length();
      }
      add(SectionBlock.builder().fields(fields).build(), size);
    }
  }

  /**
   * Lines in letters of one width.
   *
   * @param lines not yet escaped
   */
  void code(List<String> lines) {
    StringBuilder code = new StringBuilder();
    for (String line : lines) {
      String escaped = Mrkdwn.escapeCode(Limits.cut(line, Limits.SECTION / Mrkdwn.GROWTH - 10));
      if (code.length() + escaped.length() + 8 > Limits.SECTION) {
        endCode(code);
      }
      code.append(escaped).append('\n');
    }
    endCode(code);
  }

  private void endCode(StringBuilder code) {
    if (!code.isEmpty()) {
      String markup = "```\n" + code + "```";
      add(SectionBlock.builder().text(Mrkdwn.markup(markup)).build(), markup.length());
      code.setLength(0);
    }
  }

  /** Small print below everything. */
  void note(String text) {
    notes.add(Mrkdwn.plain(text, NOTE));
  }

  void button(BlockElement button) {
    buttons.add(button);
  }

  private void add(LayoutBlock block, int size) {
    if (isCut || content.size() == CONTENT || written + size > Limits.MESSAGE) {
      isCut = true;
      return;
    }
    written += size;
    content.add(block);
  }

  /** Everything, with the note that stands where something is missing. */
  List<LayoutBlock> build(String whenCut) {
    List<LayoutBlock> blocks = new ArrayList<>(content);
    if (isCut) {
      PlainTextObject missing = Mrkdwn.plain(whenCut, NOTE);
      blocks.add(ContextBlock.builder().elements(List.of(missing)).build());
    }
    if (!notes.isEmpty()) {
      List<ContextBlockElement> last =
          notes.subList(Math.max(0, notes.size() - Limits.NOTES), notes.size());
      blocks.add(ContextBlock.builder().elements(List.copyOf(last)).build());
    }
    int shown = Math.min(buttons.size(), ACTIONS * Limits.BUTTONS);
    for (int from = 0; from < shown; from += Limits.BUTTONS) {
      List<BlockElement> row = buttons.subList(from, Math.min(shown, from + Limits.BUTTONS));
      blocks.add(ActionsBlock.builder().elements(List.copyOf(row)).build());
    }
    return blocks;
  }
}
