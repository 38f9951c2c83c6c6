package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.ServerStatus;
import io.tillbot.adapter.sandbox.book.Upgrade;
import io.tillbot.adapter.sandbox.choice.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** generate_due_invoice: the invoice for a server's next month. */
final class DueInvoiceRules {

  Answer generate(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    int id = request.form().id("id");
    Server server = lookup.server(id).orElseThrow(() -> new Refused("Server not found"));
    refuseUnlessBillable(request, lookup, server);
    Client client = lookup.client(server.client());
    LocalDate from = server.nextDue();
    LocalDate to = from.plusMonths(1).minusDays(1);
    Line line =
        new Line("Hosting", server.relid(), id, server.product(), server.price(), true, from, to);
    Settlement settlement = new Settlement(change, request.now());
    LocalDate due = from.isBefore(request.today()) ? request.today() : from;
    Invoice invoice = settlement.newInvoice(client, InvoiceKind.REGULAR, due, List.of(line));
    invoice = payAtOnce(request, client, settlement, invoice);
    Node.Fields entry =
        new Node.Fields()
            .number("id", invoice.id())
            .money("amount", invoice.gross())
            .add("currency", new Node.Currency(client.terms().currency()))
            .word("status", invoice.status().label());
    return new Answer.Done(Answers.ok().add("invoices", new Node.Items(List.of(entry))));
  }

  private static void refuseUnlessBillable(Request request, Lookup lookup, Server server) {
    if (server.relid() == 0) {
      throw new Refused(new ErrorTexts(request.settings()).notLinked(server.key()));
    }
    if (server.upgrade() == Upgrade.PENDING) {
      throw new Refused("next_invoice_blocked_by_upgrade");
    }
    boolean owes =
        lookup.invoicesOf(server.client()).stream()
            .anyMatch(
                invoice ->
                    invoice.status() == InvoiceStatus.UNPAID && invoice.concerns(server.key()));
    if (owes) {
      throw new Refused("next_invoice_blocked_by_unpaid_invoice");
    }
    if (server.status() != ServerStatus.ACTIVE && server.status() != ServerStatus.SUSPENDED) {
      throw new Refused("next_invoice_blocked_by_status");
    }
  }

  private static Invoice payAtOnce(
      Request request, Client client, Settlement settlement, Invoice invoice) {
    BigDecimal amount = invoice.balance().min(client.credit());
    boolean pays =
        request.settings().of(Rule.DueInvoiceCredit.class) == Rule.DueInvoiceCredit.APPLIED;
    return pays && amount.signum() > 0 ? settlement.applyCredit(invoice, amount) : invoice;
  }
}
