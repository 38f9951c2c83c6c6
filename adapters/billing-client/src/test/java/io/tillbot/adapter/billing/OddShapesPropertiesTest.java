package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.model.ServerId;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** However the API writes a value, it decodes to that value. */
class OddShapesPropertiesTest {

  @Property(tries = 300)
  void anInvoiceDecodesToItselfHoweverItIsWritten(
      @ForAll("invoices") Invoice invoice, @ForAll long seed) {
    Writer writer = new Writer(new Random(seed));

    Invoice decoded = InvoiceDecoding.invoice(Decode.answer(writer.invoice(invoice)), invoice.id());

    assertThat(decoded).isEqualTo(invoice);
  }

  @Property(tries = 300)
  void aListOfInvoicesDecodesToItselfHoweverItIsWritten(
      @ForAll("lists") List<InvoiceSummary> rows, @ForAll long seed) {
    Writer writer = new Writer(new Random(seed));
    String list = writer.list("invoices", "invoice", rows.stream().map(writer::summary).toList());

    assertThat(InvoiceDecoding.list(Decode.answer("{" + list + "}")))
        .isEqualTo(new InvoiceList(rows, rows.size()));
    assertThat(InvoiceDecoding.summaries(Decode.answer("{" + list + "}"))).isEqualTo(rows);
  }

  @Property(tries = 500)
  void anAmountIsExactHoweverItIsWritten(@ForAll("amounts") BigDecimal amount, @ForAll long seed) {
    String json = new Writer(new Random(seed)).number(amount);

    assertThat(Scalars.decimal(Decode.value(json))).isEqualByComparingTo(amount);
  }

  @Property(tries = 500)
  void anyTextSurvivesBeingEscapedOnce(@ForAll("texts") String text) {
    String escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");

    assertThat(PlainText.line(escaped)).isEqualTo(text);
    assertThat(PlainText.line("<b>" + escaped + "</b>")).isEqualTo(text);
  }

  @Property(tries = 500)
  void noTextKeepsControlCharacters(@ForAll String text) {
    assertThat(PlainText.line(text).chars().filter(Character::isISOControl)).isEmpty();
    assertThat(PlainText.lines(text).chars().filter(Character::isISOControl))
        .allMatch(c -> c == '\n');
  }

  @Property(tries = 500)
  void noBytesDoMoreThanBreakAnAnswer(@ForAll byte[] body) {
    Attempt attempt = read(body);

    if (attempt != null && !PdfDocument.isPdf(body)) {
      assertThat(attempt.result()).isNotInstanceOf(ApiResult.Done.class);
    }
  }

  @Property(tries = 500)
  void noDocumentDoesMoreThanBreakADecoder(@ForAll("documents") String json) {
    Answer answer = Decode.answer("{\"result\":\"OK\"," + json.substring(1));
    for (Runnable decoder :
        List.<Runnable>of(
            () -> InvoiceDecoding.invoice(answer, new InvoiceId(1)),
            () -> InvoiceDecoding.list(answer),
            () -> InvoiceDecoding.summaries(answer),
            () -> ClientDecoding.client(answer),
            () -> ClientDecoding.contacts(answer),
            () -> ClientDecoding.groups(answer),
            () -> ClientDecoding.server(answer),
            () -> ClientDecoding.cancellations(answer),
            () -> MoneyDecoding.credit(answer),
            () -> MoneyDecoding.transactions(answer),
            () -> GatewayDecoding.gateways(answer),
            () -> PdfDecoding.document(answer),
            () -> WriteDecoding.contactAdded(answer),
            () -> WriteDecoding.fundsInvoice(answer),
            () -> WriteDecoding.ticket(answer),
            () -> AuthDecoding.info(answer))) {
      try {
        decoder.run();
      } catch (BrokenAnswerException expected) {
        assertThat(expected.getMessage()).doesNotContain("canary");
      }
    }
  }

  private static @Nullable Attempt read(byte[] body) {
    try {
      return new AnswerReader(Signs.WHMCS, AnswerReader.Purpose.READ)
          .read(new HttpAnswer(200, body, HttpAnswer.Framing.TOLD, null));
    } catch (BrokenAnswerException broken) {
      return null;
    }
  }

  @Provide
  Arbitrary<Invoice> invoices() {
    Arbitrary<List<InvoiceLine>> lines = lines().list().ofMaxSize(4);
    return Combinators.combine(
            ids(),
            Arbitraries.of(InvoiceStatus.class),
            dates().injectNull(0.2),
            dates().injectNull(0.2),
            amounts().injectNull(0.2),
            amounts().injectNull(0.2),
            lines)
        .as(
            (id, status, issued, due, total, balance, items) ->
                new Invoice(
                    new InvoiceId(id),
                    status,
                    issued,
                    due,
                    null,
                    null,
                    null,
                    null,
                    euros(total),
                    euros(balance),
                    new Location("whmcs_eu"),
                    null,
                    items));
  }

  private Arbitrary<InvoiceLine> lines() {
    return Combinators.combine(
            ids().injectNull(0.3), ids().injectNull(0.3), texts(), amounts().injectNull(0.2))
        .as(
            (account, server, text, amount) ->
                new InvoiceLine(
                    account == null ? null : new AccountId(account),
                    server == null ? null : new ServerId(server),
                    "Hosting",
                    text,
                    euros(amount)));
  }

  @Provide
  Arbitrary<List<InvoiceSummary>> lists() {
    return Combinators.combine(
            ids(), Arbitraries.of(InvoiceStatus.class), dates().injectNull(0.2), amounts())
        .as(
            (id, status, due, total) ->
                new InvoiceSummary(new InvoiceId(id), status, null, due, null, euros(total), null))
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-99999999999999"), new BigDecimal("99999999999999"))
        .ofScale(2);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abc XYZ 0123 &<>\"';#/é漢")
        .ofMaxLength(30)
        .map(text -> text.replaceAll(" +", " ").strip());
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "1", "-1", "\"canary\"", "\"\"", "null", "true", "1e99", "\"2026-01-01\"", "\"7\"");
    Arbitrary<String> value =
        Arbitraries.recursive(
            () -> leaf, inner -> Arbitraries.oneOf(list(inner), object(inner)), 3);
    return object(Arbitraries.oneOf(leaf, value));
  }

  private static Arbitrary<String> list(Arbitrary<String> element) {
    return element.list().ofMaxSize(3).map(all -> "[" + String.join(",", all) + "]");
  }

  private static Arbitrary<String> object(Arbitrary<String> value) {
    Arbitrary<String> names =
        Arbitraries.of(
            "id",
            "invoices",
            "invoice",
            "items",
            "item",
            "message",
            "client",
            "contacts",
            "transactions",
            "data",
            "groups",
            "methods",
            "permissions",
            "total",
            "0",
            "1",
            "ticket",
            "contactid",
            "currency");
    return Arbitraries.maps(names, value)
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(
            members ->
                members.entrySet().stream()
                    .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                    .collect(Collectors.joining(",", "{", "}")));
  }

  private static Arbitrary<Long> ids() {
    return Arbitraries.longs().between(1, 9_999_999_999L);
  }

  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(0, 40_000).map(LocalDate.of(1990, 1, 1)::plusDays);
  }

  private static @Nullable Money euros(@Nullable BigDecimal amount) {
    return amount == null ? null : new Money(amount, new CurrencyCode("EUR"));
  }

  /** Writes values in one of the ways in which the API may. */
  private static final class Writer {
    private final Random random;

    Writer(Random random) {
      this.random = random;
    }

    String invoice(Invoice invoice) {
      return "{"
          + String.join(
              ",",
              status(invoice.status()),
              member("date", date(invoice.issued())),
              member(oneOf("duedate", "due_date"), date(invoice.due())),
              member("total", amount(invoice.total())),
              member("balance", amount(invoice.balance())),
              member(
                  oneOf("currency", "currencycode", "currency_code"), oneOf("\"EUR\"", "\"eur\"")),
              member(oneOf("billing", "location"), "\"whmcs_eu\""),
              list("items", "item", invoice.lines().stream().map(this::line).toList()))
          + "}";
    }

    String summary(InvoiceSummary summary) {
      return "{"
          + String.join(
              ",",
              member(oneOf("id", "invoiceid", "invoice_id"), id(summary.id().value())),
              status(summary.status()),
              member("duedate", date(summary.due())),
              member(oneOf("total", "amount"), amount(summary.total())),
              member(oneOf("currency", "currencycode", "currency_code"), "\"EUR\""))
          + "}";
    }

    /** {@code []}, {@code ""}, null, missing, bare, keyed by position, wrapped or not. */
    String list(String outer, String inner, List<String> rows) {
      if (rows.isEmpty()) {
        String nothing = oneOf("[]", "\"\"", "null", "{}");
        return oneOf(
            member(outer, nothing),
            member(outer, "{\"" + inner + "\":" + nothing + "}"),
            "\"other\":1");
      }
      String list =
          rows.size() == 1 && random.nextBoolean()
              ? rows.getFirst()
              : oneOf("[" + String.join(",", rows) + "]", keyed(rows));
      return member(outer, random.nextBoolean() ? list : "{\"" + inner + "\":" + list + "}");
    }

    String number(BigDecimal amount) {
      String grouped =
          new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
              .format(amount);
      return oneOf(
          amount.toPlainString(),
          "\"" + amount.toPlainString() + "\"",
          "\"" + grouped + "\"",
          "\" " + amount.stripTrailingZeros().toPlainString() + "\"",
          amount.unscaledValue() + "e-2");
    }

    private String line(InvoiceLine line) {
      return "{"
          + String.join(
              ",",
              member("relid", line.account() == null ? nothing() : id(line.account().value())),
              member("inv_id", line.server() == null ? nothing() : id(line.server().value())),
              member("type", "\"Hosting\""),
              member("description", text(line.description())),
              member("amount", amount(line.amount())))
          + "}";
    }

    private String status(InvoiceStatus status) {
      String words =
          status == InvoiceStatus.UNKNOWN
              ? oneOf("success", "OK", "")
              : status.name().charAt(0)
                  + status.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
      String own = JsonText.quoted(random.nextBoolean() ? words : words.toUpperCase(Locale.ROOT));
      return status != InvoiceStatus.UNKNOWN && random.nextBoolean()
          ? "\"status\":\"success\"," + member(oneOf("paymentstatus", "invoicestatus"), own)
          : member("status", own);
    }

    private String text(String text) {
      String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      return JsonText.quoted(
          oneOf(
              escaped,
              "<p>" + escaped + "</p>",
              " " + escaped + "<br />",
              "<b>" + escaped + "</b>"));
    }

    private String amount(@Nullable Money money) {
      return money == null ? nothing() : number(money.amount());
    }

    private String date(@Nullable LocalDate date) {
      return date == null
          ? oneOf("\"0000-00-00\"", "\"\"", "null", "\"0000-00-00 00:00:00\"")
          : oneOf("\"" + date + "\"", "\"" + date + " 14:30:00\"", "\"" + date + "T14:30:00Z\"");
    }

    private String id(long id) {
      return oneOf(Long.toString(id), "\"" + id + "\"", id + ".0");
    }

    private String nothing() {
      return oneOf("null", "\"\"");
    }

    private String keyed(List<String> rows) {
      int first = random.nextInt(2);
      return IntStream.range(0, rows.size())
          .mapToObj(i -> "\"" + (first + i * (1 + first)) + "\":" + rows.get(i))
          .collect(Collectors.joining(",", "{", "}"));
    }

    private String oneOf(String... ways) {
      return ways[random.nextInt(ways.length)];
    }

    private static String member(String name, String value) {
      return "\"" + name + "\":" + value;
    }
  }
}
