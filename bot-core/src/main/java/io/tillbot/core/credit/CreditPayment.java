package io.tillbot.core.credit;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.credit.PaymentProof.Word;
import io.tillbot.core.invoice.InvoiceLookup;
import io.tillbot.core.invoice.InvoiceWords;
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
import io.tillbot.core.share.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * apply_credit. What is proven: what left the credit and what arrived on the invoice, both read
 * anew. The method's documented success carries the words "ApplyCredit failed", so its own word is
 * not enough, and its time-out proves nothing: a payment that is repeated pays twice.
 *
 * @param amount what is sent
 * @param asked what the person asked for, where they did
 * @param credit before
 * @param originals what it pays when it is a mass payment
 */
record CreditPayment(
    Invoice invoice,
    Money amount,
    Optional<Money> asked,
    Money credit,
    Originals originals,
    InvoiceWords words)
    implements Change<WriteAnswer.Acknowledged> {
  private static final String INVOICE_CREDIT = "invoice-credit";
  private static final String INVOICE_TOTAL = "invoice-total";
  private static final String COMBINES = "combines";

  /** What was written down of it: enough of the invoice to see what has arrived. */
  static CreditPayment recalled(Recollection of, InvoiceWords words) {
    Invoice invoice =
        new Invoice(
            of.require(Fact.INVOICE, Recollection.id(InvoiceId::new)),
            of.require(Fact.STATUS, InvoiceStatus::valueOf),
            null,
            null,
            null,
            null,
            of.told(INVOICE_CREDIT, Money::parse).orElse(null),
            null,
            of.told(INVOICE_TOTAL, Money::parse).orElse(null),
            of.told(Fact.BALANCE, Money::parse).orElse(null),
            null,
            null,
            List.of());
    return new CreditPayment(
        invoice,
        of.require(Fact.AMOUNT, Money::parse),
        Optional.empty(),
        of.require(Fact.CREDIT, Money::parse),
        new Originals(of.all(COMBINES, InvoiceId::new), List.of()),
        words);
  }

  @Override
  public Text subject() {
    return Text.of("pay.subject", Value.amount(amount), id(invoice.id()));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card =
        Reply.card(subject())
            .field(Text.of("field.amount"), Value.amount(amount))
            .field(
                Text.of("field.balance"),
                invoice.balance() == null
                    ? Text.of("invoice.balance-not-told")
                    : becomes(invoice.balance(), invoice.balance().minus(amount)))
            .field(Text.of("field.credit"), becomes(credit, credit.minus(amount)))
            .field(Text.of("field.status"), words.status(invoice.status(), invoice.due()))
            .fieldIfKnown(
                Text.of("field.location"), invoice.location(), place -> Value.data(place.value()));
    if (!originals.settled().isEmpty()) {
      card.body(
          Text.of(
              "pay.originals-settled",
              Value.data(
                  originals.settled().stream()
                      .map(InvoiceId::toString)
                      .collect(Collectors.joining(", ")))));
    }
    asked
        .filter(sum -> !sum.equals(amount))
        .ifPresent(sum -> card.body(Text.of("pay.capped", Value.amount(sum))));
    return card;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.INVOICE, invoice.id())
        .fact(Fact.LOCATION, invoice.location())
        .fact(Fact.STATUS, invoice.status())
        .fact(Fact.BALANCE, invoice.balance())
        .fact(Fact.CREDIT, credit)
        .fact(Fact.AMOUNT, amount)
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Stream.concat(Stream.of(invoice.id()), originals.all().stream())
        .map(Target::invoice)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Commitment commitment() {
    return Commitment.of(amount);
  }

  @Override
  public Map<String, String> memory() {
    return new Memory()
        .put(INVOICE_CREDIT, invoice.credit())
        .put(INVOICE_TOTAL, invoice.total())
        .putAll(COMBINES, originals.all())
        .texts();
  }

  @Override
  public ApiResult<WriteAnswer.Acknowledged> send(BillingWrites writes) {
    return writes.applyCredit(new WriteRequest.ApplyCredit(invoice.id(), amount.amount()));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.Acknowledged> told, BillingReads reads, CreditTrail trail) {
    @Nullable Invoice now =
        new InvoiceLookup(reads)
            .find(invoice.id(), null)
            .found()
            .map(read -> read.orIn(credit.currency()))
            .orElse(null);
    @Nullable Money creditNow = Holdings.read(reads).found().map(Holdings::credit).orElse(null);
    Word word = told.isPresent() ? Word.DONE : Word.NONE;
    return now != null && proof().isGiven(word, now, creditNow, trail)
        ? new Finding.Done(paid(now, creditNow, trail))
        : new Finding.Unproven(traces(now, creditNow));
  }

  private PaymentProof proof() {
    return new PaymentProof(invoice, amount, credit);
  }

  private Reply paid(Invoice now, @Nullable Money creditNow, CreditTrail trail) {
    @Nullable Money arrived = proof().arrived(now);
    @Nullable Money left = proof().left(creditNow, trail);
    Money moved = arrived != null ? arrived : left == null ? amount : left.min(amount);
    Reply.Builder card =
        Reply.card(Text.of("pay.done", Value.amount(moved), id(invoice.id()))).tone(Tone.GOOD);
    if (creditNow == null) {
      card.note(Text.of("pay.credit-not-read"));
    } else if (left != null && !left.equals(moved)) {
      card.note(Text.of("pay.credit-fell-otherwise", Value.amount(left)));
    }
    if (!moved.equals(amount)) {
      card.tone(Tone.WARNING)
          .body(Text.of("pay.other-amount", Value.amount(moved), Value.amount(amount)));
    }
    Sharing.offer(card, "/invoice " + invoice.id());
    return card.field(Text.of("field.status"), words.status(now.status(), now.due()))
        .fieldIfKnown(Text.of("field.balance"), now.balance(), Value::amount)
        .fieldIfKnown(Text.of("field.credit"), creditNow, Value::amount)
        .run(Text.of("button.pdf"), "/pdf " + invoice.id())
        .run(Text.of("button.unpaid"), "/invoices unpaid")
        .build();
  }

  private List<Text> traces(@Nullable Invoice now, @Nullable Money creditNow) {
    List<Text> traces = new ArrayList<>();
    if (now != null && now.balance() != null && invoice.balance() != null) {
      traces.add(
          Text.of(
              "pay.trace-balance", Value.amount(invoice.balance()), Value.amount(now.balance())));
    }
    if (creditNow != null) {
      traces.add(Text.of("pay.trace-credit", Value.amount(credit), Value.amount(creditNow)));
    }
    if (traces.isEmpty()) {
      traces.add(Text.of("unknown.reads-failed"));
    }
    return traces;
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    whereToLook(card, invoice.id());
  }

  static void whereToLook(Reply.Builder card, InvoiceId invoice) {
    card.body(Text.of("pay.where-to-look", id(invoice)))
        .run(Text.of("button.invoice"), "/invoice " + invoice + " --no-pdf")
        .run(Text.of("button.credit"), "/credit")
        .run(Text.of("button.transactions"), "/transactions --invoice " + invoice);
  }

  private static Text becomes(Money before, Money after) {
    return Text.of("confirm.changed", Value.amount(before), Value.amount(after));
  }

  private static Value id(InvoiceId id) {
    return Value.data(id.toString());
  }
}
