package io.tillbot.core.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.support.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownRefusalsTest {
  @ParameterizedTest
  @CsvSource({
    "fill_required_fields, refusal.required-fields",
    "message_firstname_incorrect, refusal.first-name",
    "message_lastname_incorrect, refusal.last-name",
    "message_email_incorrect, refusal.email",
    "email_registered, refusal.email-registered",
    "sms_number_not_supported, refusal.sms-number",
    "premium_sms_not_supported, refusal.premium-number",
    "message_phone_incorrect_format, refusal.phone-format",
    "system_error, refusal.system-error",
    "'verification failed, subcontact not found', refusal.contact-not-found",
    "mass_pay_requires_2_invoices, refusal.two-invoices",
    "next_invoice_blocked_by_upgrade, refusal.upgrade-pending",
    "next_invoice_blocked_by_unpaid_invoice, refusal.unpaid-invoice",
    "sub_cancel_no_active_subscription, refusal.no-subscription",
    "sub_cancel_already_requested, refusal.already-requested",
    "whmcs_immediate_cancellation_no_invoices, refusal.nothing-to-refund",
  })
  void aDocumentedWordIsExplainedBesideTheApisOwn(String word, String meaning) {
    assertThat(bodyOf(word)).containsExactly("api.refused.message(" + word + ")", meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Email_Registered",
        "invalid profile data: email_registered",
        "co_smsnum - email_registered."
      })
  void aWordInsideASentenceIsKnownToo(String message) {
    assertThat(bodyOf(message)).contains("refusal.email-registered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Not yours", "my_system_error", "system_errors", "new email registered", ""})
  void otherWordsAreLeftAlone(String message) {
    assertThat(bodyOf(message)).hasSize(1);
  }

  @Test
  void eachDetailIsExplainedAndEachMeaningIsSaidOnce() {
    Reply card =
        card(
            "fill_required_fields",
            "message_email_incorrect",
            "message_email_incorrect",
            "something_new");
    assertThat(Words.of(card.body()))
        .containsExactly(
            "api.refused.message(fill_required_fields)",
            "refusal.required-fields",
            "refusal.email");
    assertThat(Words.of(card.notes())).hasSize(3).contains("api.detail(something_new)");
  }

  private static List<String> bodyOf(String message) {
    return Words.of(card(message).body());
  }

  private static Reply card(String message, String... details) {
    return ApiFailures.answer(
            new ApiResult.Refused<>(new Refusal("-1", message, List.of(details))),
            _ -> new Outcome.Answered(Reply.of(Text.of("unused"))))
        .reply();
  }
}
