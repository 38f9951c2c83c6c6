package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Particular shapes, one by one; {@link OddShapesPropertiesTest} mixes them. */
class OddShapesTest {

  @Test
  void aWholeInvoiceDecodes() {
    Invoice invoice =
        invoice(
            """
            {"result":"OK","invoiceid":"123","status":"Unpaid","date":"2026-10-01",
             "duedate":"2026-10-15","datepaid":"0000-00-00 00:00:00","subtotal":"1,234.50",
             "credit":"10.00","tax":"20.00","tax2":5,"total":"1,249.50","balance":1249.5,
             "currencycode":"EUR","billing":"whmcs_eu","paymentmethod":"banktransfer",
             "items":{"item":[{"id":9,"relid":"7","inv_id":"42","type":"Hosting",
               "description":"Server &amp; traffic<br />1 Gbit","amount":"1234.50"}]}}\
            """);

    assertThat(invoice)
        .isEqualTo(
            new Invoice(
                new InvoiceId(123),
                InvoiceStatus.UNPAID,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 10, 15),
                null,
                Money.of("1234.50", "EUR"),
                Money.of("10", "EUR"),
                Money.of("25", "EUR"),
                Money.of("1249.50", "EUR"),
                Money.of("1249.5", "EUR"),
                new Location("whmcs_eu"),
                "banktransfer",
                List.of(
                    new InvoiceLine(
                        new AccountId(7),
                        new ServerId(42),
                        "Hosting",
                        "Server & traffic\n1 Gbit",
                        Money.of("1234.50", "EUR")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoice", "data", "message"})
  void anInvoiceMayBeNested(String name) {
    String flat =
        "\"total\":\"5.00\",\"status\":\"Unpaid\",\"items\":{\"item\":[{\"relid\":7,\"amount\":5}]}";
    Invoice plain = invoice("{\"currency\":\"EUR\"," + flat + "}");
    assertThat(plain.lines()).hasSize(1);

    for (String inner : List.of("{" + flat + "}", "[{\"id\":123," + flat + "}]")) {
      assertThat(
              invoice(
                  "{\"status\":\"success\",\"currency\":\"EUR\",\"" + name + "\":" + inner + "}"))
          .isEqualTo(plain);
    }
    assertThatThrownBy(() -> invoice("{\"" + name + "\":{\"id\":124," + flat + "}}"))
        .isInstanceOf(BrokenAnswerException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'result':'OK',%s}",
        "{'result':'OK','client':[{%s}]}",
        "{'result':'OK','message':[{%s}]}",
        "{'result':'OK','data':[{%s}]}",
        "{'result':'OK','data':{%s}}"
      })
  void aClientMayBeFlatOrInAList(String shape) {
    Client client =
        ClientDecoding.client(
            Decode.answer(shaped(shape, "'id':5,'email':'a@example.test','currency_code':'EUR'")));

    assertThat(client.id()).isEqualTo(new ClientId(5));
    assertThat(client.email()).isEqualTo("a@example.test");
    assertThat(client.profile()).containsOnlyKeys("id", "email", "currency_code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'result':'OK',%s}",
        "{'result':'OK','data':[{%s}]}",
        "{'result':'OK','data':{%s}}"
      })
  void aServersAccountMayBeFlatOrInAList(String shape) {
    assertThat(
            ClientDecoding.server(
                Decode.answer(
                    shaped(shape, "'account_id':7,'status':'Active','location':'EU-Central'"))))
        .isEqualTo(
            new ServerBilling(new AccountId(7), null, "Active", null, new Location("EU-Central")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'result':'OK'}",
        "{'result':'OK','data':{}}",
        "{'result':'OK','data':[]}",
        "{'result':'OK','status':'success','data':{'customer_name':'x'}}"
      })
  void nothingOfAServerIsNoAnswer(String json) {
    assertThatThrownBy(() -> ClientDecoding.server(Decode.answer(shaped(json, ""))))
        .isInstanceOf(BrokenAnswerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{%s}", "{'result':[{%s}]}", "{'result':{%s}}"})
  void aSessionIsDescribedFlatOrNested(String shape) {
    String json = shaped(shape, "'token_expire':1800000000,'role':'user'");
    try (FakeApi api = FakeApi.answering(json);
        BillingClient client = api.client()) {
      assertThat(client.describeSession(FakeApi.TOKEN))
          .isInstanceOfSatisfying(
              ApiResult.Done.class,
              done -> assertThat(((SessionInfo) done.value()).role()).isEqualTo("user"));
    }
  }

  private static String shaped(String shape, String fields) {
    return shape.replace("%s", fields).replace('\'', '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"success\"} | UNKNOWN",
        "{\"status\":\"success\",\"paymentstatus\":\"Paid\"} | PAID",
        "{\"status\":\"success\",\"invoicestatus\":\"Unpaid\"} | UNPAID",
        "{\"status\":\"Overdue\"} | UNPAID",
        "{\"status\":\"payment pending\"} | PAYMENT_PENDING",
        "{\"status\":\"Payment_Pending\"} | PAYMENT_PENDING",
        "{\"status\":\"CANCELLED\"} | CANCELLED",
        "{\"status\":\"Canceled\"} | CANCELLED",
        "{\"status\":\"Refunded\"} | REFUNDED",
        "{\"status\":\"Collections\"} | COLLECTIONS",
        "{\"status\":\"Draft\"} | DRAFT",
        "{\"status\":\"Splendid\"} | UNKNOWN",
        "{\"status\":7} | UNKNOWN",
        "{} | UNKNOWN"
      })
  void theStatusIsTheInvoicesAndNotTheCalls(String json, InvoiceStatus status) {
    assertThat(invoice(json).status()).isEqualTo(status);
  }

  @Test
  void anAnswerAboutAnotherInvoiceIsNotBelieved() {
    assertThatThrownBy(() -> invoice("{\"invoiceid\":124,\"balance\":\"1.00\"}"))
        .isInstanceOf(BrokenAnswerException.class);
  }

  @Test
  void junkInAFieldSpoilsThatFieldOnly() {
    Invoice invoice =
        invoice(
            """
            {"total":"n/a","balance":{"x":1},"credit":[1],"tax":true,"date":"tomorrow",
             "duedate":"2026-02-30","currency":17,"currency_code":"€","billing":[],
             "items":{"item":[{"relid":"x","inv_id":-4,"amount":"1e999999999"}]}}\
            """);

    assertThat(invoice)
        .isEqualTo(
            new Invoice(
                new InvoiceId(123),
                InvoiceStatus.UNKNOWN,
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
                List.of(new InvoiceLine(null, null, "", "", null))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "29.99 | 29.99",
        "12345678901234567890.12 | 12345678901234567890.12",
        "0.1 | 0.1",
        "1e2 | 100",
        "1E-2 | 0.01",
        "\"1,234,567.89\" | 1234567.89",
        "\" 5.00 \" | 5",
        "\"-3.50\" | -3.5",
        "9007199254740993 | 9007199254740993"
      })
  void moneyIsExact(String json, BigDecimal amount) {
    assertThat(Scalars.decimal(Decode.value(json))).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1,23\"",
        "\"1.234,50\"",
        "\"12,34,567\"",
        "\"١٢\"",
        "\"1 234\"",
        "\"$5\"",
        "\"NaN\"",
        "\"0x10\"",
        "\"\"",
        "null",
        "true",
        "1e100",
        "\"1e2147483647\"",
        "{}",
        "[5]"
      })
  void whatIsNoPlainNumberIsNone(String json) {
    assertThat(Scalars.decimal(Decode.value(json))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-10-01\"",
        "\"2026-10-01 14:30:00\"",
        "\"2026-10-01T14:30:00Z\"",
        "\"2026-10-01T14:30:00.123+02:00\"",
        "\" 2026-10-01 \""
      })
  void aDateIsItsDay(String json) {
    assertThat(Scalars.date(Decode.value(json))).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0000-00-00\"",
        "\"0000-00-00 00:00:00\"",
        "\"\"",
        "null",
        "\"01/10/2026\"",
        "\"2026-13-01\"",
        "20261001",
        "false"
      })
  void whatIsNoDateIsNone(String json) {
    assertThat(Scalars.date(Decode.value(json))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "true, true", "'\"true\"', true", "1, true", "'\"1\"', true", "'\"Y\"', true",
    "'\"yes\"', true", "false, false", "0, false", "'\"N\"', false", "'\"0\"', false"
  })
  void yesAndNoComeInManyWords(String json, boolean value) {
    assertThat(Scalars.flag(Decode.value(json))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"maybe\"", "2", "{}"})
  void whatIsNeitherYesNorNoIsNone(String json) {
    assertThat(Scalars.flag(Decode.value(json))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fish &amp; chips | Fish & chips",
        "&amp;lt;b&amp;gt; | &lt;b&gt;",
        "&lt;b&gt; | <b>",
        "<b>Bold</b> <i>move</i> | Bold move",
        "a < b and c > d | a < b and c > d",
        "<script>alert(1)</script>text | text",
        "x&nbsp;&nbsp;y | x y",
        "caf&eacute; &#8364; | café €"
      })
  void textIsDecodedOnceAndLosesItsTags(String raw, String plain) {
    assertThat(PlainText.line(raw)).isEqualTo(plain);
  }

  @Test
  void controlCharactersGo() {
    assertThat(PlainText.line("a\u0000b\u001b[31mc\u0007\r\nd")).isEqualTo("ab[31mc d");
    assertThat(PlainText.lines("one<br>two\r\n\r\n three\u001b")).isEqualTo("one\ntwo\nthree");
  }

  @Test
  void aRowOfGetInvoicesThatCannotBeReadIsCounted() {
    InvoiceList list =
        InvoiceDecoding.list(
            Decode.answer(
                "{\"totalresults\":\"2\",\"invoices\":{\"invoice\":"
                    + "[{\"id\":1},{\"id\":\"x\"},null,{\"id\":4}]}}"));

    assertThat(list.invoices())
        .extracting(InvoiceSummary::id)
        .containsExactly(new InvoiceId(1), new InvoiceId(4));
    assertThat(list.total()).isEqualTo(4);
    assertThat(list.isCutShort()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get_related_invoices | {\"result\":\"OK\",\"invoices\":[{\"invoiceid\":1},{\"total\":1}]}",
        "get_related_invoices | {\"result\":\"OK\",\"invoices\":[{\"invoiceid\":1},null]}",
        "get_related_invoices | {\"result\":\"OK\",\"invoices\":\"none\"}",
        "transactions | {\"result\":\"OK\",\"transactions\":[{\"amount\":1}]}",
        "transactions | {\"result\":\"OK\",\"transactions\":[{\"transaction_id\":1}]}",
        "get_contacts | {\"result\":\"OK\",\"contacts\":[{\"email\":\"a@example.test\"}]}",
        "get_cancellation_requests | {\"result\":\"OK\",\"message\":[{\"cr_type\":\"x\"}]}",
        "get_cancellation_requests | {\"result\":\"OK\",\"message\":\"nothing to see\"}",
        "get_clientgroups | {\"result\":\"OK\",\"data\":{\"groups\":[{\"groupname\":\"x\"}]}}",
        "generate_due_invoice | {\"result\":\"OK\",\"invoices\":[{\"amount\":1}]}"
      })
  void aListWithoutACountDoesNotDropRowsInSilence(String method, String json) {
    try (FakeApi api = FakeApi.answering(json);
        BillingClient client = api.client()) {
      assertThat(Samples.of(method).least().apply(client.open(FakeApi.TOKEN)))
          .hasToString("Unknown[cause=BROKEN_ANSWER]");
    }
  }

  @Test
  void theCurrencyHasThreeNames() {
    for (String name : List.of("currency", "currencycode", "currency_code")) {
      assertThat(Decode.fields("{\"" + name + "\":\"eur\"}").currency(CurrencyCode.NONE))
          .isEqualTo(new CurrencyCode("EUR"));
    }
    assertThat(
            Decode.fields("{\"currency\":\"1\",\"currency_code\":\"USD\"}")
                .currency(CurrencyCode.NONE))
        .isEqualTo(new CurrencyCode("USD"));
    assertThat(Decode.fields("{\"currency\":\"12\"}").currency(CurrencyCode.NONE))
        .isEqualTo(CurrencyCode.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":150.5}",
        "{\"message\":\"150.50\"}",
        "{\"message\":{\"credit\":\"150.5\",\"history\":[]}}",
        "{\"message\":{\"balance\":150.5}}",
        "{\"credit\":\"150.50\",\"message\":\"ok\"}"
      })
  void creditIsABareNumberOrNamed(String json) {
    CreditBalance credit = MoneyDecoding.credit(Decode.answer(json));

    assertThat(credit.amount()).isEqualByComparingTo("150.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":[{\"amount\":1},{\"amount\":2}]}",
        "{\"message\":{\"credits\":[{\"amount\":1}]}}",
        "{\"message\":[{\"amount\":1}]}",
        "{\"message\":\"plenty\"}"
      })
  void aHistoryOfCreditsIsNotAddedUp(String json) {
    assertThatThrownBy(() -> MoneyDecoding.credit(Decode.answer(json)))
        .isInstanceOf(BrokenAnswerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"methods\":[]}", "{\"methods\":\"\"}", "{\"methods\":null}", "{}"})
  void noGatewaysAreNoGateways(String json) {
    assertThat(GatewayDecoding.gateways(Decode.answer(json))).isEmpty();
  }

  @Test
  void gatewaysAreLinksFormsOrNotes() {
    List<PaymentGateway> gateways =
        GatewayDecoding.gateways(
            Decode.answer(
                """
                {"methods":{
                 "escaped":{"call":"https://pay.example.test/a?x=1&amp;y=2"},
                 "bare":"https://pay.example.test/b?id=1&copy=2",
                 "anchor":{"call":"<a class='btn' href='https://pay.example.test/c'>Pay now</a>"},
                 "script":{"call":"javascript:alert(1)"},
                 "form":{"call":"<form action='https://x.example.test'><button>Pay</button></form>"},
                 "image":{"call":"<img src='x.png'>"},
                 "empty":{"call":""},
                 "words":{"call":"<p>IBAN: XX00</p><p>Use the number</p>"}}}\
                """));

    assertThat(gateways)
        .extracting(PaymentGateway::call)
        .containsExactly(
            link("https://pay.example.test/a?x=1&y=2"),
            link("https://pay.example.test/b?id=1&copy=2"),
            link("https://pay.example.test/c"),
            new PaymentGateway.Note("javascript:alert(1)"),
            new PaymentGateway.Form(),
            new PaymentGateway.Form(),
            new PaymentGateway.Form(),
            new PaymentGateway.Note("IBAN: XX00\nUse the number"));
  }

  @Test
  void gatewaysMayComeAsAList() {
    assertThat(
            GatewayDecoding.gateways(
                Decode.answer("{\"methods\":[{\"name\":\"a\",\"call\":\"text\"}]}")))
        .containsExactly(new PaymentGateway("a", new PaymentGateway.Note("text")));
  }

  @Test
  void aPdfComesBareOrInBase64() {
    PdfDocument pdf = new PdfDocument(Samples.PDF);
    String base64 = Base64.getEncoder().encodeToString(Samples.PDF);

    assertThat(PdfDecoding.document(new Answer.Pdf(Samples.PDF))).isEqualTo(pdf);
    for (String message :
        List.of(
            base64,
            base64.substring(0, 6) + "\\r\\n" + base64.substring(6),
            "data:application/pdf;base64," + base64,
            base64.replace("/", "\\/"))) {
      assertThat(PdfDecoding.document(Decode.answer("{\"message\":\"" + message + "\"}")))
          .isEqualTo(pdf);
    }
  }

  @Test
  void base64IsReadInEveryAlphabetAndNeverDamaged() {
    byte[] bytes = pdfOfEveryByte();
    String base64 = Base64.getEncoder().encodeToString(bytes);
    assertThat(base64).contains("+", "/").endsWith("=");

    for (String message :
        List.of(
            base64,
            base64.replace("=", ""),
            base64.replace('+', ' '),
            base64.replace('+', ' ').replace("=", ""),
            base64.replace('+', '-').replace('/', '_'),
            base64.replaceAll("(.{76})", "$1\\\\r\\\\n"),
            base64.replaceAll("(.{76})", "$1 "),
            base64.replaceAll("(.{64})", "$1\\\\t"),
            "data:application/pdf;name=x.pdf;base64," + base64)) {
      assertThat(PdfDecoding.document(Decode.answer("{\"message\":\"" + message + "\"}")))
          .isEqualTo(new PdfDocument(bytes));
      assertThat(PdfDecoding.document(Decode.answer("{\"message\":[\"" + message + "\"]}")))
          .isEqualTo(new PdfDocument(bytes));
    }
    for (String junk :
        List.of(
            base64.replace('+', '!'),
            base64.replace('+', '?'),
            base64 + "=",
            base64.substring(0, base64.length() - 2) + "=",
            base64.replaceAll("(.{76})", "$1 \\\\n"),
            base64.substring(0, 40) + "€" + base64.substring(40))) {
      assertThatThrownBy(
              () -> PdfDecoding.document(Decode.answer("{\"message\":\"" + junk + "\"}")))
          .isInstanceOf(BrokenAnswerException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 13\\r\\n | %PDF-1.4 fake | true",
        "Transfer-Encoding: chunked\\r\\n | D\\r\\n%PDF-1.4 fake\\r\\n0\\r\\n\\r\\n | true",
        "'' | %PDF-1.4 fake | false",
        "'' | %PDF-1.4 fake %%EOF | true",
        "Content-Length: 21\\r\\n | %PDF-1.4 1 0 obj fake | false",
        "Content-Length: 30\\r\\n | %PDF-1.4 fake | false"
      })
  void aBarePdfIsWholeByItsFrameOrItsMark(String header, String body, boolean whole) {
    String answer =
        "HTTP/1.1 200 OK\r\n" + header.translateEscapes() + "\r\n" + body.translateEscapes();
    try (RawApi api =
            new RawApi(
                connection -> {
                  connection.readRequest();
                  connection.write(answer);
                });
        BillingClient client =
            new BillingClient(
                BillingClientOptions.of(api.endpoint("http")).withRetry(ReadRetry.never()))) {
      assertThat(Samples.of("download_invoice").least().apply(client.open(FakeApi.TOKEN)))
          .isInstanceOf(whole ? ApiResult.Done.class : ApiResult.Unknown.class);
    }
  }

  /** Every byte, so that its base64 uses the whole alphabet; the end is padded. */
  private static byte[] pdfOfEveryByte() {
    StringBuilder text = new StringBuilder("%PDF-1.4 ");
    for (int i = 0; i < 512; i++) {
      text.append((char) (i * 7 % 256));
    }
    return (text + " %%EOF").getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aGVsbG8gd29ybGQ=", "!!!!", "a", "", "base64_encoded_pdf_content"})
  void whatIsNoPdfIsRefused(String message) {
    assertThatThrownBy(
            () -> PdfDecoding.document(Decode.answer("{\"message\":\"" + message + "\"}")))
        .isInstanceOf(BrokenAnswerException.class);
  }

  @Test
  void aBarePdfArrivesOverHttp() {
    try (FakeApi api = FakeApi.answering("%PDF-1.4 fake %%EOF");
        BillingClient client = api.client()) {
      assertThat(Samples.of("download_invoice").least().apply(client.open(FakeApi.TOKEN)))
          .isEqualTo(Samples.of("download_invoice").success());
    }
  }

  @Test
  void theProfileOfAClientHoldsNoSecrets() {
    Client client =
        ClientDecoding.client(
            Decode.answer(
                """
                {"client":{"id":1,"email":"a@example.test","password":"x","co_secret":"x",
                 "pwresetkey":"y","securityqans":"x","cardnum":"x","token":"x","notes":null,
                 "customfields":[{"id":1}],"corporate":true}}\
                """));

    assertThat(client.profile()).containsOnlyKeys("id", "email", "corporate");
    assertThat(client.toString()).isEqualTo("Client[1]");
  }

  @Test
  void massPaymentPassesOnAnIdThatWentIn() {
    assertThat(WriteDecoding.combinedInvoice(Decode.answer("{\"invoiceid\":\"101\"}")))
        .isEqualTo(new WriteAnswer.CombinedInvoiceCreated(new InvoiceId(101)));
  }

  @Test
  void contactsAreTakenAsGrantedUnlessTheApiSaysNo() {
    assertThat(ClientDecoding.contacts(Decode.answer("{}")).permissionGranted()).isTrue();
    assertThat(
            ClientDecoding.contacts(Decode.answer("{\"permission_contacts_granted\":\"0\"}"))
                .permissionGranted())
        .isFalse();
    assertThat(
            ClientDecoding.contacts(
                    Decode.answer(
                        "{\"contacts\":[{\"id\":1,\"permissions\":\"contacts, invoices,\"},"
                            + "{\"id\":2,\"permissions\":[\"contacts\",\"invoices\"]}]}"))
                .contacts())
        .allSatisfy(
            contact -> assertThat(contact.permissions()).containsExactly("contacts", "invoices"));
  }

  private static PaymentGateway.Link link(String address) {
    return new PaymentGateway.Link(URI.create(address));
  }

  private static Invoice invoice(String json) {
    return InvoiceDecoding.invoice(Decode.answer(json), new InvoiceId(123));
  }
}
