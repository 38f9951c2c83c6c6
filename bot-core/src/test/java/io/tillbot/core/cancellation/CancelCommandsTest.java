package io.tillbot.core.cancellation;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.payable;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelCommandsTest {
  private static final AccountId ACCOUNT = new AccountId(7042);
  private static final CancellationRequest REQUEST = request(7042, "End of Billing Period");
  private static final ApiResult<WriteAnswer.Acknowledged> SAID_DONE =
      new ApiResult.Done<>(new WriteAnswer.Acknowledged());

  private final TestBot bot = TestBot.linked();

  @Test
  void aServerIsCancelledAtTheEndOfItsPeriodUnlessAskedOtherwise() {
    server("Active");
    server("Active");
    bot.billing().on(WriteRequest.RequestCancellation.class, SAID_DONE);
    server("Active", REQUEST);
    Outcome done = bot.confirm("/cancel server 42 no longer needed");
    assertThat(Words.of(done.reply().title())).isEqualTo("cancel.done-end(42)");
    assertThat(Words.buttons(done.reply())).containsExactly("/cancel undo 42");
    assertThat(sent())
        .containsExactly(
            new WriteRequest.RequestCancellation(
                new ServerId(42), CancellationTime.END_OF_PERIOD, "no longer needed", null));
  }

  @Test
  void theWordEndIsToleratedAndIsNoReason() {
    server("Active");
    Reply card = bot.say("/cancel server 42 end").reply();
    assertThat(Words.of(card.title())).isEqualTo("cancel.subject-end(42)");
    assertThat(Words.field(card, "field.reason")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "NOW", "now please", "immediate"})
  void theWordNowIsNeverTakenForAReasonNorForTheOption(String reason) {
    Outcome refused = bot.say("/cancel server 42 " + reason);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.field(refused.reply(), "field.try")).contains("/cancel server 42 --now");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void nothingButTheServerTheTimeAndTheReasonIsEverSent() {
    atOnce("150.50", SAID_DONE, "Cancelled", "170.00");
    assertThat(sent())
        .containsExactly(
            new WriteRequest.RequestCancellation(
                new ServerId(42), CancellationTime.IMMEDIATE, "moved", null));
  }

  @Test
  void whatCancellingAtOnceRefundedIsShown() {
    Outcome done = atOnce("150.50", SAID_DONE, "Cancelled", "170.00");
    assertThat(Words.of(done.reply().title())).isEqualTo("cancel.done-now(42)");
    assertThat(Words.field(done.reply(), "field.credit"))
        .contains("confirm.changed(150.50 EUR, 170.00 EUR)");
  }

  @Test
  void aLostAnswerToCancellingAtOnceIsDoneWhenTheServerHasEnded() {
    Outcome done =
        atOnce("150.50", new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), "Cancelled", "150.50");
    assertThat(done).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aLostAnswerToCancellingAtOnceIsUnknownWhenTheServerGoesOn() {
    Outcome unknown =
        atOnce("150.50", new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), "Active", "150.50");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void aLostAnswerIsUnknownWhenNoRequestIsListed() {
    server("Active");
    server("Active");
    bot.billing()
        .on(
            WriteRequest.RequestCancellation.class,
            new ApiResult.Unknown<>(UnknownCause.CONNECTION_LOST));
    server("Active");
    Outcome unknown = bot.confirm("/cancel server 42");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.buttons(unknown.reply()))
        .startsWith("/cancel list --server 42", "/server show 42");
  }

  @Test
  void aRequestOfAnotherKindIsNeverToldAsTheOneThatWasAskedFor() {
    Outcome atOnce =
        atOnce("150.50", SAID_DONE, "Active", "150.50", request(7042, "End of Billing Period"));
    assertThat(atOnce).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(atOnce.reply().notes()))
        .startsWith("cancel.trace-other-kind(cancel.type-end)");

    server("Active", request(7042, "End of Billing Period"));
    bot.say("/billing-admin settle op-0000000001 not-done");
    server("Active");
    server("Active");
    bot.billing().on(WriteRequest.RequestCancellation.class, SAID_DONE);
    server("Cancelled", request(7042, "Immediate"));
    assertThat(bot.confirm("/cancel server 42")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aRequestWhoseKindIsNotToldProvesTheEndOfThePeriodOnlyWithTheApisWord() {
    server("Active");
    server("Active");
    bot.billing().on(WriteRequest.RequestCancellation.class, SAID_DONE);
    server("Active", request(7042, null));
    assertThat(bot.confirm("/cancel server 42")).isInstanceOf(Outcome.Answered.class);

    server("Active");
    server("Active");
    bot.billing()
        .on(
            WriteRequest.RequestCancellation.class,
            new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    server("Active", request(7042, null));
    assertThat(bot.confirm("/cancel server 42")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void relidMayBeTheServersOwnIdInTheListOfThatServer() {
    server("Active", request(42, "End of Billing Period"));
    assertThat(Words.buttons(bot.say("/cancel server 42").reply()))
        .containsExactly("/cancel undo 42");
  }

  @Test
  void aServerThatIsBeingCancelledIsNotCancelledAgain() {
    server("Active", REQUEST);
    Outcome refused = bot.say("/cancel server 42");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.buttons(refused.reply())).containsExactly("/cancel undo 42");
  }

  @Test
  void aServerThatIsOverIsNotPromisedAnEnd() {
    server("Cancelled");
    assertThat(Words.of(bot.say("/cancel server 46").reply().body()))
        .containsExactly("cancel.is-over(Cancelled)");
  }

  @Test
  void aServerWithoutABillingAccountHasNothingToCancel() {
    bot.billing()
        .gives(
            ReadRequest.GetBillingData.class, new ServerBilling(null, null, "Active", null, null));
    assertThat(Words.of(bot.say("/cancel server 51").reply().body()))
        .containsExactly("cancel.not-in-billing");
  }

  @Test
  void nothingIsSentWhenTheServersStatusHasChangedSinceThePreview() {
    server("Active");
    server("Suspended");
    Outcome stale = bot.confirm("/cancel server 42");
    assertThat(stale).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.field(stale.reply(), "fact.status"))
        .contains("confirm.changed(Active, Suspended)");
    assertThat(sent()).isEmpty();
  }

  @Test
  void aSubscriptionsEndIsATicketAndTheCardSaysThatNothingStopsAtOnce() {
    Outcome done = subscription(new ApiResult.Done<>(new WriteAnswer.TicketCreated("JIRA-12001")));
    assertThat(Words.of(done.reply().title()))
        .isEqualTo("cancel-subscription.done(JIRA-12001, 43)");
    assertThat(Words.of(done.reply().body())).containsExactly("cancel-subscription.done-what-now");
  }

  @Test
  void noReadTellsWhetherATicketWasMade() {
    Outcome unknown = subscription(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().body())).contains("cancel-subscription.where-to-look");
  }

  @Test
  void anUndoIsDoneWhenTheRequestIsGone() {
    Outcome done = undo(new ApiResult.Done<>(new WriteAnswer.CancellationWithdrawn(1L)));
    assertThat(Words.of(done.reply().title())).isEqualTo("cancel-undo.done(42)");
  }

  @Test
  void anUndoWhoseAnswerWasLostIsDoneWhenTheRequestIsGone() {
    assertThat(undo(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT)))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void anUndoWhoseAnswerWasLostMayBeStartedAgainWhenTheRequestIsStillThere() {
    Outcome notDone = undo(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), REQUEST);
    assertThat(notDone).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.of(notDone.reply().title())).isEqualTo("not-done.title");
    assertThat(Words.buttons(notDone.reply())).containsExactly("/cancel undo 42");
  }

  @Test
  void anUndoThatTheApiSaysIsDoneIsNotBelievedWhileTheRequestIsThere() {
    assertThat(undo(new ApiResult.Done<>(new WriteAnswer.CancellationWithdrawn(1L)), REQUEST))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aCancellationThatWasCarriedOutMeanwhileIsNotToldAsTakenBack() {
    server("Active", REQUEST);
    server("Active", REQUEST);
    bot.billing()
        .on(
            WriteRequest.DeleteCancellationRequest.class,
            new ApiResult.Done<>(new WriteAnswer.CancellationWithdrawn(1L)));
    server("Terminated");
    assertThat(bot.confirm("/cancel undo 42")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anUndoIsNotProvenByAReadThatDoesNotKnowTheAccount() {
    server("Active", REQUEST);
    server("Active", REQUEST);
    bot.billing()
        .on(
            WriteRequest.DeleteCancellationRequest.class,
            new ApiResult.Unknown<>(UnknownCause.TIMED_OUT))
        .gives(
            ReadRequest.GetBillingData.class, new ServerBilling(null, null, "Active", null, null));
    assertThat(bot.confirm("/cancel undo 42")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void takingBackOneThatTookEffectAtOnceShowsWhatLeavesTheCredit() {
    CancellationRequest now = request(7042, "Immediate");
    bot.billing().always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")));
    for (int look = 0; look < 2; look++) {
      server("Cancelled", now);
      bot.billing()
          .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal("179.18")));
    }
    bot.billing()
        .gives(
            WriteRequest.DeleteCancellationRequest.class,
            new WriteAnswer.CancellationWithdrawn(1L));
    server("Active");
    bot.billing().gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal("150.50")));
    Outcome done = bot.confirm("/cancel undo 42");
    assertThat(Words.field(done.reply(), "field.credit"))
        .contains("confirm.changed(179.18 EUR, 150.50 EUR)");
  }

  @Test
  void rowsOfOtherServersInTheListOfOneAreNotCalledThatServers() {
    bot.billing()
        .gives(
            ReadRequest.GetCancellationRequests.class,
            List.of(REQUEST, request(8061, "End of Billing Period")))
        .gives(ReadRequest.GetBillingData.class, billing("Active"))
        .gives(ReadRequest.GetRelatedInvoices.class, List.of());
    Reply card = bot.say("/cancel list --server 42").reply();
    assertThat(Words.buttons(card)).containsExactly("/cancel undo 42");
    assertThat(Words.rows(card).stream().map(List::getFirst))
        .containsExactlyInAnyOrder("42", "cancel-list.not-known");
  }

  @Test
  void withoutARequestThereIsNothingToUndo() {
    server("Active");
    assertThat(Words.of(bot.say("/cancel undo 42").reply().body()))
        .containsExactly("cancel-undo.nothing-to-undo");
  }

  @Test
  void aListedRequestsServerIsFoundByTheLinesOfItsAccountsInvoices() {
    bot.billing()
        .gives(ReadRequest.GetCancellationRequests.class, List.of(REQUEST))
        .gives(
            ReadRequest.GetRelatedInvoices.class, List.of(unpaid(70, "2026-11-01", "1.00", "EUR")))
        .gives(ReadRequest.GetInvoice.class, withLine(7042, 42L));
    Reply card = bot.say("/cancel list").reply();
    assertThat(Words.rows(card).getFirst())
        .containsExactly("42", "7042", "cancel.type-end", "2026-11-20", "2026-12-08", "Active");
    assertThat(Words.buttons(card)).containsExactly("/cancel undo 42");
    assertThat(bot.billing().requests())
        .contains(new ReadRequest.GetRelatedInvoices(null, ACCOUNT));
  }

  @Test
  void aRowThatCannotBeMappedSaysSoAndOffersNoUndo() {
    bot.billing()
        .gives(ReadRequest.GetCancellationRequests.class, List.of(REQUEST))
        .gives(
            ReadRequest.GetRelatedInvoices.class, List.of(unpaid(70, "2026-11-01", "1.00", "EUR")))
        .gives(ReadRequest.GetInvoice.class, withLine(9999, 42L));
    Reply card = bot.say("/cancel list").reply();
    assertThat(Words.rows(card).getFirst()).startsWith("cancel-list.not-known", "7042");
    assertThat(Words.buttons(card)).isEmpty();
    assertThat(Words.of(card.notes()))
        .containsExactly("cancel-list.server-not-known(/cancel undo)");
  }

  @Test
  void aServersNumberIsNeverTakenForItsBillingAccounts() {
    bot.billing()
        .gives(ReadRequest.GetCancellationRequests.class, List.of(request(42, "Immediate")))
        .gives(ReadRequest.GetRelatedInvoices.class, List.of());
    assertThat(Words.buttons(bot.say("/cancel list").reply())).isEmpty();
  }

  @Test
  void theFiltersOfTheListAreTheApisOwnWords() {
    bot.billing().gives(ReadRequest.GetCancellationRequests.class, List.of());
    bot.say("/cancel list --server 42 --type end --status active --from -30d --to today");
    assertThat(bot.billing().requests())
        .containsExactly(
            new ReadRequest.GetCancellationRequests(
                new ServerId(42),
                "End of Billing Period",
                "Active",
                TestBot.TODAY.minusDays(30),
                TestBot.TODAY));
  }

  @Test
  void aPeriodThatEndsBeforeItStartsIsRefused() {
    Outcome refused = bot.say("/cancel list --from today --to -3d");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly("cancel-list.from-after-to");
  }

  @Test
  void namesAndReasonsOfRequestsAreNotShown() {
    bot.billing()
        .gives(ReadRequest.GetCancellationRequests.class, List.of(REQUEST))
        .gives(ReadRequest.GetRelatedInvoices.class, List.of());
    assertThat(Words.everything(bot.say("/cancel list").reply()))
        .noneMatch(piece -> piece.contains("Jane") || piece.contains("too expensive"));
  }

  private Outcome undo(
      ApiResult<WriteAnswer.CancellationWithdrawn> answer, CancellationRequest... afterwards) {
    server("Active", REQUEST);
    server("Active", REQUEST);
    bot.billing().on(WriteRequest.DeleteCancellationRequest.class, answer);
    server("Active", afterwards);
    return bot.confirm("/cancel undo 42");
  }

  private Outcome subscription(ApiResult<WriteAnswer.TicketCreated> answer) {
    bot.billing()
        .always(ReadRequest.GetBillingData.class, new ApiResult.Done<>(billing("Active")))
        .on(WriteRequest.RequestSubscriptionCancellation.class, answer);
    return bot.confirm("/cancel subscription 43 paying by card");
  }

  private Outcome atOnce(
      String credit,
      ApiResult<WriteAnswer.Acknowledged> answer,
      String statusAfterwards,
      String creditAfterwards,
      CancellationRequest... afterwards) {
    for (int look = 0; look < 2; look++) {
      server("Active");
      bot.billing()
          .gives(ReadRequest.GetRelatedInvoices.class, List.of())
          .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(credit)));
    }
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .on(WriteRequest.RequestCancellation.class, answer);
    server(statusAfterwards, afterwards);
    bot.billing()
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(creditAfterwards)));
    return bot.confirm("/cancel server 42 moved --now");
  }

  private void server(String status, CancellationRequest... requests) {
    bot.billing()
        .gives(ReadRequest.GetBillingData.class, billing(status))
        .gives(ReadRequest.GetCancellationRequests.class, List.of(requests));
  }

  private static ServerBilling billing(String status) {
    return new ServerBilling(ACCOUNT, null, status, "Jane Roe", null);
  }

  private static CancellationRequest request(long account, @Nullable String type) {
    return new CancellationRequest(
        new AccountId(account),
        LocalDate.of(2026, 11, 20),
        "too expensive",
        type,
        LocalDate.of(2026, 12, 8),
        "Jane Roe",
        "Active",
        false);
  }

  private static Invoice withLine(long account, @Nullable Long server) {
    Invoice invoice = payable(70, InvoiceStatus.PAID, eur("0"));
    return new Invoice(
        new InvoiceId(70),
        invoice.status(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(
            new InvoiceLine(
                new AccountId(account),
                server == null ? null : new ServerId(server),
                "Hosting",
                "",
                null)));
  }

  private List<WriteRequest.RequestCancellation> sent() {
    return bot.billing().requests().stream()
        .filter(WriteRequest.RequestCancellation.class::isInstance)
        .map(WriteRequest.RequestCancellation.class::cast)
        .toList();
  }
}
