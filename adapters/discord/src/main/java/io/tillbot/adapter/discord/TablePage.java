package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Table;
import java.util.List;

/**
 * One page of a table.
 *
 * @param number 0 for the first; one that is not there becomes the last
 */
record TablePage(Table table, int number) {
  private static final int ROWS = 10;

  TablePage {
    number = Math.clamp(number, 0, Math.max(0, (table.rows().size() - 1) / ROWS));
  }

  int count() {
    return Math.max(1, (table.rows().size() + ROWS - 1) / ROWS);
  }

  boolean hasPrevious() {
    return number > 0;
  }

  boolean hasNext() {
    return number + 1 < count();
  }

  List<Table.Row> rows() {
    int from = number * ROWS;
    return table.rows().subList(from, Math.min(table.rows().size(), from + ROWS));
  }
}
