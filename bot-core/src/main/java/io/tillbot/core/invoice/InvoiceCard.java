package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The card of one invoice: what is to be paid first, then how it came about. */
final class InvoiceCard {
  private static final int MOST_SERVER_BUTTONS = 2;

  private final InvoiceWords words;

  InvoiceCard(InvoiceWords words) {
    this.words = words;
  }

  Reply.Builder card(Invoice invoice) {
    Reply.Builder card =
        Reply.card(Text.of("invoice.title", Value.data(invoice.id().toString())))
            .tone(words.tone(invoice.status(), invoice.due()))
            .field(Text.of("field.status"), words.status(invoice.status(), invoice.due()));
    if (words.isOverdue(invoice.status(), invoice.due())) {
      LocalDate due = Objects.requireNonNull(invoice.due());
      card.body(Text.of("invoice.overdue", Value.count(words.daysOverdue(due))));
    }
    amounts(card, invoice);
    facts(card, invoice);
    if (!invoice.lines().isEmpty()) {
      card.table(lines(invoice.lines()));
    }
    invoice.lines().stream()
        .map(InvoiceLine::server)
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_SERVER_BUTTONS)
        .forEach(server -> serverButton(card, server));
    return card;
  }

  private static void serverButton(Reply.Builder card, ServerId server) {
    card.run(Text.of("button.server", Value.data(server.toString())), "/server show " + server);
  }

  private static void amounts(Reply.Builder card, Invoice invoice) {
    Money balance = invoice.balance();
    card.field(
        Text.of("field.balance"),
        balance == null ? Text.of("invoice.balance-not-told") : Value.amount(balance));
    amount(card, Text.of("field.total"), invoice.total());
    amount(card, Text.of("field.subtotal"), invoice.subtotal());
    amount(card, Text.of("field.tax"), invoice.tax());
    amount(card, Text.of("field.credit-applied"), invoice.credit());
  }

  private static void amount(Reply.Builder card, Text name, @Nullable Money money) {
    if (money != null) {
      card.field(name, Value.amount(money));
    }
  }

  private static void facts(Reply.Builder card, Invoice invoice) {
    day(card, Text.of("field.issued"), invoice.issued());
    day(card, Text.of("field.due"), invoice.due());
    day(card, Text.of("field.paid"), invoice.paid());
    String method = invoice.paymentMethod();
    if (method != null) {
      card.field(Text.of("field.payment-method"), Value.data(method));
    }
    Location location = invoice.location();
    if (location != null) {
      card.field(Text.of("field.location"), Value.data(location.value()));
    }
  }

  private static void day(Reply.Builder card, Text name, @Nullable LocalDate date) {
    if (date != null) {
      card.field(name, Value.day(date));
    }
  }

  private static Table lines(List<InvoiceLine> lines) {
    return new Table(
        List.of(Text.of("column.description"), Text.of("column.server"), Text.of("column.amount")),
        lines.stream().map(InvoiceCard::row).toList());
  }

  private static Table.Row row(InvoiceLine line) {
    ServerId server = line.server();
    Money amount = line.amount();
    return new Table.Row(
        Tone.NEUTRAL,
        List.of(
            Value.data(line.description().isEmpty() ? line.type() : line.description()),
            Value.data(server == null ? "" : server.toString()),
            amount == null ? Value.data("") : Value.amount(amount)));
  }
}
