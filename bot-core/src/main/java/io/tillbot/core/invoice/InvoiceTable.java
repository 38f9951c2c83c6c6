package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A list of invoices as a person wants it: what is to be paid first, the longest due on top, then
 * the rest with the newest on top; what is owed per currency, never added across currencies.
 */
public final class InvoiceTable {
  private final InvoiceWords words;

  public InvoiceTable(InvoiceWords words) {
    this.words = words;
  }

  /** Puts the invoices and what is owed on a card. */
  public void put(List<InvoiceSummary> invoices, Reply.Builder card) {
    owed(invoices).forEach((currency, owed) -> card.field(owed.name(), owed.sum()));
    card.table(
        new Table(
            List.of(
                Text.of("column.invoice"),
                Text.of("column.status"),
                Text.of("column.issued"),
                Text.of("column.due"),
                Text.of("column.total"),
                Text.of("column.balance")),
            invoices.stream().sorted(order()).map(this::row).toList()));
  }

  private Table.Row row(InvoiceSummary invoice) {
    return new Table.Row(
        words.tone(invoice.status(), invoice.due()),
        List.of(
            Value.data(invoice.id().toString()),
            words.status(invoice.status(), invoice.due()),
            day(invoice.issued()),
            day(invoice.due()),
            amount(invoice.total()),
            amount(invoice.balance())));
  }

  private static Comparator<InvoiceSummary> order() {
    Comparator<InvoiceSummary> openFirst =
        Comparator.comparing(invoice -> invoice.status() != InvoiceStatus.UNPAID);
    Comparator<InvoiceSummary> byDate =
        (one, other) ->
            one.status() == InvoiceStatus.UNPAID
                ? sortable(one.due(), LocalDate.MAX).compareTo(sortable(other.due(), LocalDate.MAX))
                : sortable(other.issued(), LocalDate.MIN)
                    .compareTo(sortable(one.issued(), LocalDate.MIN));
    return openFirst
        .thenComparing(byDate)
        .thenComparing(invoice -> invoice.id().value(), Comparator.reverseOrder());
  }

  private static LocalDate sortable(@Nullable LocalDate date, LocalDate otherwise) {
    return date == null ? otherwise : date;
  }

  /** What remains to be paid, by currency; the total stands in where no balance is told. */
  private static Map<String, Owed> owed(List<InvoiceSummary> invoices) {
    Map<String, Owed> byCurrency = new TreeMap<>();
    for (InvoiceSummary invoice : invoices) {
      Money open = UnpaidBalance.of(invoice);
      if (open != null) {
        byCurrency.merge(open.currency().code(), new Owed(open, 1), Owed::plus);
      }
    }
    return byCurrency;
  }

  private record Owed(Money money, long invoices) {
    Owed plus(Owed other) {
      return new Owed(money.plus(other.money), invoices + other.invoices);
    }

    Text name() {
      return Text.of("field.owed", Value.data(money.currency().code()));
    }

    Value sum() {
      return Text.of("invoices.owed", Value.amount(money), Value.count(invoices));
    }
  }

  private static Value day(@Nullable LocalDate date) {
    return date == null ? Value.data("") : Value.day(date);
  }

  private static Value amount(@Nullable Money money) {
    return money == null ? Value.data("") : Value.amount(money);
  }
}
