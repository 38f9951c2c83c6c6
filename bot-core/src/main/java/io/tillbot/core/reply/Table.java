package io.tillbot.core.reply;

import java.util.List;

/**
 * A table, always whole: renderers page it. Amounts and counts are set to the right.
 *
 * @param header the columns' titles, at least one
 * @param rows each as wide as the header
 */
public record Table(List<Text> header, List<Row> rows) {
  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    if (header.isEmpty()) {
      throw new IllegalArgumentException("a table needs columns");
    }
    for (Row row : rows) {
      if (row.cells().size() != header.size()) {
        throw new IllegalArgumentException("a row is not as wide as the header");
      }
    }
  }

  /** A row; the tone marks it, as for an overdue invoice. */
  public record Row(Tone tone, List<Value> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
