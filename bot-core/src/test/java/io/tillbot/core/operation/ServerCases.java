package io.tillbot.core.operation;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.row;
import static io.tillbot.core.Samples.unpaid;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.support.ScriptedBilling;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The changes of a server. */
final class ServerCases {
  private static final WriteAnswer.Acknowledged YES = new WriteAnswer.Acknowledged();
  private static final String END = "End of Billing Period";
  private static final String NOW = "Immediate";

  private ServerCases() {}

  static Stream<RecallCase> all() {
    return Stream.of(
        endOfPeriod(),
        atOnce(),
        undo("cancel undo, of the period's end", END, Commitment.nothing()),
        undo("cancel undo, at once", NOW, Commitment.open()),
        undo("cancel undo, nobody knows of what", "Some Day", Commitment.open()),
        subscription());
  }

  private static RecallCase endOfPeriod() {
    return new RecallCase(
        "cancel server",
        "/cancel server 42 no longer needed",
        server("Active"),
        server("Active", END),
        YES,
        Finding.Done.class,
        Finding.Unproven.class,
        Set.of("server/42"),
        Commitment.nothing());
  }

  private static RecallCase atOnce() {
    return new RecallCase(
        "cancel server --now",
        "/cancel server 42 moved --now",
        withCredit("150.50", server("Active")),
        withCredit("170.00", server("Cancelled")),
        YES,
        Finding.Done.class,
        Finding.Unproven.class,
        Set.of("server/42", "invoice/101", "invoice/102"),
        Commitment.open());
  }

  private static RecallCase undo(String name, String type, Commitment commitment) {
    return new RecallCase(
        name,
        "/cancel undo 42",
        withCredit("170.00", server("Active", type)),
        withCredit("150.50", server("Active")),
        new WriteAnswer.CancellationWithdrawn(null),
        Finding.Done.class,
        Finding.NotDone.class,
        Set.of("server/42"),
        commitment);
  }

  private static RecallCase subscription() {
    return new RecallCase(
        "cancel subscription",
        "/cancel subscription 42 moved",
        server("Active"),
        server("Active"),
        new WriteAnswer.TicketCreated("JIRA-1"),
        Finding.Unproven.class,
        Finding.Unproven.class,
        Set.of("server/42"),
        Commitment.nothing());
  }

  private static Consumer<ScriptedBilling> withCredit(
      String credit, Consumer<ScriptedBilling> server) {
    return billing -> {
      server.accept(MoneyCases.credit(billing, credit));
      billing.always(
          ReadRequest.GetRelatedInvoices.class,
          new ApiResult.Done<>(
              List.of(
                  row(70, InvoiceStatus.PAID, null, eur("79.00"), null),
                  unpaid(101, "2026-12-03", "79.00", "EUR"),
                  unpaid(102, "2026-12-04", "9.00", "EUR"))));
    };
  }

  /** A server with cancellation requests of those types. */
  static Consumer<ScriptedBilling> server(String status, String... types) {
    AccountId account = new AccountId(7042);
    return billing ->
        billing
            .always(
                ReadRequest.GetBillingData.class,
                new ApiResult.Done<>(
                    new ServerBilling(account, new Location("whmcs_eu"), status, null, null)))
            .always(
                ReadRequest.GetCancellationRequests.class,
                new ApiResult.Done<>(
                    Stream.of(types).map(type -> request(account, type)).toList()));
  }

  private static CancellationRequest request(AccountId account, @Nullable String type) {
    return new CancellationRequest(
        account, LocalDate.of(2026, 11, 20), null, type, null, null, null, null);
  }
}
