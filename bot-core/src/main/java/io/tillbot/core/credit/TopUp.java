package io.tillbot.core.credit;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.invoice.InvoiceKind;
import io.tillbot.core.invoice.InvoiceLookup;
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
import org.jspecify.annotations.Nullable;

/**
 * create_addfunds. Without a clear answer it is proven by an invoice of the same total that was not
 * there before; where several are new, by none.
 *
 * @param before the invoices before it was sent
 */
record TopUp(
    WriteRequest.CreateAddFunds request,
    Money amount,
    ClientId client,
    @Nullable Location location,
    KnownInvoices before)
    implements Change<WriteAnswer.FundsInvoiceCreated> {
  private static final String KNOWN = "known-invoices";

  /** What was written down of it. */
  static TopUp recalled(Recollection of, WriteRequest.CreateAddFunds request) {
    return new TopUp(
        request,
        of.require(Fact.AMOUNT, Money::parse),
        of.require(Fact.CLIENT, Recollection.id(ClientId::new)),
        of.told(Fact.LOCATION, Location::new).orElse(null),
        of.require(KNOWN, KnownInvoices::read));
  }

  @Override
  public Text subject() {
    return Text.of("top-up.subject", Value.amount(amount));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card =
        Reply.card(subject())
            .body(Text.of("top-up.rises-when-paid"))
            .field(Text.of("field.amount"), Value.amount(amount))
            .fieldIfKnown(Text.of("field.description"), request.description(), Value::data)
            .fieldIfKnown(
                Text.of("field.billing-location"), location, place -> Value.data(place.value()));
    return request.subscribe() == null ? card : card.body(Text.of("top-up.subscribes"));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CLIENT, client)
        .fact(Fact.LOCATION, location)
        .fact(Fact.AMOUNT, amount)
        .fact(Fact.KNOWN_INVOICES, before.mark())
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Set.of(Target.client());
  }

  @Override
  public Commitment commitment() {
    return Commitment.of(amount);
  }

  @Override
  public Map<String, String> memory() {
    return new Memory().put(KNOWN, before.written()).texts();
  }

  @Override
  public ApiResult<WriteAnswer.FundsInvoiceCreated> send(BillingWrites writes) {
    return writes.createAddFunds(request);
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.FundsInvoiceCreated> told, BillingReads reads, CreditTrail trail) {
    if (told.isPresent()) {
      InvoiceSummary named = told.get().invoice();
      return before.contains(named.id())
          ? new Finding.Unproven(
              List.of(Text.of("top-up.trace-old", Value.data(named.id().toString()))))
          : new Finding.Done(made(named));
    }
    InvoiceLookup lookup = new InvoiceLookup(reads);
    List<InvoiceSummary> made =
        reads
            .getInvoices(new ReadRequest.GetInvoices(null))
            .found()
            .map(InvoiceList::invoices)
            .map(before::newAmong)
            .orElse(List.of())
            .stream()
            .filter(invoice -> isOfThisAmount(invoice.total()))
            .filter(invoice -> isTopUp(lookup, invoice))
            .toList();
    return made.size() == 1 ? new Finding.Done(made(made.getFirst())) : Finding.Unproven.without();
  }

  /** A service's invoice may be of the same amount: only its lines tell. */
  private static boolean isTopUp(InvoiceLookup lookup, InvoiceSummary invoice) {
    return lookup
        .find(invoice.id(), null)
        .found()
        .filter(read -> InvoiceKind.of(read) == InvoiceKind.TOP_UP)
        .isPresent();
  }

  private boolean isOfThisAmount(@Nullable Money total) {
    return total != null && total.orIn(amount.currency()).equals(amount);
  }

  private Reply made(InvoiceSummary invoice) {
    String id = invoice.id().toString();
    Reply.Builder card =
        Reply.card(Text.of("top-up.done", Value.data(id), Value.amount(amount)))
            .tone(Tone.GOOD)
            .body(Text.of("top-up.rises-when-paid"))
            .fieldIfKnown(
                Text.of("field.total"),
                invoice.total(),
                total -> Value.amount(total.orIn(amount.currency())));
    if (invoice.total() != null && !isOfThisAmount(invoice.total())) {
      card.tone(Tone.WARNING).body(Text.of("top-up.other-amount"));
    }
    return card.run(Text.of("button.payment-methods"), "/pay-methods " + id)
        .run(Text.of("button.invoice"), "/invoice " + id)
        .build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    lookAtInvoices(card.body(Text.of("top-up.where-to-look", Value.amount(amount))));
  }

  /** Where any top-up is seen. */
  static void lookAtInvoices(Reply.Builder card) {
    card.run(Text.of("button.unpaid"), "/invoices unpaid");
  }
}
