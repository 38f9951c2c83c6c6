package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Shape;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every odd shape of answers. */
class ShapeTest {

  private final Api api =
      Api.demo(Sandbox.start(SandboxOptions.defaults().withClock(new MovedClock())));

  @AfterEach
  void stop() {
    api.close();
  }

  private void use(Choice... choices) {
    api.sandbox().use(Switches.defaults().with(choices));
  }

  private String invoice(Choice choice, String key) {
    use(choice);
    JsonElement value = api.invoice(85).get(key);
    return value == null ? "missing" : value.toString();
  }

  @Test
  void numbers() {
    assertThat(invoice(Shape.Numbers.NUMBER, "total")).isEqualTo("95.59");
    assertThat(invoice(Shape.Numbers.TEXT, "total")).isEqualTo("\"95.59\"");
    assertThat(invoice(Shape.Numbers.TEXT, "invoiceid")).isEqualTo("\"85\"");
    use(Shape.Numbers.GROUPED);
    JsonObject large = Api.of(api.sandbox(), "company").invoice(204);
    assertThat(large.get("total").getAsString()).isEqualTo("2,234.50");
    assertThat(large.get("invoiceid").getAsString()).isEqualTo("204");
    assertThat(large.get("credit").getAsString()).isEqualTo("0.00");
  }

  @Test
  void booleans() {
    Map<Shape.Flags, String> forms =
        Map.of(
            Shape.Flags.AS_DOCUMENTED, "true",
            Shape.Flags.BOOLEAN, "true",
            Shape.Flags.TEXT, "\"true\"",
            Shape.Flags.NUMBER, "1",
            Shape.Flags.DIGIT, "\"1\"",
            Shape.Flags.LETTER, "\"Y\"");
    forms.forEach(
        (form, written) -> {
          use(form);
          assertThat(api.call("get_contacts").get("permission_contacts_granted"))
              .hasToString(written);
        });
  }

  @Test
  void dates() {
    assertThat(invoice(Shape.Dates.AS_DOCUMENTED, "duedate")).isEqualTo("\"2026-02-20\"");
    assertThat(invoice(Shape.Dates.WITH_TIME, "duedate")).isEqualTo("\"2026-02-20 00:00:00\"");
    assertThat(invoice(Shape.Dates.ISO, "duedate")).isEqualTo("\"2026-02-20T00:00:00Z\"");
    assertThat(invoice(Shape.Dates.DAY, "datepaid")).matches("\"2026-02-1[0-9]\"");
    assertThat(invoice(Shape.Dates.AS_DOCUMENTED, "datepaid")).contains(" ");
    assertThat(invoice(Shape.Dates.ISO, "datepaid")).contains("T").contains("Z");
  }

  @Test
  void absentDates() {
    use(Shape.AbsentDates.ZEROS);
    assertThat(api.invoice(123).get("datepaid").getAsString()).isEqualTo("0000-00-00 00:00:00");
    use(Shape.AbsentDates.EMPTY);
    assertThat(api.invoice(123).get("datepaid").getAsString()).isEmpty();
    use(Shape.AbsentDates.NULL);
    assertThat(api.invoice(123).get("datepaid").isJsonNull()).isTrue();
    use(Shape.AbsentDates.MISSING);
    assertThat(api.invoice(123).has("datepaid")).isFalse();
  }

  @Test
  void emptyLists() {
    Api newcomer = Api.of(api.sandbox(), "newcomer");
    Map<Shape.EmptyLists, String> forms =
        Map.of(
            Shape.EmptyLists.ARRAY, "{\"invoice\":[]}",
            Shape.EmptyLists.TEXT, "{\"invoice\":\"\"}",
            Shape.EmptyLists.NULL, "{\"invoice\":null}",
            Shape.EmptyLists.MISSING, "{}");
    forms.forEach(
        (form, written) -> {
          use(form);
          assertThat(newcomer.call("get_invoices").get("invoices")).hasToString(written);
        });
  }

  @Test
  void listsWithElements() {
    use(Shape.Lists.SINGLE_BARE);
    assertThat(items(101).isJsonObject()).isTrue();
    assertThat(items(123).isJsonArray()).isTrue();
    use(Shape.Lists.BY_POSITION);
    assertThat(items(123).getAsJsonObject().keySet()).containsExactly("0", "1", "2", "3");
  }

  private JsonElement items(int invoice) {
    return api.invoice(invoice).getAsJsonObject("items").get("item");
  }

  @Test
  void texts() {
    Api acme = Api.of(api.sandbox(), "acme");
    use(Shape.Texts.ENTITIES);
    JsonObject client = acme.call("get_client").getAsJsonObject("client");
    assertThat(client.get("companyname").getAsString())
        .isEqualTo("Acme &amp; Sons &quot;Hosting&quot;");
    assertThat(client.get("lastname").getAsString()).isEqualTo("O&#039;Neil");
    use(Shape.Texts.TAGS);
    assertThat(acme.invoice(304).toString()).contains("<b>Setup &lt;fee&gt;</b><br />");
  }

  @Test
  void currencyKeys() {
    assertThat(invoice(Shape.CurrencyKeys.CURRENCY, "currency")).isEqualTo("\"EUR\"");
    assertThat(invoice(Shape.CurrencyKeys.CURRENCY_CODE, "currency_code")).isEqualTo("\"EUR\"");
    assertThat(invoice(Shape.CurrencyKeys.CURRENCYCODE, "currencycode")).isEqualTo("\"EUR\"");
  }

  @Test
  void results() {
    assertThat(invoice(Shape.Results.OK, "result")).isEqualTo("\"OK\"");
    assertThat(invoice(Shape.Results.SUCCESS, "result")).isEqualTo("\"success\"");
    assertThat(invoice(Shape.Results.UPPER_CASE, "result")).isEqualTo("\"SUCCESS\"");
    assertThat(invoice(Shape.Results.WITH_CODE, "code")).isEqualTo("0");
  }

  @Test
  void invoiceForms() {
    assertThat(invoice(Shape.InvoiceForm.FULL, "status")).isEqualTo("\"Paid\"");
    assertThat(invoice(Shape.InvoiceForm.STATUS_OVERWRITTEN, "status")).isEqualTo("\"success\"");
    assertThat(invoice(Shape.InvoiceForm.PAYMENT_STATUS, "paymentstatus")).isEqualTo("\"Paid\"");
    assertThat(invoice(Shape.InvoiceForm.INVOICE_STATUS, "invoicestatus")).isEqualTo("\"Paid\"");
    assertThat(invoice(Shape.InvoiceForm.MINIMAL, "total")).isEqualTo("missing");
    assertThat(invoice(Shape.InvoiceForm.MINIMAL, "status")).isEqualTo("\"success\"");
  }

  @Test
  void aListMayBeCutShort() {
    use(Shape.InvoiceListLength.FIRST_FIVE);
    JsonObject answer = api.call("get_invoices");
    assertThat(answer.get("totalresults").getAsInt()).isEqualTo(32);
    assertThat(answer.get("numreturned").getAsInt()).isEqualTo(5);
    assertThat(answer.getAsJsonObject("invoices").getAsJsonArray("invoice")).hasSize(5);
  }

  @Test
  void pdfs() {
    assertThat(pdf(Shape.PdfForm.BY_REQUEST, "0")).startsWith("{\"result\":\"success\"");
    assertThat(pdf(Shape.PdfForm.BY_REQUEST, "1")).startsWith("%PDF-");
    assertThat(pdf(Shape.PdfForm.BASE64, "1")).startsWith("{");
    assertThat(pdf(Shape.PdfForm.BARE, "0")).startsWith("%PDF-");
  }

  private String pdf(Shape.PdfForm form, String inline) {
    use(form);
    return Api.text(api.send("download_invoice", "invoice_id", "123", "viewpdf", inline));
  }

  @Test
  void failures() {
    Map<Shape.Failures, String> forms =
        Map.of(
            Shape.Failures.AS_DOCUMENTED, "{\"code\":-1,\"message\":\"Server not found\"}",
            Shape.Failures.CODE_MESSAGE, "{\"code\":-1,\"message\":\"Server not found\"}",
            Shape.Failures.CODE_MINUS_TWO, "{\"code\":-2,\"message\":\"Server not found\"}",
            Shape.Failures.RESULT_TEXT, "{\"result\":\"-1\",\"message\":\"Server not found\"}",
            Shape.Failures.RESULT_ERROR, "{\"result\":-1,\"error\":\"Server not found\"}",
            Shape.Failures.MINUS_ONE_KEY, "{\"-1\":\"Server not found\"}",
            Shape.Failures.CODE_TEXT,
                "{\"result\":-1,\"error\":\"Server not found\",\"code\":\"SERVER_NOT_FOUND\"}");
    forms.forEach(
        (form, written) -> {
          use(form);
          assertThat(api.call("get_billing_data", "id", "0")).hasToString(written);
        });
  }

  @Test
  void aShapeMayHoldForOneActionOrAFewRequestsOnly() {
    api.sandbox().use(Switches.defaults().withFor("get_invoice", Shape.Results.UPPER_CASE));
    assertThat(api.invoice(123).get("result").getAsString()).isEqualTo("SUCCESS");
    assertThat(api.call("getcredits").get("result").getAsString()).isEqualTo("OK");
    api.sandbox().use(Switches.defaults());
    api.sandbox().add(Fault.shape(Shape.Numbers.TEXT).on("get_invoice").times(1));
    assertThat(api.invoice(123).get("total")).hasToString("\"121.00\"");
    assertThat(api.invoice(123).get("total")).hasToString("121.00");
  }

  @Test
  void idsRepeatAmongLocationsUnlessTheSwitchSaysOtherwise() {
    JsonObject there = api.call("get_invoice", "invoice_id", "123", "location", "whmcs_com");
    assertThat(there.get("currencycode").getAsString()).isEqualTo("USD");
    assertThat(api.invoice(123).get("currencycode").getAsString()).isEqualTo("EUR");
    assertThat(api.invoice(126).get("currencycode").getAsString()).isEqualTo("USD");
    SandboxOptions global =
        SandboxOptions.defaults().withSwitches(Switches.defaults().with(Rule.InvoiceIds.GLOBAL));
    try (Api other = Api.demo(Sandbox.start(global))) {
      assertThat(
              other.call("get_invoice", "invoice_id", "123", "location", "whmcs_com").has("code"))
          .isTrue();
      assertThat(other.invoice(5123).get("currencycode").getAsString()).isEqualTo("USD");
    }
  }
}
