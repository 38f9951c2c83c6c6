package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PDFs, read back by another library than the one that wrote them. */
class PdfTest {

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
  private final Api api = Api.demo(sandbox);

  @AfterEach
  void stop() {
    api.close();
  }

  private static String text(Api api, int invoice, String... more) throws IOException {
    String[] fields = new String[2 + more.length];
    fields[0] = "invoice_id";
    fields[1] = Integer.toString(invoice);
    System.arraycopy(more, 0, fields, 2, more.length);
    String base64 = api.call("download_invoice", fields).get("message").getAsString();
    try (PDDocument document = Loader.loadPDF(Base64.getDecoder().decode(base64))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replace('\u00a0', ' ');
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {123, 101, 102, 103, 124, 70, 88, 89, 90, 91, 92, 93, 94})
  void showsTheNumbersOfTheAnswer(int id) throws IOException {
    assertSame(text(api, id), api.invoice(id), "EUR");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 203, 204})
  void showsLargeNumbersAndOtherScripts(int id) throws IOException {
    Api company = Api.of(sandbox, "company");
    String text = text(company, id);
    assertSame(text, company.invoice(id), "EUR");
    assertThat(text).contains("Иван Петров").contains("ООО «Пример»");
  }

  private static void assertSame(String text, JsonObject invoice, String currency) {
    List<String> lines = text.lines().map(String::strip).toList();
    assertThat(lines)
        .contains(
            "Subtotal " + amount(invoice, "subtotal") + " " + currency,
            "Tax " + amount(invoice, "taxrate") + " % " + amount(invoice, "tax") + " " + currency,
            "Credit applied " + amount(invoice, "credit") + " " + currency,
            "Total " + amount(invoice, "total") + " " + currency,
            "Balance due " + amount(invoice, "balance") + " " + currency);
    assertThat(text).containsPattern("Status\\s+" + invoice.get("status").getAsString());
    assertThat(text).contains(invoice.get("duedate").getAsString());
    invoice
        .getAsJsonObject("items")
        .getAsJsonArray("item")
        .forEach(
            item -> {
              JsonObject line = item.getAsJsonObject();
              assertThat(lines)
                  .anyMatch(
                      shown ->
                          shown.contains(line.get("description").getAsString())
                              && shown.endsWith(" " + amount(line, "amount")));
            });
  }

  private static String amount(JsonObject object, String key) {
    return object.get(key).getAsBigDecimal().toPlainString();
  }

  @Test
  void marksAProformaAsSuch() throws IOException {
    assertThat(text(api, 123, "proforma_invoice", "1")).contains("PROFORMA INVOICE");
    assertThat(text(api, 123, "proforma_invoice", "0")).doesNotContain("PROFORMA");
  }

  @Test
  void showsTheInvoiceAsItIsNow() throws IOException {
    assertThat(text(api, 123)).contains("Balance due 121.00 EUR");
    api.call("apply_credit", "invoice_id", "123", "amount", "100");
    assertThat(text(api, 123)).contains("Balance due 21.00 EUR").contains("Credit applied 100.00");
    sandbox.pay("", 123);
    assertThat(text(api, 123)).contains("INV-123").contains("Payments received 21.00 EUR");
  }
}
