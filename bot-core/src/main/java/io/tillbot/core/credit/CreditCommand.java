package io.tillbot.core.credit;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.invoice.InvoiceTable;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Optional;

/**
 * {@code /credit}: getcredits, with its currency from get_client, and which unpaid invoices of
 * get_invoices it covers.
 */
public final class CreditCommand implements Handler.ReadsAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("credit", Visibility.PRIVATE).leadingTo("pay", "top-up");

  private CreditCommand() {}

  public static Command command() {
    return new Command(SPEC, new CreditCommand());
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    ApiResult<CreditBalance> credit = billing.getCredits(new ReadRequest.GetCredits());
    return ApiFailures.answer(credit, balance -> new Outcome.Answered(card(balance, billing)));
  }

  private static Reply card(CreditBalance balance, BillingReads billing) {
    Optional<CurrencyCode> currency =
        billing.getClient(ReadRequest.GetClient.own()).found().map(Client::currency);
    Money credit = balance.in(currency.orElse(CurrencyCode.NONE));
    Reply.Builder card =
        Reply.card(Text.of("credit.title"))
            .field(Text.of("field.credit"), Value.amount(credit))
            .run(Text.of("button.unpaid"), "/invoices unpaid");
    if (currency.isEmpty()) {
      return card.note(Text.of("credit.currency-not-told")).build();
    }
    billing
        .getInvoices(new ReadRequest.GetInvoices(null))
        .found()
        .ifPresentOrElse(
            invoices -> coverage(card, credit, invoices),
            () -> card.note(Text.of("credit.invoices-not-available")));
    return card.build();
  }

  private static void coverage(Reply.Builder card, Money credit, InvoiceList invoices) {
    Coverage coverage = Coverage.of(credit, invoices.invoices());
    card.field(
        Text.of("field.owed", Value.data(credit.currency().code())),
        Text.of(
            coverage.isExact() ? "invoices.owed" : "invoices.owed-at-most",
            Value.amount(coverage.owed()),
            Value.count(coverage.invoices())));
    verdict(card, credit, coverage, invoices.isCutShort());
    if (coverage.invoices() > 0) {
      card.note(Text.of("credit.top-ups-counted"));
    }
    if (coverage.hasOtherCurrencies()) {
      card.note(Text.of("credit.other-currencies"));
    }
    InvoiceTable.noteIfCutShort(invoices, card);
  }

  /** Good news only where the list proves it: whole, and of one currency. */
  private static void verdict(
      Reply.Builder card, Money credit, Coverage coverage, boolean isCutShort) {
    Tone good = isCutShort || coverage.hasOtherCurrencies() ? Tone.NEUTRAL : Tone.GOOD;
    if (coverage.invoices() == 0) {
      card.tone(good)
          .body(
              good == Tone.GOOD
                  ? Text.of("credit.nothing-owed")
                  : Text.of("credit.nothing-owed-listed", Value.data(credit.currency().code())));
    } else if (coverage.missing().isZero()) {
      card.tone(good)
          .body(Text.of("credit.covers-all", Value.amount(credit.minus(coverage.owed()))));
    } else {
      card.tone(Tone.WARNING)
          .body(
              Text.of(
                  "credit.covers-some",
                  Value.count(coverage.covered()),
                  Value.count(coverage.invoices()),
                  Value.amount(coverage.missing())));
    }
  }
}
