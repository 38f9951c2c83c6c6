package io.tillbot.core.credit;

import static java.util.stream.Collectors.joining;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.invoice.InvoiceLookup;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * apply_credit. What is proven: what left the credit and what arrived on the invoice, both read
 * anew. The method's documented success carries the words "ApplyCredit failed", so its own word is
 * not enough, and its time-out proves nothing: a payment that is repeated pays twice.
 *
 * @param amount what is sent
 * @param asked what the person asked for, where they did
 * @param credit before
 * @param settled what a mass payment combines and needs no payment any more
 */
record CreditPayment(
    Invoice invoice,
    Money amount,
    Optional<Money> asked,
    Money credit,
    List<InvoiceId> settled,
    InvoiceWords words)
    implements Change<WriteAnswer.Acknowledged> {

  CreditPayment {
    settled = List.copyOf(settled);
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
    if (!settled.isEmpty()) {
      card.body(
          Text.of(
              "pay.originals-settled",
              Value.data(settled.stream().map(InvoiceId::toString).collect(joining(", ")))));
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
    @Nullable Money left = fall(credit, creditNow);
    return isProven(told.isPresent() ? Word.DONE : Word.NONE, now, left, creditNow)
        ? new Finding.Done(paid(now, left, creditNow))
        : new Finding.Unproven(traces(now, creditNow));
  }

  /** The API's own word on the payment. */
  private enum Word {
    DONE,
    NONE
  }

  /**
   * With the API's word, the invoice must show it, and the credit where it can be read. Without it,
   * exactly what left the credit must have arrived: others pay too.
   */
  private boolean isProven(
      Word word, @Nullable Invoice now, @Nullable Money left, @Nullable Money creditNow) {
    if (now == null) {
      return false;
    }
    @Nullable Money arrived = arrived(now);
    return switch (word) {
      case DONE -> (arrived != null || becamePaid(now)) && (left != null || creditNow == null);
      case NONE ->
          left != null
              && (arrived == null ? becamePaidByThis(now, left) : arrived.equals(left))
              && left.compareTo(amount) <= 0;
    };
  }

  /** What has arrived on the invoice, as far as its amounts tell; null when they tell nothing. */
  private @Nullable Money arrived(Invoice now) {
    @Nullable Money ofBalance = fall(invoice.balance(), now.balance());
    @Nullable Money ofCredit = fall(now.credit(), invoice.credit());
    if (ofBalance != null || ofCredit != null) {
      return ofBalance == null ? ofCredit : ofBalance;
    }
    // WHMCS: the total is what remains after credit; a balance, where it is told, says more.
    return invoice.balance() == null ? fall(invoice.total(), now.total()) : null;
  }

  private boolean becamePaid(Invoice now) {
    return now.status() == InvoiceStatus.PAID && invoice.status() == InvoiceStatus.UNPAID;
  }

  /** Paid as a whole, by exactly what this payment was and what left the credit. */
  private boolean becamePaidByThis(Invoice now, Money left) {
    @Nullable Money open = invoice.balance() == null ? invoice.total() : invoice.balance();
    return becamePaid(now) && amount.equals(open) && left.equals(amount);
  }

  /** How much less it is now; null when it is not less, or not known. */
  private static @Nullable Money fall(@Nullable Money before, @Nullable Money now) {
    if (before == null || now == null || !before.currency().equals(now.currency())) {
      return null;
    }
    Money difference = before.minus(now);
    return difference.isPositive() ? difference : null;
  }

  private Reply paid(@Nullable Invoice now, @Nullable Money left, @Nullable Money creditNow) {
    @Nullable Money arrived = now == null ? null : arrived(now);
    Money moved = arrived != null ? arrived : left == null ? amount : left.min(amount);
    Reply.Builder card =
        Reply.card(Text.of("pay.done", Value.amount(moved), id(invoice.id()))).tone(Tone.GOOD);
    if (left == null) {
      card.note(Text.of("pay.credit-not-read"));
    } else if (!left.equals(moved)) {
      card.note(Text.of("pay.credit-fell-otherwise", Value.amount(left)));
    }
    if (!moved.equals(amount)) {
      card.tone(Tone.WARNING)
          .body(Text.of("pay.other-amount", Value.amount(moved), Value.amount(amount)));
    }
    if (now != null) {
      card.field(Text.of("field.status"), words.status(now.status(), now.due()))
          .fieldIfKnown(Text.of("field.balance"), now.balance(), Value::amount);
    }
    return card.fieldIfKnown(Text.of("field.credit"), creditNow, Value::amount)
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
    card.body(Text.of("pay.where-to-look", id(invoice.id())))
        .run(Text.of("button.invoice"), "/invoice " + invoice.id() + " --no-pdf")
        .run(Text.of("button.credit"), "/credit")
        .run(Text.of("button.transactions"), "/transactions --invoice " + invoice.id());
  }

  private static Text becomes(Money before, Money after) {
    return Text.of("confirm.changed", Value.amount(before), Value.amount(after));
  }

  private static Value id(InvoiceId id) {
    return Value.data(id.toString());
  }
}
