package io.tillbot.core.credit;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.invoice.InvoiceKind;
import io.tillbot.core.invoice.InvoiceLookup;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.invoice.KnownInvoices;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
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

  MassPayment {
    invoices = List.copyOf(invoices);
  }

  /** What is open on an invoice: its balance, or else its total, which is the most. */
  static @Nullable Money open(Invoice invoice) {
    return invoice.balance() == null ? invoice.total() : invoice.balance();
  }

  @Override
  public Text subject() {
    return Text.of("mass-pay.subject", Value.data(names()));
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
  public ApiResult<WriteAnswer.CombinedInvoiceCreated> send(BillingWrites writes) {
    return writes.massPay(new WriteRequest.MassPay(invoices.stream().map(Invoice::id).toList()));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.CombinedInvoiceCreated> told, BillingReads reads, CreditTrail trail) {
    InvoiceLookup lookup = new InvoiceLookup(reads);
    Optional<Invoice> named =
        told.map(WriteAnswer.CombinedInvoiceCreated::invoice)
            .filter(id -> !ids().contains(id) && !before.contains(id))
            .flatMap(id -> lookup.find(id, null).found())
            .filter(invoice -> combinesThese(invoice) || isTheirSum(invoice));
    if (named.isPresent()) {
      return new Finding.Done(made(named.get()));
    }
    Optional<Invoice> made =
        reads
            .getInvoices(new ReadRequest.GetInvoices(null))
            .found()
            .map(InvoiceList::invoices)
            .map(before::newAmong)
            .orElse(List.of())
            .stream()
            .map(InvoiceSummary::id)
            .flatMap(id -> lookup.find(id, null).found().stream())
            .filter(this::combinesThese)
            .findFirst();
    return made.<Finding>map(invoice -> new Finding.Done(made(invoice)))
        .orElseGet(() -> new Finding.Unproven(traces(told)));
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

  /** An invoice whose lines tell nothing, over exactly what the others ask for. */
  private boolean isTheirSum(Invoice invoice) {
    boolean isSilent = invoice.lines().stream().allMatch(line -> line.type().isEmpty());
    return isSilent
        && sum().isPresent()
        && invoice.total() != null
        && invoice.total().amount().compareTo(sum().get().amount()) == 0;
  }

  /**
   * Its lines name each of them; {@code relid} of a line of type Invoice is an invoice's number.
   */
  private boolean combinesThese(Invoice invoice) {
    if (InvoiceKind.of(invoice) != InvoiceKind.MASS_PAYMENT) {
      return false;
    }
    Set<Long> combined =
        invoice.lines().stream()
            .map(InvoiceLine::account)
            .flatMap(Stream::ofNullable)
            .map(account -> account.value())
            .collect(Collectors.toSet());
    return ids().stream().allMatch(id -> combined.contains(id.value()));
  }

  private Reply made(Invoice invoice) {
    String id = invoice.id().toString();
    return Reply.card(Text.of("mass-pay.done", Value.data(id), Value.data(names())))
        .tone(Tone.GOOD)
        .body(Text.of("mass-pay.pay-the-new-one"))
        .fieldIfKnown(Text.of("field.total"), open(invoice), Value::amount)
        .field(Text.of("field.status"), words.status(invoice.status(), invoice.due()))
        .run(Text.of("button.pay"), "/pay " + id)
        .run(Text.of("button.payment-methods"), "/pay-methods " + id)
        .run(Text.of("button.invoice"), "/invoice " + id)
        .build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    card.body(Text.of("mass-pay.where-to-look")).run(Text.of("button.unpaid"), "/invoices unpaid");
  }

  private Set<InvoiceId> ids() {
    return invoices.stream().map(Invoice::id).collect(Collectors.toUnmodifiableSet());
  }

  private String names() {
    return invoices.stream()
        .map(invoice -> invoice.id().toString())
        .collect(Collectors.joining(", "));
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
