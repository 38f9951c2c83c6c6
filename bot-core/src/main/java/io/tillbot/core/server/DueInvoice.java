package io.tillbot.core.server;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.credit.Holdings;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.invoice.KnownInvoices;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;

/**
 * generate_due_invoice. Its amount is known only afterwards, and credit may pay it at once. Without
 * a clear answer it is proven by an invoice of the server that was not there before.
 */
record DueInvoice(
    ServerId server,
    ServerBilling data,
    List<InvoiceSummary> before,
    Holdings holdings,
    InvoiceWords words)
    implements Change<WriteAnswer.DueInvoicesGenerated> {

  DueInvoice {
    before = List.copyOf(before);
  }

  @Override
  public Text subject() {
    return Text.of("server-bill.subject", id());
  }

  @Override
  public Reply.Builder preview() {
    return Reply.card(subject())
        .body(Text.of("server-bill.amount-afterwards"))
        .body(Text.of("server-bill.credit-may-pay"))
        .fieldIfKnown(Text.of("field.status"), data.status(), Value::data)
        .field(Text.of("field.credit"), Value.amount(holdings.credit()));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.SERVER, server)
        .fact(Fact.ACCOUNT, data.account())
        .fact(Fact.STATUS, data.status())
        .fact(Fact.CREDIT, holdings.credit())
        .fact(Fact.KNOWN_INVOICES, KnownInvoices.of(before).mark())
        .build();
  }

  @Override
  public ApiResult<WriteAnswer.DueInvoicesGenerated> send(BillingWrites writes) {
    return writes.generateDueInvoice(new WriteRequest.GenerateDueInvoice(server));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.DueInvoicesGenerated> told, BillingReads reads, CreditTrail trail) {
    KnownInvoices known = KnownInvoices.of(before);
    Optional<List<InvoiceSummary>> related =
        reads.getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server)).found();
    // Where the read works, it decides; the API's own word may name an invoice that is old.
    List<InvoiceSummary> made =
        known.newAmong(
            related.orElseGet(
                () -> told.map(WriteAnswer.DueInvoicesGenerated::invoices).orElse(List.of())));
    return made.isEmpty()
        ? Finding.Unproven.without()
        : new Finding.Done(made(made.getFirst(), reads));
  }

  private Reply made(InvoiceSummary invoice, BillingReads reads) {
    String number = invoice.id().toString();
    Reply.Builder card =
        Reply.card(Text.of("server-bill.done", Value.data(number), id()))
            .tone(Tone.GOOD)
            .field(Text.of("field.status"), words.status(invoice.status(), invoice.due()))
            .fieldIfKnown(Text.of("field.total"), invoice.total(), Value::amount);
    credit(card, reads);
    return card.run(Text.of("button.pay"), "/pay " + number)
        .run(Text.of("button.payment-methods"), "/pay-methods " + number)
        .run(Text.of("button.invoice"), "/invoice " + number)
        .build();
  }

  private void credit(Reply.Builder card, BillingReads reads) {
    Optional<Money> now = Holdings.read(reads).found().map(Holdings::credit);
    if (now.isEmpty()) {
      card.note(Text.of("server-bill.credit-not-read"));
    } else if (!now.get().equals(holdings.credit())) {
      card.field(
          Text.of("field.credit"),
          Text.of("confirm.changed", Value.amount(holdings.credit()), Value.amount(now.get())));
    }
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    card.body(Text.of("server-bill.where-to-look"))
        .run(Text.of("button.server-invoices"), "/server invoices " + server)
        .run(Text.of("button.credit"), "/credit");
  }

  private Value id() {
    return Value.data(server.toString());
  }
}
