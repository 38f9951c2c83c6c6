package io.tillbot.core.credit;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
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
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import io.tillbot.core.share.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * mass_pay. Its answer may name one of the invoices that went in, as the document's example does,
 * and get_invoices may hide the new one: what is believed is an invoice that was not there before
 * and that lists the others.
 *
 * @param invoices at least two, of one currency as far as is known
 * @param before the invoices before it was sent
 */
record MassPayment(List<Invoice> invoices, KnownInvoices before, InvoiceWords words)
    implements Change<WriteAnswer.CombinedInvoiceCreated> {
  private static final String KNOWN = "known-invoices";
  private static final String OPEN = "open-on-";

  MassPayment {
    invoices = List.copyOf(invoices);
  }

  /** What was written down of it: what went in, and what was open on that. */
  static MassPayment recalled(List<InvoiceId> ids, Recollection of, InvoiceWords words) {
    return new MassPayment(
        ids.stream().map(id -> openOn(id, of)).toList(),
        of.require(KNOWN, KnownInvoices::read),
        words);
  }

  private static Invoice openOn(InvoiceId id, Recollection of) {
    return new Invoice(
        id,
        InvoiceStatus.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        of.told(OPEN + id, Money::parse).orElse(null),
        null,
        null,
        List.of());
  }

  /** What is open on an invoice: its balance, or else its total, which is the most. */
  static @Nullable Money open(Invoice invoice) {
    return invoice.balance() == null ? invoice.total() : invoice.balance();
  }

  @Override
  public Text subject() {
    return subject(ids());
  }

  static Text subject(List<InvoiceId> ids) {
    return Text.of("mass-pay.subject", Value.data(names(ids)));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card = Reply.card(subject()).body(Text.of("mass-pay.moves-nothing"));
    sum()
        .ifPresentOrElse(
            sum -> card.field(Text.of("field.total"), Value.amount(sum)),
            () -> card.field(Text.of("field.total"), Text.of("invoice.balance-not-told")));
    invoices.stream()
        .flatMap(invoice -> Stream.ofNullable(invoice.location()))
        .findFirst()
        .ifPresent(place -> card.field(Text.of("field.location"), Value.data(place.value())));
    return card.table(
        new Table(
            List.of(
                Text.of("column.invoice"),
                Text.of("column.status"),
                Text.of("column.due"),
                Text.of("column.balance")),
            invoices.stream().map(this::row).toList()));
  }

  private Table.Row row(Invoice invoice) {
    return new Table.Row(
        words.tone(invoice.status(), invoice.due()),
        List.of(
            Value.data(invoice.id().toString()),
            words.status(invoice.status(), invoice.due()),
            Value.cell(invoice.due(), Value::day),
            Value.cell(open(invoice), Value::amount)));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(
            Fact.INVOICES,
            invoices.stream()
                .map(
                    invoice -> invoice.id() + ": " + Objects.requireNonNullElse(open(invoice), "?"))
                .collect(Collectors.joining(", ")))
        .fact(Fact.KNOWN_INVOICES, before.mark())
        .fact(
            Fact.STATUS,
            invoices.stream()
                .map(invoice -> invoice.status().name())
                .distinct()
                .collect(Collectors.joining(", ")))
        .build();
  }

  @Override
  public Set<Target> targets() {
    return ids().stream().map(Target::invoice).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Commitment commitment() {
    return Commitment.nothing();
  }

  @Override
  public Map<String, String> memory() {
    Memory memory = new Memory().put(KNOWN, before.written());
    invoices.forEach(invoice -> memory.put(OPEN + invoice.id(), open(invoice)));
    return memory.texts();
  }

  @Override
  public ApiResult<WriteAnswer.CombinedInvoiceCreated> send(BillingWrites writes) {
    return writes.massPay(new WriteRequest.MassPay(ids()));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.CombinedInvoiceCreated> told, BillingReads reads, CreditTrail trail) {
    return proof()
        .find(told.map(WriteAnswer.CombinedInvoiceCreated::invoice), reads)
        .<Finding>map(invoice -> new Finding.Done(made(invoice)))
        .orElseGet(() -> new Finding.Unproven(traces(told)));
  }

  private MassPaymentProof proof() {
    return new MassPaymentProof(ids(), sum(), before);
  }

  private List<Text> traces(Optional<WriteAnswer.CombinedInvoiceCreated> told) {
    return told.map(
            answer ->
                List.of(
                    Text.of(
                        ids().contains(answer.invoice())
                            ? "mass-pay.trace-names-an-original"
                            : "mass-pay.trace-names",
                        Value.data(answer.invoice().toString()))))
        .orElse(List.of());
  }

  private Reply made(Invoice invoice) {
    String id = invoice.id().toString();
    Reply.Builder card =
        Reply.card(Text.of("mass-pay.done", Value.data(id), Value.data(names()))).tone(Tone.GOOD);
    Sharing.offer(card, "/invoice " + id);
    return card.body(Text.of("mass-pay.pay-the-new-one"))
        .fieldIfKnown(Text.of("field.total"), open(invoice), Value::amount)
        .field(Text.of("field.status"), words.status(invoice.status(), invoice.due()))
        .run(Text.of("button.pay"), "/pay " + id)
        .run(Text.of("button.payment-methods"), "/pay-methods " + id)
        .run(Text.of("button.invoice"), "/invoice " + id)
        .build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    lookAtInvoices(card);
  }

  /** Where any mass payment is seen. */
  static void lookAtInvoices(Reply.Builder card) {
    card.body(Text.of("mass-pay.where-to-look")).run(Text.of("button.unpaid"), "/invoices unpaid");
  }

  private List<InvoiceId> ids() {
    return invoices.stream().map(Invoice::id).toList();
  }

  private String names() {
    return names(ids());
  }

  private static String names(List<InvoiceId> ids) {
    return ids.stream().map(InvoiceId::toString).collect(Collectors.joining(", "));
  }

  private Optional<Money> sum() {
    List<Money> open = invoices.stream().flatMap(one -> Stream.ofNullable(open(one))).toList();
    CurrencyCode currency =
        open.stream()
            .map(Money::currency)
            .filter(code -> !code.equals(CurrencyCode.NONE))
            .findFirst()
            .orElse(CurrencyCode.NONE);
    return open.size() < invoices.size()
        ? Optional.empty()
        : open.stream().map(money -> money.orIn(currency)).reduce(Money::plus);
  }
}
