package io.tillbot.core.credit;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.LocationType;
import io.tillbot.core.command.option.MoneyType;
import io.tillbot.core.invoice.InvoiceKind;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.invoice.UnambiguousInvoice;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /pay <invoice> [amount]}: apply_credit. Without an amount it pays what is open, where that
 * is proven; otherwise it asks.
 */
public final class PayCommand implements Handler.ChangesAccount {
  private static final OptionSpec<InvoiceId> INVOICE =
      OptionSpec.required("invoice", IdType.invoice());
  private static final OptionSpec<BigDecimal> AMOUNT =
      OptionSpec.optional("amount", new MoneyType());
  private static final OptionSpec<Location> LOCATION =
      OptionSpec.named("location", new LocationType());
  private static final CommandSpec SPEC =
      CommandSpec.money("pay", Visibility.SHAREABLE, INVOICE, AMOUNT, LOCATION)
          .leadingTo("invoices", "mass-pay", "pay-methods");

  private final InvoiceWords words;

  private PayCommand(InvoiceWords words) {
    this.words = words;
  }

  public static Command command(InvoiceWords words) {
    return new Command(SPEC, new PayCommand(words));
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    return Preparation.of(
        Holdings.read(billing),
        holdings ->
            new UnambiguousInvoice(billing, SPEC)
                .find(
                    call,
                    call.options().require(INVOICE),
                    call.options().find(LOCATION),
                    holdings.client(),
                    invoice ->
                        payment(
                            call,
                            invoice.orIn(holdings.currency()),
                            holdings,
                            Originals.read(invoice, billing))));
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    InvoiceId id = call.options().require(INVOICE);
    return Recalled.of(
        () -> CreditPayment.recalled(recollection, words),
        Text.of("pay.title", Value.data(id.toString())),
        card -> CreditPayment.whereToLook(card, id));
  }

  private Preparation payment(Call call, Invoice invoice, Holdings holdings, Originals originals) {
    Optional<Text> obstacle = obstacle(invoice, holdings.credit());
    if (obstacle.isPresent()) {
      return Preparation.refused(
          card(invoice)
              .body(obstacle.get())
              .run(Text.of("button.invoice"), "/invoice " + invoice.id() + " --no-pdf")
              .run(Text.of("button.payment-methods"), "/pay-methods " + invoice.id()));
    }
    @Nullable BigDecimal asked = call.options().find(AMOUNT).orElse(null);
    Money most = most(invoice.balance(), holdings.credit());
    if (asked == null && invoice.balance() == null) {
      return new Preparation.Ended(amountNeeded(call, invoice, holdings.credit()));
    }
    Money amount = asked == null ? most : new Money(asked, holdings.currency()).min(most);
    return new Preparation.Ready(
        new CreditPayment(
            invoice,
            amount,
            Optional.ofNullable(asked).map(sum -> new Money(sum, holdings.currency())),
            holdings.credit(),
            originals,
            words));
  }

  /** Why the credit cannot pay it, where that is known beforehand. */
  private Optional<Text> obstacle(Invoice invoice, Money credit) {
    Money balance = invoice.balance();
    if (invoice.status() != InvoiceStatus.UNPAID && invoice.status() != InvoiceStatus.UNKNOWN) {
      return Optional.of(Text.of("pay.not-unpaid", words.status(invoice.status(), invoice.due())));
    }
    if (InvoiceKind.of(invoice) == InvoiceKind.TOP_UP) {
      return Optional.of(Text.of("pay.is-a-top-up"));
    }
    if (!credit.isPositive()) {
      return Optional.of(Text.of("pay.no-credit", Value.line("/top-up")));
    }
    if (balance != null && !balance.currency().equals(credit.currency())) {
      return Optional.of(
          Text.of(
              "pay.other-currency",
              Value.data(balance.currency().code()),
              Value.data(credit.currency().code())));
    }
    return balance != null && !balance.isPositive()
        ? Optional.of(Text.of("pay.nothing-open"))
        : Optional.empty();
  }

  private static Money most(@Nullable Money balance, Money credit) {
    return balance == null ? credit : balance.min(credit);
  }

  private static Outcome amountNeeded(Call call, Invoice invoice, Money credit) {
    return new Outcome.NeedsInput(
        card(invoice)
            .tone(Tone.WARNING)
            .body(Text.of("pay.balance-not-told"))
            .field(Text.of("field.credit"), Value.amount(credit))
            .field(
                Text.of("field.try"),
                Value.line("/pay " + invoice.id() + " " + AMOUNT.type().example()))
            .build(),
        new Form(
            SPEC.path().name(),
            call.options().words(),
            Text.of("pay.title", Value.data(invoice.id().toString())),
            List.of(
                new Form.Line(
                    AMOUNT.name(),
                    Text.of("field.amount"),
                    Form.Need.REQUIRED,
                    null,
                    AMOUNT.type().example()))));
  }

  private static Reply.Builder card(Invoice invoice) {
    return Reply.card(Text.of("pay.title", Value.data(invoice.id().toString())));
  }
}
