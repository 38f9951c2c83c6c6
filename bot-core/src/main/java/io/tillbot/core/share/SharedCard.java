package io.tillbot.core.share;

import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Field;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The redacted card of an answer that its caller wants others to see. Only what is named here is on
 * it: ids, statuses, days and the amounts of invoices. Free text of the billing system, such as a
 * line's description, may name people and machines; the credit, the files and the next steps are
 * its caller's alone. What is new on a card is left out until somebody names it here.
 */
public final class SharedCard {
  private static final Set<String> FIELDS =
      Set.of(
          "field.status",
          "field.balance",
          "field.total",
          "field.owed",
          "field.issued",
          "field.due",
          "field.paid",
          "field.server",
          "field.takes-effect",
          "field.requested");

  private static final Set<String> COLUMNS =
      Set.of(
          "column.invoice",
          "column.server",
          "column.status",
          "column.issued",
          "column.due",
          "column.total",
          "column.balance",
          "column.amount",
          "column.takes-effect",
          "column.requested");

  private static final Set<String> PARAGRAPHS = Set.of("invoice.overdue", "cancel-list.none");

  private SharedCard() {}

  /** The card for everybody, of an answer of a {@link Visibility#SHAREABLE} command. */
  public static Reply of(Reply own) {
    Reply.Builder card = Reply.card(own.title()).tone(own.tone());
    own.body().stream()
        .filter(paragraph -> PARAGRAPHS.contains(paragraph.key()))
        .forEach(card::body);
    own.fields().stream()
        .filter(SharedCard::isOpen)
        .forEach(field -> card.field(field.name(), field.value()));
    own.table().ifPresent(table -> put(table, card));
    return card.note(Text.of("share.note")).build();
  }

  private static boolean isOpen(Field field) {
    return FIELDS.contains(field.name().key());
  }

  private static void put(Table table, Reply.Builder card) {
    int[] open =
        IntStream.range(0, table.header().size())
            .filter(column -> COLUMNS.contains(table.header().get(column).key()))
            .toArray();
    if (open.length > 0 && !table.rows().isEmpty()) {
      card.table(
          new Table(
              only(open, table.header()),
              table.rows().stream()
                  .map(row -> new Table.Row(row.tone(), only(open, row.cells())))
                  .toList()));
    }
  }

  private static <T> List<T> only(int[] open, List<T> all) {
    return IntStream.of(open).mapToObj(all::get).toList();
  }
}
