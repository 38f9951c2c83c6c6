package io.tillbot.core.server;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.AccountId;
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
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Memory;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * generate_due_invoice. Its amount is known only afterwards, and credit may pay it at once. Without
 * a clear answer it is proven by an invoice of the server that was not there before.
 */
record DueInvoice(
    ServerId server, ServerBilling data, KnownInvoices before, Money credit, InvoiceWords words)
    implements Change<WriteAnswer.DueInvoicesGenerated> {
  private static final String KNOWN = "known-invoices";

  /** What was written down of it. */
  static DueInvoice recalled(Recollection of, InvoiceWords words) {
    return new DueInvoice(
        of.require(Fact.SERVER, Recollection.id(ServerId::new)),
        new ServerBilling(
            of.told(Fact.ACCOUNT, Recollection.id(AccountId::new)).orElse(null),
            null,
            of.told(Fact.STATUS, Function.identity()).orElse(null),
            null,
            null),
        of.require(KNOWN, KnownInvoices::read),
        of.require(Fact.CREDIT, Money::parse),
        words);
  }

  @Override
  public Text subject() {
    return subject(server);
  }

  static Text subject(ServerId server) {
    return Text.of("server-bill.subject", id(server));
  }

  @Override
  public Reply.Builder preview() {
    return Reply.card(subject())
        .body(Text.of("server-bill.amount-afterwards"))
        .body(Text.of("server-bill.credit-may-pay"))
        .fieldIfKnown(Text.of("field.status"), data.status(), Value::data)
        .field(Text.of("field.credit"), Value.amount(credit));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.SERVER, server)
        .fact(Fact.ACCOUNT, data.account())
        .fact(Fact.STATUS, data.status())
        .fact(Fact.CREDIT, credit)
        .fact(Fact.KNOWN_INVOICES, before.mark())
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Set.of(Target.server(server));
  }

  @Override
  public Commitment commitment() {
    return Commitment.open();
  }

  @Override
  public Map<String, String> memory() {
    return new Memory().put(KNOWN, before.written()).texts();
  }

  @Override
  public ApiResult<WriteAnswer.DueInvoicesGenerated> send(BillingWrites writes) {
    return writes.generateDueInvoice(new WriteRequest.GenerateDueInvoice(server));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.DueInvoicesGenerated> told, BillingReads reads, CreditTrail trail) {
    Optional<List<InvoiceSummary>> related =
        reads.getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server)).found();
    // Where the read works, it decides; the API's own word may name an invoice that is old.
    List<InvoiceSummary> made =
        before.newAmong(
            related.orElseGet(
                () -> told.map(WriteAnswer.DueInvoicesGenerated::invoices).orElse(List.of())));
    return made.isEmpty()
        ? Finding.Unproven.without()
        : new Finding.Done(made(made.getFirst(), reads, trail));
  }

  private Reply made(InvoiceSummary invoice, BillingReads reads, CreditTrail trail) {
    String number = invoice.id().toString();
    Reply.Builder card =
        Reply.card(Text.of("server-bill.done", Value.data(number), id(server)))
            .tone(Tone.GOOD)
            .field(Text.of("field.status"), words.status(invoice.status(), invoice.due()))
            .fieldIfKnown(Text.of("field.total"), invoice.total(), Value::amount);
    showCredit(card, reads, trail);
    return card.run(Text.of("button.pay"), "/pay " + number)
        .run(Text.of("button.payment-methods"), "/pay-methods " + number)
        .run(Text.of("button.invoice"), "/invoice " + number)
        .build();
  }

  private void showCredit(Reply.Builder card, BillingReads reads, CreditTrail trail) {
    Optional<Money> now = Holdings.read(reads).found().map(Holdings::credit);
    if (now.isEmpty()) {
      card.note(Text.of("server-bill.credit-not-read"));
    } else if (!now.get().equals(credit)) {
      card.field(Text.of("field.credit"), Holdings.afterwards(credit, now.get(), trail));
    }
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    whereToLook(card, server);
  }

  static void whereToLook(Reply.Builder card, ServerId server) {
    card.body(Text.of("server-bill.where-to-look"))
        .run(Text.of("button.server-invoices"), "/server invoices " + server)
        .run(Text.of("button.credit"), "/credit");
  }

  private static Value id(ServerId server) {
    return Value.data(server.toString());
  }
}
