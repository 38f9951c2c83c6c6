package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of the document: the form that is sent, and both documented answers. */
class MethodsTest {
  private final Contract contract = new Contract();

  static Stream<Sample> samples() {
    return Samples.all().stream();
  }

  @Test
  void everyDocumentedMethodHasASample() {
    assertThat(Samples.all()).extracting(Sample::method).containsExactlyElementsOf(sorted());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theLeastFormHoldsActionTokenAndOnlyDocumentedNames(Sample sample) {
    try (FakeApi api = FakeApi.answering(Samples.successJson(contract, sample));
        BillingClient client = api.client()) {
      sample.least().apply(client.open(FakeApi.TOKEN));

      Form form = api.onlyForm();
      assertThat(form.value("action")).isEqualTo(sample.method());
      assertThat(form.value("token")).isEqualTo("fake-token");
      assertThat(contract.parameters(sample.method())).containsAll(form.names());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theWholeFormHoldsEveryDocumentedName(Sample sample) {
    try (FakeApi api = FakeApi.answering(Samples.successJson(contract, sample));
        BillingClient client = api.client()) {
      sample.whole().apply(client.open(FakeApi.TOKEN));

      assertThat(api.onlyForm().names())
          .containsExactlyInAnyOrderElementsOf(contract.parameters(sample.method()));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everythingIsPostedInTheBodyAndNothingInTheAddress(Sample sample) {
    try (FakeApi api = FakeApi.answering(Samples.successJson(contract, sample));
        BillingClient client = api.client()) {
      sample.whole().apply(client.open(FakeApi.TOKEN));

      RecordedRequest request = api.requests().getFirst();
      assertThat(request.getMethod()).isEqualTo("POST");
      assertThat(request.getTarget()).isEqualTo("/deep/whmcs.php");
      assertThat(request.getHeaders().get("Content-Type"))
          .startsWith("application/x-www-form-urlencoded");
      assertThat(request.getHeaders().toString()).doesNotContain("fake-token");
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theDocumentedSuccessDecodes(Sample sample) {
    try (FakeApi api = FakeApi.answering(Samples.successJson(contract, sample));
        BillingClient client = api.client()) {
      ApiResult<?> result = sample.least().apply(client.open(FakeApi.TOKEN));

      assertThat(result).isEqualTo(sample.success());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theDocumentedFailureDecodes(Sample sample) {
    try (FakeApi api = FakeApi.answering(contract.failure(sample.method()));
        BillingClient client = api.client()) {
      ApiResult<?> result = sample.least().apply(client.open(FakeApi.TOKEN));

      assertThat(result).isEqualTo(documentedFailure(sample));
      assertThat(api.requests()).hasSize(1);
    }
  }

  private static ApiResult<?> documentedFailure(Sample sample) {
    return switch (sample.method()) {
      case "get_clientgroups" -> new ApiResult.NotAuthorized<>("Invalid token or access denied");
      case "add_contact" ->
          new ApiResult.Refused<>(
              new Refusal(
                  "-1",
                  "fill_required_fields",
                  List.of(
                      "message_firstname_incorrect",
                      "message_lastname_incorrect",
                      "message_email_incorrect",
                      "email_registered",
                      "sms_number_not_supported",
                      "premium_sms_not_supported",
                      "message_phone_incorrect_format",
                      "system_error")));
      case "request_cancellation" -> refused("-3", "whmcs_immediate_cancellation_no_invoices");
      default -> refused("-1", MESSAGES.get(sample.method()));
    };
  }

  private static ApiResult<?> refused(String code, String message) {
    return new ApiResult.Refused<>(new Refusal(code, message, List.of()));
  }

  private static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry("apply_credit", "invalid invoice id 123 at whmcs_eu status - Unpaid"),
          Map.entry("create_addfunds", "minimal payment amount is 20."),
          Map.entry("delete_cancellation_request", "server 42 doesn't have a relid data"),
          Map.entry("delete_contact", "verification failed, subcontact not found"),
          Map.entry("download_invoice", "Error getting invoice data or access denied"),
          Map.entry("generate_due_invoice", "next_invoice_blocked_by_upgrade"),
          Map.entry("get_billing_data", "Server not found"),
          Map.entry("get_cancellation_requests", "server $id doesn't have a relid data"),
          Map.entry("get_client", "Request failed for client@location: error_message"),
          Map.entry("get_contacts", "fail to get contacts list"),
          Map.entry("get_invoice", "invalid invoice id 0 at whmcs_eu"),
          Map.entry("get_invoices", "Invalid billing location or invalid client id"),
          Map.entry("get_related_invoices", "server 42 is not linked to the billing"),
          Map.entry(
              "getcredits",
              "failed to retrieve account history at whmcs_eu, please contact support -"
                  + " error_description"),
          Map.entry("getpaymentgw", "failed to retrieve payment gw list: error message"),
          Map.entry("mass_pay", "mass_pay_requires_2_invoices"),
          Map.entry("request_subscription_cancellation", "sub_cancel_no_active_subscription"),
          Map.entry("reset_password", "Invalid password reset token, please try again."),
          Map.entry("transactions", "failed to retrieve transactions - error message"),
          Map.entry("update_client", "invalid profile data: billing_email can't be empty"),
          Map.entry("update_contact", "fill_required_fields"));

  private List<String> sorted() {
    return List.copyOf(contract.methods());
  }
}
