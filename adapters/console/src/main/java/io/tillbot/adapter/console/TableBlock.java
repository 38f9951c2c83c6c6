package io.tillbot.adapter.console;

import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table in lines. Columns of words give way when it is too wide; where that is not enough, each
 * row becomes a block of named values.
 */
final class TableBlock {
  private static final String GAP = "  ";
  private static final int NARROWEST_WORDS = 12;
  private static final int CELL_LINES = 3;

  private final Written written;
  private final Colours colours;
  private final int available;

  TableBlock(Written written, Screen screen) {
    this.written = written;
    this.colours = screen.colours();
    this.available = screen.width() - Margin.WIDTH;
  }

  List<String> lines(Table table) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      columns.add(column(table, i));
    }
    return shrink(columns) ? asColumns(table, columns) : asBlocks(table);
  }

  private Column column(Table table, int index) {
    List<Value> cells = table.rows().stream().map(row -> row.cells().get(index)).toList();
    boolean figures = cells.stream().anyMatch(TableBlock::isFigure);
    int widest = Columns.width(written.of(table.header().get(index)));
    for (Value cell : cells) {
      widest = Math.max(widest, Columns.width(written.of(cell)));
    }
    boolean words =
        cells.stream().allMatch(cell -> cell instanceof Value.Data || cell instanceof Text);
    return new Column(figures, words ? Math.min(widest, NARROWEST_WORDS) : widest, widest);
  }

  private static boolean isFigure(Value value) {
    return value instanceof Value.Amount || value instanceof Value.Count;
  }

  /** Takes from the widest column until all fit; false when they cannot. */
  private boolean shrink(List<Column> columns) {
    int excess =
        columns.stream().mapToInt(column -> column.width).sum()
            + GAP.length() * (columns.size() - 1)
            - available;
    for (; excess > 0; excess--) {
      Column widest =
          Collections.max(
              columns,
              (a, b) -> Integer.compare(a.spare() > 0 ? a.width : 0, b.spare() > 0 ? b.width : 0));
      if (widest.spare() <= 0) {
        return false;
      }
      widest.width--;
    }
    return true;
  }

  private List<String> asColumns(Table table, List<Column> columns) {
    List<String> lines = new ArrayList<>();
    List<Value> header = List.copyOf(table.header());
    int width =
        columns.stream().mapToInt(column -> column.width).sum()
            + GAP.length() * (columns.size() - 1);
    row(header, columns).forEach(line -> lines.add(Margin.BLANK + Ink.BOLD.on(line, colours)));
    lines.add(Margin.BLANK + Ink.DIM.on("─".repeat(width), colours));
    for (Table.Row row : table.rows()) {
      lines.addAll(Margin.mark(row.tone(), row(row.cells(), columns), colours));
    }
    return lines;
  }

  private List<String> row(List<Value> cells, List<Column> columns) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      wrapped.add(Columns.wrap(written.of(cells.get(i)), columns.get(i).width, CELL_LINES));
    }
    int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        List<String> cell = wrapped.get(i);
        all.append(i == 0 ? "" : GAP)
            .append(columns.get(i).pad(line < cell.size() ? cell.get(line) : ""));
      }
      lines.add(all.toString().stripTrailing());
    }
    return lines;
  }

  private List<String> asBlocks(Table table) {
    FieldsBlock fields = new FieldsBlock(available, colours);
    List<String> lines = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      List<FieldsBlock.Line> named = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++) {
        named.add(FieldsBlock.line(written, table.header().get(i), row.cells().get(i)));
      }
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(Margin.mark(row.tone(), fields.lines(named), colours));
    }
    return lines;
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
      return figures ? Columns.padLeft(text, width) : Columns.padRight(text, width);
    }
  }
}
