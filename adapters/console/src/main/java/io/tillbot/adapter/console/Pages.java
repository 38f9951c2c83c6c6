package io.tillbot.adapter.console;

import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Optional;

/** Long tables, page by page. For one thread. */
final class Pages {
  private static final int ROWS = 20;

  private Optional<Table> table = Optional.empty();
  private int shown;

  /** The outcome with the first rows only, when it has many; forgets what was there before. */
  Outcome first(Outcome outcome) {
    Reply whole = outcome.reply();
    table = whole.table().filter(candidate -> candidate.rows().size() > ROWS);
    shown = 0;
    if (table.isEmpty()) {
      return outcome;
    }
    Table rows = take(table.get());
    return outcome.with(whole.more().table(rows).note(hint(table.get())).build());
  }

  /** The next rows; empty when nothing is left. */
  Optional<Outcome> next() {
    return table
        .filter(whole -> shown < whole.rows().size())
        .map(
            whole ->
                new Outcome.Answered(
                    Reply.card(Text.of("console.more.title"))
                        .table(take(whole))
                        .note(hint(whole))
                        .build()));
  }

  private Table take(Table whole) {
    int from = shown;
    shown = Math.min(whole.rows().size(), from + ROWS);
    return new Table(whole.header(), whole.rows().subList(from, shown));
  }

  private Text hint(Table whole) {
    int all = whole.rows().size();
    return shown < all
        ? Text.of(
            "console.more",
            Value.count(shown),
            Value.count(all),
            Value.count(Math.min(ROWS, all - shown)))
        : Text.of("console.more.end", Value.count(shown), Value.count(all));
  }
}
