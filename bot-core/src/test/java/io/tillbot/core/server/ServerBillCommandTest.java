package io.tillbot.core.server;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.row;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerBillCommandTest {
  private static final InvoiceSummary OLD = row(70, InvoiceStatus.PAID, null, eur("79.00"), null);
  private static final InvoiceSummary NEW = unpaid(555, "2026-12-03", "79.00", "EUR");

  private final TestBot bot = TestBot.linked();

  @Test
  void thePreviewSaysThatTheAmountIsKnownOnlyAfterwards() {
    look("150.50", OLD);
    Outcome preview = bot.say("/server bill 42");
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    assertThat(Words.of(preview.reply().body()))
        .containsExactly("server-bill.amount-afterwards", "server-bill.credit-may-pay");
  }

  @Test
  void anUnpaidInvoiceOfTheServerIsNamedBeforeTheApiWouldRefuse() {
    look("150.50", OLD, NEW);
    Outcome refused = bot.say("/server bill 42");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.buttons(refused.reply())).containsExactly("/invoice 555", "/pay 555");
  }

  @Test
  void whatTheCreditPaidAtOnceIsShown() {
    Outcome done =
        carriedOut(
            new ApiResult.Done<>(new WriteAnswer.DueInvoicesGenerated(List.of(NEW))),
            "71.50",
            OLD,
            NEW);
    assertThat(Words.of(done.reply().title())).isEqualTo("server-bill.done(555, 42)");
    assertThat(Words.field(done.reply(), "field.credit"))
        .contains("confirm.changed(150.50 EUR, 71.50 EUR)");
  }

  @Test
  void aLostAnswerIsDoneWhenTheServerHasANewInvoice() {
    Outcome done =
        carriedOut(new ApiResult.Unknown<>(UnknownCause.CONNECTION_LOST), "150.50", OLD, NEW);
    assertThat(Words.of(done.reply().title())).isEqualTo("server-bill.done(555, 42)");
  }

  @Test
  void aLostAnswerIsUnknownWhenTheServerHasNone() {
    Outcome unknown =
        carriedOut(new ApiResult.Unknown<>(UnknownCause.CONNECTION_LOST), "150.50", OLD);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.buttons(unknown.reply())).startsWith("/server invoices 42", "/credit");
  }

  @Test
  void anOldInvoiceThatTheApiNamesIsNotTakenForANewOne() {
    Outcome unknown =
        carriedOut(
            new ApiResult.Done<>(new WriteAnswer.DueInvoicesGenerated(List.of(OLD))),
            "150.50",
            OLD);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aSecondPreviewOfTheSameIsStaleOnceTheFirstHasMadeItsInvoice() {
    look("150.50", OLD);
    Outcome preview = bot.say("/server bill 42");
    look("150.50", OLD, row(555, InvoiceStatus.PAID, null, eur("79.00"), null));
    assertThat(bot.confirm(preview)).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().requests())
        .noneMatch(WriteRequest.GenerateDueInvoice.class::isInstance);
  }

  @Test
  void aPendingUpgradeIsTheApisNo() {
    Outcome refused =
        carriedOut(
            new ApiResult.Refused<>(Samples.refusal("next_invoice_blocked_by_upgrade")),
            "150.50",
            OLD);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
  }

  private Outcome carriedOut(
      ApiResult<WriteAnswer.DueInvoicesGenerated> answer,
      String creditAfterwards,
      InvoiceSummary... afterwards) {
    look("150.50", OLD);
    look("150.50", OLD);
    bot.billing()
        .on(WriteRequest.GenerateDueInvoice.class, answer)
        .gives(ReadRequest.GetRelatedInvoices.class, List.of(afterwards))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(creditAfterwards)));
    return bot.confirm("/server bill 42");
  }

  private void look(String credit, InvoiceSummary... invoices) {
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(
            ReadRequest.GetBillingData.class,
            new ServerBilling(new AccountId(7042), new Location("whmcs_eu"), "Active", null, null))
        .gives(ReadRequest.GetRelatedInvoices.class, List.of(invoices))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(credit)));
  }
}
