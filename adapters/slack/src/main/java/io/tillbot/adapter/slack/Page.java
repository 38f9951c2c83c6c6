package io.tillbot.adapter.slack;

import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/**
 * A few rows of a table.
 *
 * @param number 0 for the first
 * @param from the first row's place in the whole table, 0 for the first
 * @param all how many rows the whole table has
 */
record Page(Table rows, int number, int from, int all) {
  private static final int ROWS = 10;

  /** That page; the last one when the table has become shorter since it was asked for. */
  static Page of(Table table, int wanted) {
    int all = table.rows().size();
    int last = Math.max(0, (all - 1) / ROWS);
    int number = Math.min(wanted, last);
    int from = number * ROWS;
    return new Page(
        new Table(table.header(), table.rows().subList(from, Math.min(all, from + ROWS))),
        number,
        from,
        all);
  }

  boolean isWhole() {
    return rows.rows().size() == all;
  }

  boolean hasNext() {
    return from + rows.rows().size() < all;
  }

  boolean hasPrevious() {
    return from > 0;
  }

  /** Which rows these are. */
  Text note() {
    return Text.of(
        "slack.page",
        Value.count(from + 1L),
        Value.count((long) from + rows.rows().size()),
        Value.count(all));
  }
}
