package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.rule.GatewayDesk.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** apply_credit, create_addfunds, mass_pay, generate_due_invoice and the gateway. */
class PaymentTest {

  private final Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()));

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonObject applyCredit(int invoice, String amount) {
    return api.call("apply_credit", "invoice_id", Integer.toString(invoice), "amount", amount);
  }

  @Test
  void creditFallsByWhatTheInvoiceGains() {
    BigDecimal before = api.credit();
    assertThat(Api.isDone(applyCredit(123, "21.50"))).isTrue();
    assertThat(api.credit()).isEqualByComparingTo(before.subtract(new BigDecimal("21.50")));
    assertThat(api.invoice(123).get("credit").getAsBigDecimal()).isEqualByComparingTo("21.50");
    assertThat(api.balance(123)).isEqualByComparingTo("99.50");
    assertThat(api.status(123)).isEqualTo("Unpaid");
  }

  @Test
  void noMoreIsAppliedThanTheBalanceAndTheInvoiceIsThenPaid() {
    assertThat(Api.isDone(applyCredit(123, "150.00"))).isTrue();
    assertThat(api.status(123)).isEqualTo("Paid");
    assertThat(api.balance(123)).isZero();
    assertThat(api.credit()).isEqualByComparingTo("29.50");
    assertThat(applyCredit(123, "1").get("message").getAsString())
        .isEqualTo("invalid invoice id 123 at whmcs_eu status - Paid");
    assertThat(api.credit()).isEqualByComparingTo("29.50");
  }

  @Test
  void noMoreIsAppliedThanThereIs() {
    applyCredit(123, "121");
    assertThat(Api.isDone(applyCredit(102, "54.45"))).isTrue();
    assertThat(api.credit()).isZero();
    assertThat(api.balance(102)).isEqualByComparingTo("24.95");
    assertThat(applyCredit(102, "24.95").get("message").getAsString())
        .isEqualTo("insufficient credit at whmcs_eu");
  }

  @Test
  void payingTheRentExtendsTheServer() {
    String before = nextDue(42);
    applyCredit(123, "121");
    assertThat(nextDue(42)).isGreaterThan(before);
  }

  private String nextDue(int server) {
    return api.call("get_billing_data", "id", Integer.toString(server))
        .getAsJsonObject("data")
        .get("next_due_date")
        .getAsString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-5", "+5", "1e3", "1.005", "5,00", "NaN", "", "١٠"})
  void anAmountThatIsNoneIsRefused(String amount) {
    BigDecimal before = api.credit();
    assertThat(applyCredit(123, amount).get("message").getAsString()).isEqualTo("invalid amount");
    assertThat(api.credit()).isEqualByComparingTo(before);
  }

  @Test
  void theContradictoryAnswerMayMeanEitherThing() {
    api.sandbox().use(Switches.defaults().with(Rule.CreditAnswer.FAILED_NOT_APPLIED));
    String refused = applyCredit(123, "10").toString();
    assertThat(api.balance(123)).isEqualByComparingTo("121.00");
    api.sandbox().use(Switches.defaults().with(Rule.CreditAnswer.FAILED_BUT_APPLIED));
    assertThat(applyCredit(123, "10")).hasToString(refused);
    assertThat(refused).contains("\"result\":\"success\"").contains("WHMCS ApplyCredit failed");
    assertThat(api.balance(123)).isEqualByComparingTo("111.00");
  }

  @Test
  void aTopUpBecomesCreditWhenItIsPaidAndCreditCannotPayIt() {
    BigDecimal before = api.credit();
    JsonObject answer = api.call("create_addfunds", "amount", "20");
    int invoice = answer.getAsJsonObject("invoice").get("id").getAsInt();
    assertThat(api.credit()).isEqualByComparingTo(before);
    assertThat(applyCredit(invoice, "20").get("code").getAsInt()).isEqualTo(-1);
    assertThat(api.sandbox().pay("", invoice)).isEqualTo(Outcome.PAID);
    assertThat(api.credit()).isEqualByComparingTo(before.add(new BigDecimal("20")));
    assertThat(api.sandbox().pay("", invoice)).isEqualTo(Outcome.NOT_PAYABLE);
    assertThat(api.credit()).isEqualByComparingTo(before.add(new BigDecimal("20")));
  }

  private int massPay(String... invoices) {
    return massPayAnswer(invoices).get("invoiceid").getAsInt();
  }

  private JsonObject massPayAnswer(String... invoices) {
    String[] fields = new String[invoices.length * 2];
    for (int i = 0; i < invoices.length; i++) {
      fields[2 * i] = "invoices[]";
      fields[2 * i + 1] = invoices[i];
    }
    return api.call("mass_pay", fields);
  }

  @Test
  void aMassPaymentIsANewInvoiceThatPaysTheOthersWhenItIsPaid() {
    int combined = massPay("101", "102", "101");
    assertThat(List.of(101, 102)).doesNotContain(combined);
    JsonObject invoice = api.invoice(combined);
    assertThat(invoice.getAsJsonObject("items").getAsJsonArray("item")).hasSize(2);
    assertThat(invoice.get("balance").getAsBigDecimal())
        .isEqualByComparingTo(api.balance(101).add(api.balance(102)));
    assertThat(api.status(101)).isEqualTo("Unpaid");
    assertThat(api.sandbox().pay("whmcs_eu", combined)).isEqualTo(Outcome.PAID);
    assertThat(api.status(101)).isEqualTo("Paid");
    assertThat(api.status(102)).isEqualTo("Paid");
    assertThat(api.serverStatus(45)).isEqualTo("Active");
    assertThat(api.call("transactions", "invoice_id", "101").toString())
        .contains("by mass payment #" + combined);
  }

  @Test
  void creditCanPayAMassPayment() {
    int combined = massPay("101", "102");
    applyCredit(combined, "150.50");
    assertThat(api.status(combined)).isEqualTo("Paid");
    assertThat(api.status(102)).isEqualTo("Paid");
    assertThat(api.credit()).isEqualByComparingTo("59.76");
  }

  @Test
  void whatAMassPaymentNoLongerNeedsBecomesCredit() {
    int combined = massPay("101", "102");
    applyCredit(101, "36.29");
    applyCredit(102, "4.45");
    BigDecimal before = api.credit();
    api.sandbox().pay("", combined);
    assertThat(api.credit()).isEqualByComparingTo(before.add(new BigDecimal("40.74")));
    Audit.check(api.sandbox().books());
  }

  @Test
  void aMassPaymentTakesOnlyUnpaidInvoicesOfOneClient() {
    int combined = massPay("101", "102");
    for (String other : List.of("70", "124", "126", "204", Integer.toString(combined), "junk")) {
      JsonObject answer = massPayAnswer("101", other);
      assertThat(answer.get("message").getAsString()).startsWith("invalid invoice id");
    }
    assertThat(massPayAnswer("101").get("message").getAsString())
        .isEqualTo("mass_pay_requires_2_invoices");
  }

  @Test
  void theMassPaymentMayBeAnsweredWronglyAndHidden() {
    api.sandbox()
        .use(
            Switches.defaults()
                .with(Rule.MassPayAnswer.FIRST_OF_INPUT, Rule.MassPayListing.HIDDEN));
    int listed = api.call("get_invoices").get("totalresults").getAsInt();
    assertThat(massPay("102", "101")).isEqualTo(102);
    assertThat(api.call("get_invoices").get("totalresults").getAsInt()).isEqualTo(listed);
    api.sandbox().use(Switches.defaults());
    assertThat(api.call("get_invoices").get("totalresults").getAsInt()).isEqualTo(listed + 1);
  }

  @Test
  void theNextInvoiceIsMadeOnlyWhenNothingIsOwedAndNoUpgradeWaits() {
    JsonObject made =
        api.call("generate_due_invoice", "id", "43")
            .getAsJsonArray("invoices")
            .get(0)
            .getAsJsonObject();
    assertThat(made.get("amount").getAsBigDecimal()).isEqualByComparingTo("36.29");
    assertThat(api.status(made.get("id").getAsInt())).isEqualTo("Unpaid");
    assertThat(refusal("generate_due_invoice", "43"))
        .isEqualTo("next_invoice_blocked_by_unpaid_invoice");
    assertThat(refusal("generate_due_invoice", "42"))
        .isEqualTo("next_invoice_blocked_by_unpaid_invoice");
    assertThat(refusal("generate_due_invoice", "44")).isEqualTo("next_invoice_blocked_by_upgrade");
    assertThat(refusal("generate_due_invoice", "46")).isEqualTo("next_invoice_blocked_by_status");
  }

  private String refusal(String action, String id) {
    return api.call(action, "id", id).get("message").getAsString();
  }

  @Test
  void creditMayPayADueInvoiceAtOnce() {
    api.sandbox().use(Switches.defaults().with(Rule.DueInvoiceCredit.APPLIED));
    JsonObject made =
        api.call("generate_due_invoice", "id", "43")
            .getAsJsonArray("invoices")
            .get(0)
            .getAsJsonObject();
    assertThat(made.get("status").getAsString()).isEqualTo("Paid");
    assertThat(api.credit()).isEqualByComparingTo("114.21");
  }
}
