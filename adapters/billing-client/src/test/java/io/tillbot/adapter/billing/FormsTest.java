package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.billing.Dialect.CancellationReason;
import io.tillbot.adapter.billing.Dialect.ServerNumbering;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.request.WriteRequest.CreateAddFunds;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that forms carry, and what the dialect changes in them. */
class FormsTest {

  @ParameterizedTest
  @CsvSource({
    "add_contact, params[firstname], Ann",
    "add_contact, params[lastname], Lee",
    "add_contact, params[email], ann@example.test",
    "add_contact, params[password1], pw-one",
    "add_contact, params[password2], pw-two",
    "add_contact, params[phonenumber], +1",
    "add_contact, params[companyname], Co",
    "add_contact, params[address1], Street 1",
    "add_contact, params[address2], Floor 2",
    "add_contact, params[city], Town",
    "add_contact, params[state], State",
    "add_contact, params[postcode], 9999",
    "add_contact, params[country], NL",
    "add_contact, type, 1",
    "apply_credit, invoice_id, 123",
    "apply_credit, amount, 10",
    "create_addfunds, amount, 25.00",
    "create_addfunds, description, Top up & go",
    "create_addfunds, subscribe, true",
    "delete_cancellation_request, id, 42",
    "delete_contact, contact_id, 7",
    "download_invoice, invoice_id, 123",
    "download_invoice, proforma_invoice, 1",
    "download_invoice, viewpdf, 0",
    "generate_due_invoice, id, 42",
    "get_billing_data, id, 42",
    "get_billing_data, customer_name, Ann Lee",
    "get_cancellation_requests, id, 42",
    "get_cancellation_requests, cancellation_type, End of Billing Period",
    "get_cancellation_requests, billing_status, Active",
    "get_cancellation_requests, period_from, 2026-01-02",
    "get_cancellation_requests, period_to, 2026-03-04",
    "get_client, email, ann@example.test",
    "get_client, full, true",
    "get_contacts, email, ann@example.test",
    "get_invoice, invoice_id, 123",
    "get_invoice, location, whmcs_eu",
    "get_invoice, load_client_data, 1",
    "get_invoices, location, whmcs_eu",
    "get_related_invoices, id, 42",
    "get_related_invoices, account_id, 9",
    "getpaymentgw, invoice_id, 123",
    "request_cancellation, id, 42",
    "request_cancellation, cancellation_type, 1",
    "request_cancellation, cancellation_reason, Moved away",
    "request_cancellation, refund, 5.00",
    "request_cancellation, currency, EUR",
    "request_cancellation, service_price, 6.00",
    "request_cancellation, refund_message, long words",
    "request_cancellation, refund_message_short, short words",
    "request_cancellation, clientid, 55",
    "request_cancellation, billing, whmcs_eu",
    "request_cancellation, email, ann@example.test",
    "request_cancellation, last_invoice, 789",
    "request_cancellation, prev_invoice_id, 788",
    "request_cancellation, relid, 101",
    "request_cancellation, vat_msg, vat words",
    "request_cancellation, rec_before_tax, 7.00",
    "request_cancellation, total_with_tax, 8.00",
    "request_cancellation, d_deploy_time, deployed",
    "request_cancellation, d_bill_time, billed",
    "request_cancellation, d_recurring, monthly",
    "request_cancellation, d_period, period",
    "request_cancellation, cbp_adjusted, adjusted",
    "request_subscription_cancellation, id, 42",
    "request_subscription_cancellation, cancellation_type, bank",
    "request_subscription_cancellation, cancellation_reason, Moved away",
    "reset_password, email, ann@example.test",
    "reset_password, reset_token, reset-one",
    "reset_password, pass, pw-three",
    "reset_password, code, code-four",
    "reset_password, location, whmcs_eu",
    "transactions, transaction_id, 11",
    "transactions, invoice_id, 123",
    "transactions, server_id, 42",
    "update_client, profile_data[client_id], 55",
    "update_client, profile_data[location], whmcs_eu",
    "update_client, profile_data[billing_email], ann@example.test",
    "update_client, profile_data[billing_firstname], Ann",
    "update_client, profile_data[billing_lastname], Lee",
    "update_client, profile_data[co_smsnum], +1",
    "update_client, profile_data[ips], 192.0.2.1",
    "update_client, profile_data[co_customertype], Company",
    "update_client, profile_data[form_id], form-9",
    "update_client, profile_data[co_secret], word-five",
    "update_contact, contact_id, 7",
    "update_contact, email, ann@example.test",
    "update_contact, firstname, Ann",
    "update_contact, lastname, Lee",
    "update_contact, phonenumber, +1",
    "update_contact, password1, pw-six",
    "update_contact, password2, pw-seven"
  })
  void eachValueGoesUnderItsName(String method, String name, String value) {
    assertThat(sent(Samples.of(method).whole()::apply, d -> d).value(name)).isEqualTo(value);
  }

  @Test
  void theInvoicesOfAMassPaymentAreRepeated() {
    Form form = sent(Samples.of("mass_pay").whole()::apply, d -> d);

    assertThat(form.all("invoices[]")).containsExactly("101", "102");
  }

  @Test
  void aCancellationAtTheEndOfThePeriodSendsTheReasonAndNothingElse() {
    Form form = sent(Samples.of("request_cancellation").least()::apply, d -> d);

    assertThat(form.names())
        .containsExactlyInAnyOrder(
            "action", "token", "id", "cancellation_type", "cancellation_reason");
    assertThat(form.value("cancellation_type")).isEqualTo("0");
  }

  @Test
  void theVendorsNamesOfTheReasonAreSentOnlyWhenSwitchedOn() {
    Form vendor = cancellation(CancellationReason.VENDOR_TOOLS);
    assertThat(vendor.names()).doesNotContain("cancellation_reason");
    assertThat(vendor.value("terminate_reason_custom")).isEqualTo("Moved away");
    assertThat(vendor.value("pin")).isEqualTo("not_set");

    Form both = cancellation(CancellationReason.BOTH);
    assertThat(both.value("cancellation_reason")).isEqualTo("Moved away");
    assertThat(both.value("terminate_reason_custom")).isEqualTo("Moved away");
    assertThat(both.value("pin")).isEqualTo("not_set");
  }

  @Test
  void aContactWithoutATypeGetsTheOneOfTheDialect() {
    assertThat(sent(Samples.of("add_contact").least()::apply, d -> d).value("type")).isEqualTo("1");
    assertThat(
            sent(Samples.of("add_contact").least()::apply, d -> d.withContactType("2"))
                .value("type"))
        .isEqualTo("2");
    assertThat(sent(Samples.of("add_contact").least()::apply, d -> d.withContactType(null)).names())
        .doesNotContain("type");
  }

  @ParameterizedTest
  @CsvSource({
    "delete_cancellation_request, id",
    "request_subscription_cancellation, id",
    "transactions, server_id"
  })
  void aServerMayBeNumberedByItsAccount(String method, String name) {
    try (FakeApi api =
            FakeApi.answering(
                "{\"result\":\"OK\",\"data\":{\"account_id\":\"777\"},\"ticket\":\"T-1\"}");
        BillingClient client = client(api, d -> d.withServerNumber(ServerNumbering.ACCOUNT_ID))) {
      assertThat(Samples.of(method).whole().apply(client.open(FakeApi.TOKEN)))
          .isInstanceOf(ApiResult.Done.class);

      assertThat(api.actions()).containsExactly("get_billing_data", method);
      assertThat(api.forms().getFirst().value("id")).isEqualTo("42");
      assertThat(api.forms().getLast().value(name)).isEqualTo("777");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"result\":\"OK\",\"data\":{}}", "<html>"})
  void aWriteIsNotSentWhenTheAccountCannotBeFound(String answer) {
    try (FakeApi api = FakeApi.answering(answer);
        BillingClient client = client(api, d -> d.withServerNumber(ServerNumbering.ACCOUNT_ID))) {
      assertThat(
              Samples.of("delete_cancellation_request").least().apply(client.open(FakeApi.TOKEN)))
          .isEqualTo(new ApiResult.NotSent<>(NotSentCause.NOT_PREPARED, null));
      assertThat(api.actions()).containsOnly("get_billing_data");
    }
  }

  @Test
  void awkwardTextArrivesAsItWas() {
    String awkward = "a=b&c%20+d \"é\" 漢字 😀\n<x>";
    Form form =
        sent(
            api -> api.writes().createAddFunds(new CreateAddFunds(BigDecimal.TEN, awkward, null)),
            d -> d);

    assertThat(form.all("description")).isEqualTo(List.of(awkward));
  }

  private static Form cancellation(CancellationReason naming) {
    return sent(
        Samples.of("request_cancellation").least()::apply, d -> d.withCancellationReason(naming));
  }

  private interface Call {
    ApiResult<?> on(BillingApi api);
  }

  private static Form sent(Call call, UnaryOperator<Dialect> dialect) {
    try (FakeApi api = FakeApi.answering("{\"result\":\"OK\"}");
        BillingClient client = client(api, dialect)) {
      call.on(client.open(FakeApi.TOKEN));
      return api.onlyForm();
    }
  }

  private static BillingClient client(FakeApi api, UnaryOperator<Dialect> dialect) {
    return new BillingClient(
        api.options().withRetry(ReadRetry.never()).withDialect(dialect.apply(Dialect.defaults())));
  }
}
