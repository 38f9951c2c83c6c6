package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceStatus;
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
    return card;
  }

  /** Ways to pay what is open; only for an invoice that a payment would reach. */
  static void offerPayment(Reply.Builder card, Invoice invoice) {
    if (invoice.status() == InvoiceStatus.UNPAID) {
      if (InvoiceKind.of(invoice) != InvoiceKind.TOP_UP) {
        card.run(Text.of("button.pay"), "/pay " + invoice.id());
      }
      card.run(Text.of("button.payment-methods"), "/pay-methods " + invoice.id());
    }
  }

  /** Ways to the servers that the lines are for. */
  static void offerServers(Reply.Builder card, Invoice invoice) {
    invoice.lines().stream()
        .map(InvoiceLine::server)
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_SERVER_BUTTONS)
        .forEach(server -> serverButton(card, server));
  }

  private static void serverButton(Reply.Builder card, ServerId server) {
    card.run(Text.of("button.server", Value.data(server.toString())), "/server show " + server);
  }

  private static void amounts(Reply.Builder card, Invoice invoice) {
    Money balance = invoice.balance();
    card.field(
        Text.of("field.balance"),
        balance == null ? Text.of("invoice.balance-not-told") : Value.amount(balance));
    card.fieldIfKnown(Text.of("field.total"), invoice.total(), Value::amount)
        .fieldIfKnown(Text.of("field.subtotal"), invoice.subtotal(), Value::amount)
        .fieldIfKnown(Text.of("field.tax"), invoice.tax(), Value::amount)
        .fieldIfKnown(Text.of("field.credit-applied"), invoice.credit(), Value::amount);
  }

  private static void facts(Reply.Builder card, Invoice invoice) {
    card.fieldIfKnown(Text.of("field.issued"), invoice.issued(), Value::day)
        .fieldIfKnown(Text.of("field.due"), invoice.due(), Value::day)
        .fieldIfKnown(Text.of("field.paid"), invoice.paid(), Value::day)
        .fieldIfKnown(Text.of("field.payment-method"), invoice.paymentMethod(), Value::data)
        .fieldIfKnown(
            Text.of("field.location"), invoice.location(), place -> Value.data(place.value()));
  }

  private static Table lines(List<InvoiceLine> lines) {
    return new Table(
        List.of(Text.of("column.description"), Text.of("column.server"), Text.of("column.amount")),
        lines.stream().map(InvoiceCard::row).toList());
  }

  private static Table.Row row(InvoiceLine line) {
    return new Table.Row(
        Tone.NEUTRAL,
        List.of(
            Value.data(line.description().isEmpty() ? line.type() : line.description()),
            Value.cell(line.server(), server -> Value.data(server.toString())),
            Value.cell(line.amount(), Value::amount)));
  }
}
