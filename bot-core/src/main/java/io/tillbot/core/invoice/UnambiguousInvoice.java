package io.tillbot.core.invoice;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the invoice that a write will reach. The API's writes take a number without a location,
 * while numbers are unique within a location only: so the invoice that is shown must be the one
 * that the API gives without a location, and where the client's own location has another of the
 * same number, the person is asked which one is meant.
 */
public final class UnambiguousInvoice {
  private static final String LOCATION = "location";

  private final InvoiceLookup lookup;
  private final CommandSpec spec;

  /** Asks on behalf of a command, which has an option {@code location}. */
  public UnambiguousInvoice(BillingReads billing, CommandSpec spec) {
    this.lookup = new InvoiceLookup(billing);
    this.spec = spec;
  }

  /** Goes on with the one invoice, or ends with a question or a refusal. */
  public Preparation find(
      Call call,
      InvoiceId id,
      Optional<Location> named,
      Client client,
      Function<Invoice, Preparation> next) {
    return Preparation.of(
        lookup.find(id, null),
        reached ->
            named.isPresent()
                ? named(id, named.get(), reached, next)
                : Preparation.of(
                    twin(reached, client),
                    twin ->
                        twin.isPresent()
                            ? new Preparation.Ended(whichOne(call, reached, client))
                            : next.apply(reached)));
  }

  private Preparation named(
      InvoiceId id, Location location, Invoice reached, Function<Invoice, Preparation> next) {
    return Preparation.of(
        lookup.find(id, location),
        meant ->
            isSame(meant, reached)
                ? next.apply(reached)
                : Preparation.refused(
                    Reply.card(Text.of("invoice.title", Value.data(id.toString())))
                        .body(Text.of("invoice.not-reachable", Value.data(location.value())))));
  }

  /** What the client's own location has under the same number, if anything. */
  private ApiResult<Optional<Invoice>> twin(Invoice reached, Client client) {
    Location own = client.location();
    if (own == null || own.equals(reached.location())) {
      return new ApiResult.Done<>(Optional.empty());
    }
    ApiResult<Invoice> there = lookup.find(reached.id(), own);
    return there instanceof ApiResult.Refused<Invoice>
        ? new ApiResult.Done<>(Optional.empty())
        : there.map(other -> isSame(other, reached) ? Optional.empty() : Optional.of(other));
  }

  /** The locations' names may differ for one and the same invoice: only the invoice decides. */
  static boolean isSame(Invoice one, Invoice other) {
    return one.id().equals(other.id())
        && one.lines().equals(other.lines())
        && one.status() == other.status()
        && Objects.equals(one.issued(), other.issued())
        && Objects.equals(one.due(), other.due())
        && Objects.equals(one.total(), other.total())
        && Objects.equals(one.balance(), other.balance());
  }

  private Outcome whichOne(Call call, Invoice reached, Client client) {
    Location here = reached.location();
    Location own = Objects.requireNonNull(client.location());
    Reply.Builder card =
        Reply.card(Text.of("invoice.title", Value.data(reached.id().toString())))
            .tone(Tone.WARNING)
            .body(Text.of("invoice.ambiguous"));
    if (here == null) {
      return new Outcome.Refused(card.build());
    }
    return new Outcome.NeedsInput(
        card.build(),
        new Form(
            spec.path().name(),
            call.options().words(),
            Text.of("invoice.which-location"),
            List.of(
                new Form.Choice(
                    LOCATION,
                    Text.of("field.billing-location"),
                    List.of(option(here), option(own))))));
  }

  private static Form.Option option(Location location) {
    return new Form.Option(
        location.value(), Text.of("invoice.at-location", Value.data(location.value())));
  }
}
