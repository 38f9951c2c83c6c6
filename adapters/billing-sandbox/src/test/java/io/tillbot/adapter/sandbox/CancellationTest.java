package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Shape;
import io.tillbot.adapter.sandbox.choice.Switches;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** request_cancellation, delete_cancellation_request, request_subscription_cancellation. */
class CancellationTest {

  private final Api api =
      Api.demo(Sandbox.start(SandboxOptions.defaults().withClock(new MovedClock())));

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonObject cancel(int server, String type) {
    return api.call(
        "request_cancellation",
        "id",
        Integer.toString(server),
        "cancellation_type",
        type,
        "cancellation_reason",
        "No longer needed");
  }

  @Test
  void atTheEndOfThePeriodNothingHappensAtOnce() {
    BigDecimal before = api.credit();
    assertThat(Api.isDone(cancel(42, "0"))).isTrue();
    assertThat(api.serverStatus(42)).isEqualTo("Active");
    assertThat(api.status(123)).isEqualTo("Unpaid");
    assertThat(api.credit()).isEqualByComparingTo(before);
    JsonObject request =
        api.call("get_cancellation_requests", "id", "42")
            .getAsJsonArray("message")
            .get(0)
            .getAsJsonObject();
    assertThat(request.get("relid").getAsInt()).isEqualTo(7042);
    assertThat(request.get("cr_type").getAsString()).isEqualTo("End of Billing Period");
    assertThat(request.get("cr_reason").getAsString()).isEqualTo("No longer needed");
    assertThat(request.get("due_date").getAsString()).isEqualTo("2026-03-20");
  }

  @Test
  void immediatelyItCancelsWhatIsOwedAndRefundsWhatIsUnused() {
    BigDecimal before = api.credit();
    assertThat(Api.isDone(cancel(42, "1"))).isTrue();
    assertThat(api.serverStatus(42)).isEqualTo("Cancelled");
    assertThat(api.status(123)).isEqualTo("Cancelled");
    // 95.59 for 28 days from 20 February to 19 March, of which 9 follow 10 March.
    assertThat(api.credit()).isEqualByComparingTo(before.add(new BigDecimal("30.73")));
  }

  @Test
  void withdrawingItRestoresTheOrder() {
    BigDecimal before = api.credit();
    cancel(42, "1");
    JsonObject answer = api.call("delete_cancellation_request", "id", "42");
    assertThat(answer.get("productid").getAsInt()).isEqualTo(7042);
    assertThat(api.serverStatus(42)).isEqualTo("Active");
    assertThat(api.status(123)).isEqualTo("Unpaid");
    assertThat(api.credit()).isEqualByComparingTo(before);
    assertThat(api.call("delete_cancellation_request", "id", "42").get("message").getAsString())
        .isEqualTo("no active cancellation request for server 42");
  }

  @Test
  void aRefundThatWasSpentCannotBeTakenBack() {
    cancel(42, "1");
    api.call("apply_credit", "invoice_id", "102", "amount", "54.45");
    api.call("apply_credit", "invoice_id", "101", "amount", "36.29");
    api.call("apply_credit", "invoice_id", "103", "amount", "38.40");
    int next =
        api.call("generate_due_invoice", "id", "43")
            .getAsJsonArray("invoices")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsInt();
    api.call("apply_credit", "invoice_id", Integer.toString(next), "amount", "36.29");
    BigDecimal left = api.credit();
    assertThat(left).isLessThan(new BigDecimal("30.73"));
    assertThat(api.call("delete_cancellation_request", "id", "42").get("message").getAsString())
        .isEqualTo("the refund of the cancellation has been spent");
    assertThat(api.credit()).isEqualByComparingTo(left);
    assertThat(api.serverStatus(42)).isEqualTo("Cancelled");
  }

  @Test
  void aServerHasOneRequestAtMost() {
    assertThat(cancel(52, "0").get("message").getAsString())
        .isEqualTo("cancellation request already exists");
    assertThat(Api.isDone(api.call("delete_cancellation_request", "id", "52"))).isTrue();
    assertThat(api.cancellations()).isEmpty();
    assertThat(Api.isDone(cancel(52, "0"))).isTrue();
    assertThat(api.cancellations()).hasSize(1);
  }

  @Test
  void onlyARunningServerIsCancelled() {
    assertThat(cancel(46, "0").get("message").getAsString()).contains("Cancelled");
    assertThat(cancel(42, "2").get("message").getAsString()).isEqualTo("invalid cancellation_type");
    assertThat(cancel(71, "0").get("message").getAsString()).isEqualTo("Server not found");
  }

  @Test
  void theListIsFiltered() {
    cancel(42, "0");
    cancel(54, "1");
    assertThat(list()).hasSize(3);
    assertThat(list("cancellation_type", "Immediate")).hasSize(1);
    assertThat(list("cancellation_type", "End of Billing Period")).hasSize(2);
    assertThat(list("billing_status", "Cancelled")).hasSize(1);
    assertThat(list("period_from", "2026-03-08")).hasSize(2);
    assertThat(list("period_to", "2026-03-08")).hasSize(1);
    assertThat(list("id", "54")).hasSize(1);
    assertThat(api.call("get_cancellation_requests", "period_from", "soon").has("code")).isTrue();
  }

  private JsonArray list(String... filter) {
    return api.call("get_cancellation_requests", filter).getAsJsonArray("message");
  }

  @Test
  void theFormMayBeThatOfTheVendorsTools() {
    api.sandbox().use(Switches.defaults().with(Rule.CancellationForm.VENDOR_TOOLS));
    assertThat(cancel(42, "0").get("message").getAsString()).isEqualTo("pin is required");
    api.call(
        "request_cancellation",
        "id",
        "42",
        "cancellation_type",
        "0",
        "pin",
        "not_set",
        "terminate_reason_custom",
        "Their way");
    assertThat(list("id", "42").toString()).contains("Their way");
  }

  @Test
  void anIdMayMeanTheBillingAccount() {
    assertThat(api.call("delete_cancellation_request", "id", "7052").has("code")).isTrue();
    api.sandbox().use(Switches.defaults().with(Rule.ServerIds.BILLING_ACCOUNT));
    assertThat(api.call("delete_cancellation_request", "id", "52").has("code")).isTrue();
    assertThat(Api.isDone(api.call("delete_cancellation_request", "id", "7052"))).isTrue();
  }

  @Test
  void anErrorTextMayHoldTheIdItself() {
    api.sandbox().use(Switches.defaults().with(Shape.Placeholders.EXPANDED));
    assertThat(api.call("delete_cancellation_request", "id", "51").get("message").getAsString())
        .isEqualTo("server 51 doesn't have a relid data");
  }

  @Test
  void aSubscriptionsEndIsATicketAndStopsNothing() {
    JsonObject answer = api.call("request_subscription_cancellation", "id", "43");
    assertThat(answer.get("ticket").getAsString()).matches("JIRA-[0-9]+");
    assertThat(api.serverStatus(43)).isEqualTo("Active");
    assertThat(
            api.call("request_subscription_cancellation", "id", "43").get("message").getAsString())
        .isEqualTo("sub_cancel_already_requested");
  }
}
