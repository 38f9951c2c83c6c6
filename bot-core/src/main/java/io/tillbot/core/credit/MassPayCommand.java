package io.tillbot.core.credit;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.ListType;
import io.tillbot.core.invoice.InvoiceKind;
import io.tillbot.core.invoice.InvoiceLookup;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.invoice.KnownInvoices;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /mass-pay [id id …]}: mass_pay combines unpaid invoices of one client, currency and
 * location into a new one; no money moves until that is paid. Without ids it asks which.
 */
public final class MassPayCommand implements Handler.ChangesAccount {
  /** What a chat's list of choices can show. */
  static final int MOST = 25;

  /** The API's own limit: {@code mass_pay_requires_2_invoices}. */
  static final int LEAST = 2;

  private static final OptionSpec<List<InvoiceId>> IDS =
      OptionSpec.rest("ids", new ListType<>(IdType.invoice(), MOST));
  private static final CommandSpec SPEC =
      CommandSpec.money("mass-pay", Visibility.SHAREABLE, IDS)
          .asking(IDS)
          .leadingTo("pay", "pay-methods");

  private final InvoiceWords words;

  private MassPayCommand(InvoiceWords words) {
    this.words = words;
  }

  public static Command command(InvoiceWords words) {
    return new Command(SPEC, new MassPayCommand(words));
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    return Preparation.of(
        billing.getInvoices(new ReadRequest.GetInvoices(null)),
        list -> {
          if (call.opensForm(SPEC)) {
            return new Preparation.Ended(question(list, billing));
          }
          List<InvoiceId> ids = call.options().find(IDS).orElse(List.of());
          return ids.size() < LEAST
              ? refused(Text.of("mass-pay.least"))
              : Preparation.of(
                  all(ids, billing), invoices -> payment(invoices, KnownInvoices.of(list)));
        });
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    List<InvoiceId> ids = call.options().require(IDS);
    return Recalled.of(
        () -> MassPayment.recalled(ids, recollection, words),
        MassPayment.subject(ids),
        MassPayment::lookAtInvoices);
  }

  private static Outcome question(InvoiceList list, BillingReads billing) {
    return new MassPayQuestion(SPEC, IDS)
        .ask(list, new InvoiceLookup(billing))
        .<Outcome>map(outcome -> outcome)
        .orElseGet(() -> new Outcome.Refused(card().body(Text.of("mass-pay.too-few")).build()));
  }

  private static ApiResult<List<Invoice>> all(List<InvoiceId> ids, BillingReads billing) {
    InvoiceLookup lookup = new InvoiceLookup(billing);
    ApiResult<List<Invoice>> all = new ApiResult.Done<>(List.of());
    for (InvoiceId id : ids) {
      all =
          all.then(
              before ->
                  lookup
                      .find(id, null)
                      .map(invoice -> Stream.concat(before.stream(), Stream.of(invoice)).toList()));
    }
    return all;
  }

  private Preparation payment(List<Invoice> invoices, KnownInvoices before) {
    List<Text> obstacles = obstacles(invoices);
    if (obstacles.isEmpty()) {
      return new Preparation.Ready(new MassPayment(invoices, before, words));
    }
    Reply.Builder card = card();
    obstacles.forEach(card::body);
    return Preparation.refused(card.run(Text.of("button.unpaid"), "/invoices unpaid"));
  }

  /** Why they cannot be combined, where that is known beforehand; each says which one. */
  private List<Text> obstacles(List<Invoice> invoices) {
    List<Text> obstacles = new ArrayList<>();
    for (Invoice invoice : invoices) {
      obstacle(invoice).ifPresent(obstacles::add);
    }
    if (invoices.stream().map(Invoice::location).filter(Objects::nonNull).distinct().count() > 1) {
      obstacles.add(Text.of("mass-pay.several-locations"));
    }
    if (currencies(invoices) > 1) {
      obstacles.add(Text.of("mass-pay.several-currencies"));
    }
    return obstacles;
  }

  private Optional<Text> obstacle(Invoice invoice) {
    Value id = Value.data(invoice.id().toString());
    if (invoice.status() != InvoiceStatus.UNPAID && invoice.status() != InvoiceStatus.UNKNOWN) {
      return Optional.of(
          Text.of("mass-pay.not-unpaid", id, words.status(invoice.status(), invoice.due())));
    }
    return switch (InvoiceKind.of(invoice)) {
      case REGULAR -> Optional.empty();
      case TOP_UP -> Optional.of(Text.of("mass-pay.is-a-top-up", id));
      case MASS_PAYMENT -> Optional.of(Text.of("mass-pay.is-one-already", id));
    };
  }

  private static long currencies(List<Invoice> invoices) {
    return invoices.stream()
        .flatMap(invoice -> Stream.ofNullable(MassPayment.open(invoice)))
        .map(Money::currency)
        .filter(code -> !code.equals(CurrencyCode.NONE))
        .distinct()
        .count();
  }

  private static Preparation refused(Text why) {
    return Preparation.refused(
        card().body(why).field(Text.of("field.usage"), Value.line(SPEC.usage())));
  }

  private static Reply.Builder card() {
    return Reply.card(Text.of("mass-pay.title"));
  }
}
