package io.tillbot.core.billing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "25, 25.00",
    "25.0, 25.00",
    "25.0000, 25.00",
    "1E+2, 100.00",
    "0, 0.00",
    "0.000, 0.00"
  })
  void trailingZerosMakeNoDifference(String one, String other) {
    assertThat(Money.of(one, "EUR")).isEqualTo(Money.of(other, "EUR"));
    assertThat(Money.of(one, "EUR")).hasSameHashCodeAs(Money.of(other, "EUR"));
    assertThat(Money.of(one, "EUR")).hasToString(other + " EUR");
  }

  @Test
  void furtherDecimalsAreKept() {
    assertThat(Money.of("0.1234", "EUR")).hasToString("0.1234 EUR");
  }

  @Test
  void noCentIsLostInASum() {
    assertThat(Money.of("0.1", "EUR").plus(Money.of("0.2", "EUR")))
        .isEqualTo(Money.of("0.3", "EUR"));
  }

  @Test
  void currenciesAreNeverMixed() {
    Money one = Money.of("1", "EUR");
    Money other = Money.of("1", "USD");
    assertThatIllegalArgumentException().isThrownBy(() -> one.plus(other));
    assertThatIllegalArgumentException().isThrownBy(() -> one.minus(other));
    assertThatIllegalArgumentException().isThrownBy(() -> one.min(other));
    assertThatIllegalArgumentException().isThrownBy(() -> one.compareTo(other));
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void noCurrencyIsACurrencyOfItsOwn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1", "XXX").plus(Money.of("1", "EUR")));
  }

  @Test
  void aFallbackFillsOnlyAMissingCurrency() {
    CurrencyCode euro = new CurrencyCode("EUR");
    assertThat(Money.of("1", "XXX").orIn(euro)).isEqualTo(Money.of("1", "EUR"));
    assertThat(Money.of("1", "USD").orIn(euro)).isEqualTo(Money.of("1", "USD"));
  }

  @Test
  void aDifferenceMayBeNegative() {
    Money debt = Money.of("1", "EUR").minus(Money.of("3", "EUR"));
    assertThat(debt).hasToString("-2.00 EUR");
    assertThat(debt.isPositive()).isFalse();
    assertThat(debt.isZero()).isFalse();
    assertThat(debt.min(Money.zero(debt.currency()))).isEqualTo(debt);
  }

  @Property(tries = 200)
  void addingAndTakingAwayIsNothing(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal one,
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal other) {
    CurrencyCode euro = new CurrencyCode("EUR");
    Money money = new Money(one, euro);
    assertThat(money.plus(new Money(other, euro)).minus(new Money(other, euro))).isEqualTo(money);
  }

  @ParameterizedTest
  @CsvSource({"eur, EUR", "' usd ', USD", "USDT, USDT", "P2, P2"})
  void aCurrencyIsUpperCase(String text, String code) {
    assertThat(new CurrencyCode(text)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "E", "€", "EURO EURO", "TOOLONGXX", "EU-R", "<b>", "ЕUR"})
  void whatIsNoCurrencyIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CurrencyCode(text))
        .withMessage("not a currency code");
  }

  static List<LongFunction<?>> ids() {
    return List.of(
        InvoiceId::new,
        ServerId::new,
        AccountId::new,
        ClientId::new,
        ContactId::new,
        GroupId::new,
        TransactionId::new);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void anIdIsAboveZeroAndPrintsAsItsNumber(LongFunction<?> id) {
    assertThat(id.apply(42)).hasToString("42").isEqualTo(id.apply(42));
    assertThatIllegalArgumentException().isThrownBy(() -> id.apply(0));
    assertThatIllegalArgumentException().isThrownBy(() -> id.apply(-1));
  }

  @Test
  void aLocationIsNotBlank() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Location(" "));
  }

  @Test
  void aListIsNotLongerThanAllThereIs() {
    InvoiceSummary row =
        new InvoiceSummary(new InvoiceId(1), InvoiceStatus.PAID, null, null, null, null, null);
    assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceList(List.of(row), 0));
    assertThat(new InvoiceList(List.of(row), 1).isCutShort()).isFalse();
    assertThat(new InvoiceList(List.of(row), 2).isCutShort()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%PDF-", "%pdf-1", "<html>", " %PDF-1.7"})
  void whatDoesNotStartAsAPdfIsNone(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    assertThatIllegalArgumentException().isThrownBy(() -> new PdfDocument(bytes));
  }

  @Test
  void aPdfIsNotChangedFromOutside() {
    byte[] bytes = "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII);
    PdfDocument pdf = new PdfDocument(bytes);
    bytes[0] = 'X';
    pdf.content()[0] = 'X';
    assertThat(pdf).isEqualTo(new PdfDocument("%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII)));
    assertThat(pdf).hasToString("PdfDocument[10 bytes]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"50.00 EUR", "0.00 XXX", "-1.50 USD", "1000000.123 EUR", "7.00 PTS2"})
  void whatIsWrittenIsReadAgain(String written) {
    assertThat(Money.parse(written)).hasToString(written);
    assertThat(Money.parse(Money.parse(written).toString())).isEqualTo(Money.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "50.00",
        "EUR",
        "50.00EUR",
        "50,00 EUR",
        "50 EUR",
        "1E3 EUR",
        "50.00 eur",
        " 50.00 EUR",
        "50.00 EUR\n"
      })
  void anythingElseIsNoAmountOfMoney(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text));
  }
}
