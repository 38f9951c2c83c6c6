package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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

  /**
   * Puts what is owed, the invoices and a way to the first of them on a card.
   *
   * @param location the one that the list was asked for, if any
   */
  public void put(List<InvoiceSummary> invoices, Optional<Location> location, Reply.Builder card) {
    owed(invoices).values().forEach(owed -> card.field(owed.name(), owed.sum()));
    if (invoices.stream().anyMatch(invoice -> invoice.status() != InvoiceStatus.UNPAID)) {
      listed(invoices)
          .forEach(
              (currency, sum) ->
                  card.field(Text.of("field.listed", Value.data(currency)), Value.amount(sum)));
    }
    List<InvoiceSummary> sorted = invoices.stream().sorted(order()).toList();
    card.table(table(sorted));
    sorted.stream()
        .findFirst()
        .map(first -> first.id().toString())
        .ifPresent(
            id ->
                card.run(
                    Text.of("button.invoice-of", Value.data(id)), "/invoice " + id + at(location)));
  }

  /**
   * Puts what is owed, and the first of the unpaid invoices on a card.
   *
   * @param most how many are shown; that there are more is said
   * @return all the unpaid ones, the longest due first
   */
  public List<InvoiceSummary> putUnpaid(
      List<InvoiceSummary> invoices, int most, Reply.Builder card) {
    owed(invoices).values().forEach(owed -> card.field(owed.name(), owed.sum()));
    List<InvoiceSummary> unpaid =
        invoices.stream()
            .filter(invoice -> invoice.status() == InvoiceStatus.UNPAID)
            .sorted(order())
            .toList();
    if (!unpaid.isEmpty()) {
      card.table(table(unpaid.subList(0, Math.min(most, unpaid.size()))));
    }
    if (unpaid.size() > most) {
      card.note(
          Text.of(
              "invoices.more", Value.count(unpaid.size() - most), Value.line("/invoices unpaid")));
    }
    return unpaid;
  }

  /** Says on the card when the billing system kept some of the list back. */
  public static void noteIfCutShort(InvoiceList list, Reply.Builder card) {
    if (list.isCutShort()) {
      card.note(
          Text.of(
              "invoices.cut-short",
              Value.count(list.invoices().size()),
              Value.count(list.total())));
    }
  }

  /** A number is one invoice's within its location only. */
  private static String at(Optional<Location> location) {
    return location.map(place -> " --location " + place).orElse("");
  }

  /** The balance has a column where the API told any. */
  private Table table(List<InvoiceSummary> sorted) {
    boolean hasBalances = sorted.stream().anyMatch(invoice -> invoice.balance() != null);
    List<Text> header =
        List.of(
            Text.of("column.invoice"),
            Text.of("column.status"),
            Text.of("column.issued"),
            Text.of("column.due"),
            Text.of("column.total"),
            Text.of("column.balance"));
    int columns = hasBalances ? header.size() : header.size() - 1;
    return new Table(
        header.subList(0, columns),
        sorted.stream()
            .map(
                invoice ->
                    new Table.Row(
                        words.tone(invoice.status(), invoice.due()),
                        cells(invoice).subList(0, columns)))
            .toList());
  }

  private List<Value> cells(InvoiceSummary invoice) {
    return List.of(
        Value.data(invoice.id().toString()),
        words.status(invoice.status(), invoice.due()),
        Value.cell(invoice.issued(), Value::day),
        Value.cell(invoice.due(), Value::day),
        Value.cell(invoice.total(), Value::amount),
        Value.cell(invoice.balance(), Value::amount));
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

  private static SortedMap<String, Money> listed(List<InvoiceSummary> invoices) {
    return Money.sums(
        invoices.stream().flatMap(invoice -> Stream.ofNullable(invoice.total())).toList());
  }

  /** What remains to be paid, by currency; the total stands in where no balance is told. */
  private static Map<String, Owed> owed(List<InvoiceSummary> invoices) {
    Map<String, Owed> byCurrency = new TreeMap<>();
    for (InvoiceSummary invoice : invoices) {
      Money open = UnpaidBalance.of(invoice);
      if (open != null) {
        boolean isExact = invoice.balance() != null;
        byCurrency.merge(open.currency().code(), new Owed(open, 1, isExact), Owed::plus);
      }
    }
    return byCurrency;
  }

  private record Owed(Money money, long invoices, boolean isExact) {
    Owed plus(Owed other) {
      return new Owed(money.plus(other.money), invoices + other.invoices, isExact && other.isExact);
    }

    Text name() {
      return Text.of("field.owed", Value.data(money.currency().code()));
    }

    Value sum() {
      return isExact
          ? Text.of("invoices.owed", Value.amount(money), Value.count(invoices))
          : Text.of("invoices.owed-at-most", Value.amount(money), Value.count(invoices));
    }
  }
}
