package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page of a table as Discord can show one: columns in a block of code where they are narrow
 * enough for a window, else a line for each row. At most 2,400 characters.
 */
final class TableText {
  private static final int WIDEST_LINE = 56;
  private static final int NARROWEST_WORDS = 12;
  private static final int LONGEST_ROW = 230;
  private static final int LONGEST_CELL = 110;
  private static final int LONGEST_NAME = 30;
  private static final String GAP = "  ";

  private final Written written;

  TableText(Written written) {
    this.written = written;
  }

  String of(TablePage page) {
    List<Column> columns =
        IntStream.range(0, page.table().header().size()).mapToObj(i -> column(page, i)).toList();
    return shrink(columns) ? asColumns(page, columns) : asLines(page);
  }

  private Column column(TablePage page, int index) {
    List<Value> cells = page.rows().stream().map(row -> row.cells().get(index)).toList();
    int widest =
        IntStream.concat(
                IntStream.of(width(written.of(page.table().header().get(index)))),
                cells.stream().mapToInt(cell -> width(written.of(cell))))
            .max()
            .orElse(0);
    boolean figures = cells.stream().anyMatch(TableText::isFigure);
    boolean words = cells.stream().allMatch(TableText::isWords);
    return new Column(figures, words ? Math.min(widest, NARROWEST_WORDS) : widest, widest);
  }

  private static boolean isFigure(Value value) {
    return value instanceof Value.Amount || value instanceof Value.Count;
  }

  private static boolean isWords(Value value) {
    return value instanceof Value.Data || value instanceof Text;
  }

  /** Takes from the widest column until all fit; false when they cannot. */
  private static boolean shrink(List<Column> columns) {
    for (int excess = lineOf(columns) - WIDEST_LINE; excess > 0; excess--) {
      Column widest =
          Collections.max(columns, Comparator.comparingInt(c -> c.spare() > 0 ? c.width : 0));
      if (widest.spare() <= 0) {
        return false;
      }
      widest.width--;
    }
    return true;
  }

  private static int lineOf(List<Column> columns) {
    int gaps = GAP.length() * (columns.size() - 1);
    return columns.stream().mapToInt(column -> column.width).sum() + gaps;
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
      String next = " · " + name(cell, header.get(i)) + cell(cell);
      if (!written.of(cell).isEmpty() && line.length() + next.length() <= LONGEST_ROW) {
        line.append(next);
      }
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
    return isWords(cell) ? "" : Markdown.escaped(written.something(name), LONGEST_NAME) + " ";
  }

  private String cell(Value cell) {
    return Markdown.escaped(written.something(cell), LONGEST_CELL);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A column while its width is being found. */
  private static final class Column {
    private final boolean figures;
    private final int narrowest;
    private int width;

    private Column(boolean figures, int narrowest, int width) {
      this.figures = figures;
      this.narrowest = narrowest;
      this.width = width;
    }

    private int spare() {
      return width - narrowest;
    }

    private String pad(String text) {
      String shown =
          width(text) > width
              ? text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…"
              : text;
      String blanks = " ".repeat(width - width(shown));
      return figures ? blanks + shown : shown + blanks;
    }
  }
}
