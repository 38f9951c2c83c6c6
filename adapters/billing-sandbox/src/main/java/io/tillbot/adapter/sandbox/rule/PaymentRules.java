package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.choice.Rule;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** apply_credit, create_addfunds and mass_pay. */
final class PaymentRules {

  private static final BigDecimal LEAST_TOP_UP = BigDecimal.valueOf(20);
  private static final int LEAST_INVOICES = 2;
  private static final int DAYS_TO_PAY = 14;

  Answer applyCredit(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    Invoice invoice = lookup.invoiceOrRefuse();
    if (invoice.status() != InvoiceStatus.UNPAID || invoice.kind() == InvoiceKind.ADD_FUNDS) {
      throw new Refused(lookup.noInvoice(invoice.id()) + " status - " + invoice.status().label());
    }
    BigDecimal asked =
        request
            .form()
            .amount("amount")
            .filter(amount -> amount.signum() > 0)
            .orElseThrow(() -> new Refused("invalid amount"));
    BigDecimal amount = asked.min(invoice.balance()).min(lookup.client(invoice.client()).credit());
    if (amount.signum() <= 0) {
      throw new Refused("insufficient credit at " + invoice.key().location());
    }
    return switch (request.settings().of(Rule.CreditAnswer.class)) {
      case PLAIN -> {
        apply(request, change, invoice, amount);
        yield new Answer.Done(
            Answers.success()
                .number("invoiceid", invoice.id())
                .money("amount", amount)
                .text("message", "Credit applied"));
      }
      case FAILED_BUT_APPLIED -> {
        apply(request, change, invoice, amount);
        yield contradiction();
      }
      case FAILED_NOT_APPLIED -> contradiction();
    };
  }

  private static void apply(Request request, Change change, Invoice invoice, BigDecimal amount) {
    new Settlement(change, request.now()).applyCredit(invoice, amount);
  }

  private static Answer contradiction() {
    return new Answer.Done(
        Answers.success()
            .text("message", "WHMCS ApplyCredit failed: {\"error\":\"Gateway Time-out\"}"));
  }

  Answer addFunds(Request request, Change change) {
    BigDecimal amount =
        request.form().amount("amount").orElseThrow(() -> new Refused("invalid amount"));
    if (amount.compareTo(LEAST_TOP_UP) < 0) {
      throw new Refused("minimal payment amount is 20.");
    }
    Client client = new Lookup(request, change).primaryClient();
    String described = request.form().text("description");
    String subscribed = request.form().flag("subscribe") ? " (automatic payments)" : "";
    String description = (described.isEmpty() ? "Add Funds" : described) + subscribed;
    Line line = new Line("AddFunds", 0, 0, description, amount, false, null, null);
    Invoice invoice =
        new Settlement(change, request.now())
            .newInvoice(
                client,
                InvoiceKind.ADD_FUNDS,
                request.today().plusDays(DAYS_TO_PAY),
                List.of(line));
    Node.Fields made =
        new Node.Fields()
            .number("id", invoice.id())
            .money("total", invoice.total())
            .word("status", invoice.status().label())
            .add("currency", new Node.Currency(client.terms().currency()));
    return new Answer.Done(
        Answers.ok("create_addfunds")
            .add("invoice", made)
            .text("message", "Invoice " + invoice.id() + " created"));
  }

  Answer massPay(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    Set<Integer> ids = new LinkedHashSet<>(request.form().ids("invoices"));
    if (ids.size() < LEAST_INVOICES) {
      throw new Refused("mass_pay_requires_2_invoices");
    }
    List<Invoice> originals = ids.stream().map(id -> combinable(id, lookup)).toList();
    Invoice first = originals.getFirst();
    for (Invoice original : originals) {
      if (!original.client().equals(first.client())) {
        throw new Refused(lookup.noInvoice(original.id()));
      }
    }
    List<Line> lines = originals.stream().map(PaymentRules::line).toList();
    Invoice combined =
        new Settlement(change, request.now())
            .newInvoice(
                lookup.client(first.client()), InvoiceKind.MASS_PAY, request.today(), lines);
    int answered =
        switch (request.settings().of(Rule.MassPayAnswer.class)) {
          case NEW_INVOICE -> combined.id();
          case FIRST_OF_INPUT -> first.id();
        };
    return new Answer.Done(Answers.ok().number("invoiceid", answered));
  }

  private static Invoice combinable(int id, Lookup lookup) {
    Invoice invoice = lookup.invoice(id).orElseThrow(() -> new Refused(lookup.noInvoice(id)));
    if (invoice.status() != InvoiceStatus.UNPAID || invoice.kind() != InvoiceKind.REGULAR) {
      throw new Refused(lookup.noInvoice(id) + " status - " + invoice.status().label());
    }
    return invoice;
  }

  private static Line line(Invoice original) {
    // Tax was charged on the original; its balance includes it.
    return new Line(
        "Invoice",
        original.id(),
        0,
        "Invoice #" + original.id(),
        original.balance(),
        false,
        null,
        null);
  }
}
