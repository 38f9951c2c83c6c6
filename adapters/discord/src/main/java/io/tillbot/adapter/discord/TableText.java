package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page of a table as Discord can show one: columns in a block of code where they fit a window
 * whole, else a line for each row, with its days and amounts named. At most 2,700 characters.
 */
final class TableText {
  private static final int WIDEST_LINE = 56;
  private static final int LONGEST_ROW = 260;
  private static final int LONGEST_CELL = 110;
  private static final int LONGEST_NAME = 30;
  private static final String GAP = "  ";
  private static final String MORE = " …";

  private final Written written;

  TableText(Written written) {
    this.written = written;
  }

  String of(TablePage page) {
    List<Column> columns =
        IntStream.range(0, page.table().header().size()).mapToObj(i -> column(page, i)).toList();
    int gaps = GAP.length() * (columns.size() - 1);
    return columns.stream().mapToInt(Column::width).sum() + gaps <= WIDEST_LINE
        ? asColumns(page, columns)
        : asLines(page);
  }

  /** A column, as wide as its widest cell; figures are set to the right. */
  private record Column(boolean hasFigures, int width) {
    private String pad(String text) {
      String blanks = " ".repeat(width - codePoints(text));
      return hasFigures ? blanks + text : text + blanks;
    }
  }

  private Column column(TablePage page, int index) {
    List<Value> cells = new ArrayList<>();
    cells.add(page.table().header().get(index));
    page.rows().forEach(row -> cells.add(row.cells().get(index)));
    return new Column(
        cells.stream().anyMatch(TableText::isFigure),
        cells.stream().mapToInt(cell -> codePoints(written.of(cell))).max().orElse(0));
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isFigure(Value value) {
    return value instanceof Value.Amount || value instanceof Value.Count;
  }

  private String asColumns(TablePage page, List<Column> columns) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + line(List.copyOf(page.table().header()), columns));
    page.rows().forEach(row -> lines.add(sign(row.tone()) + " " + line(row.cells(), columns)));
    return lines.stream()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "```\n", "\n```"));
  }

  private static String sign(Tone tone) {
    return switch (tone) {
      case NEUTRAL, GOOD -> " ";
      case WARNING, BAD -> "!";
    };
  }

  private String line(List<Value> cells, List<Column> columns) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> columns.get(i).pad(Markdown.inCode(written.of(cells.get(i)))))
        .collect(Collectors.joining(GAP));
  }

  private String asLines(TablePage page) {
    return page.rows().stream()
        .map(row -> line(row, page.table().header()))
        .collect(Collectors.joining("\n"));
  }

  private String line(Table.Row row, List<Text> header) {
    StringBuilder line = new StringBuilder(mark(row.tone()));
    line.append("**").append(cell(row.cells().getFirst())).append("**");
    for (int i = 1; i < row.cells().size(); i++) {
      Value cell = row.cells().get(i);
      String next =
          written.of(cell).isEmpty() ? "" : " · " + name(cell, header.get(i)) + cell(cell);
      if (line.length() + next.length() > LONGEST_ROW) {
        return line.append(MORE).toString();
      }
      line.append(next);
    }
    return line.toString();
  }

  private static String mark(Tone tone) {
    return switch (tone) {
      case NEUTRAL, GOOD -> "";
      case WARNING, BAD -> "\u2757 ";
    };
  }

  /** Words speak for themselves; of two amounts or days nobody knows which is which. */
  private String name(Value cell, Text name) {
    boolean isWords = cell instanceof Value.Data || cell instanceof Text;
    return isWords ? "" : Markdown.escaped(written.something(name), LONGEST_NAME) + " ";
  }

  private String cell(Value cell) {
    return Markdown.escaped(written.something(cell), LONGEST_CELL);
  }
}
