package io.tillbot.adapter.slack;

import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shows a table in one of three ways: in letters of one width where it is narrow enough, as two
 * columns of fields where it has two, else row by row with the columns' titles.
 */
final class TableBlocks {
  /** What a Slack window on a desk shows without breaking the line, about. */
  private static final int WIDEST = 64;

  private static final String GAP = "  ";

  private final Written written;
  private final Blocks blocks;

  TableBlocks(Written written, Blocks blocks) {
    this.written = written;
    this.blocks = blocks;
  }

  void put(Table table) {
    if (table.rows().isEmpty()) {
      return;
    }
    List<String> header = words(table.header());
    List<List<String>> rows = table.rows().stream().map(row -> words(row.cells())).toList();
    int[] widths = widths(header, rows);
    boolean isMarked = table.rows().stream().anyMatch(row -> row.tone() != Tone.NEUTRAL);
    if (IntStream.of(widths).sum() + GAP.length() * widths.length <= WIDEST) {
      code(table, header, rows, widths, isMarked);
    } else if (header.size() == 2 && !isMarked) {
      blocks.columns(rows.stream().map(row -> new Blocks.Pair(row.get(0), row.get(1))).toList());
    } else {
      for (int i = 0; i < rows.size(); i++) {
        blocks.paragraph(row(sign(table.rows().get(i).tone()), header, rows.get(i)));
      }
    }
  }

  private void code(
      Table table, List<String> header, List<List<String>> rows, int[] widths, boolean isMarked) {
    List<String> lines = new ArrayList<>();
    Table.Row first = table.rows().getFirst();
    lines.add((isMarked ? "  " : "") + line(header, first, widths));
    for (int i = 0; i < rows.size(); i++) {
      Table.Row row = table.rows().get(i);
      String mark = isMarked ? (sign(row.tone()) + " ").substring(0, 1) + " " : "";
      lines.add(mark + line(rows.get(i), row, widths));
    }
    blocks.code(lines);
  }

  private static String line(List<String> cells, Table.Row like, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(Math.max(0, widths[i] - width(cells.get(i))));
      boolean isRight =
          switch (like.cells().get(i)) {
            case Value.Amount _, Value.Count _ -> true;
            case Value.Data _,
                Value.Line _,
                Value.Day _,
                Value.Moment _,
                io.tillbot.core.reply.Text _ ->
                false;
          };
      line.append(i == 0 ? "" : GAP)
          .append(isRight ? blanks + cells.get(i) : cells.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static String row(String sign, List<String> header, List<String> cells) {
    String rest =
        IntStream.range(1, cells.size())
            .filter(i -> !cells.get(i).isEmpty())
            .mapToObj(i -> header.get(i) + ": " + cells.get(i))
            .collect(Collectors.joining(" · "));
    return (sign.isEmpty() ? "" : sign + " ") + cells.getFirst() + "\n" + rest;
  }

  /** A mark beside the words that say the same. */
  static String sign(Tone tone) {
    return switch (tone) {
      case NEUTRAL -> "";
      case GOOD -> "✓";
      case WARNING -> "!";
      case BAD -> "✗";
    };
  }

  private static int[] widths(List<String> header, List<List<String>> rows) {
    return IntStream.range(0, header.size())
        .map(
            i ->
                Math.max(
                    width(header.get(i)),
                    rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0)))
        .toArray();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private List<String> words(List<? extends Value> values) {
    return values.stream().map(written::of).toList();
  }
}
