package io.tillbot.adapter.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.model.Money;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledTextsTest {
  private static final Locale RUSSIAN = Locale.of("ru");

  private final Texts texts = new BundledTexts();

  @ParameterizedTest
  @CsvSource({
    "29.99, USD, '29.99 USD', '29,99 USD'",
    "1234.5, EUR, '1,234.50 EUR', '1 234,50 EUR'",
    "1234567.123456789012345678, BTC, '1,234,567.123456789012345678 BTC', "
        + "'1 234 567,123456789012345678 BTC'",
    "-0.01, RUB, '-0.01 RUB', '-0,01 RUB'",
    "0, JPY, '0.00 JPY', '0,00 JPY'",
    "99999999999999999999.99, USD, '99,999,999,999,999,999,999.99 USD', "
        + "'99 999 999 999 999 999 999,99 USD'",
    "12.5, XXX, 12.50, '12,50'",
  })
  void amountsKeepEveryDecimalAndNameTheirCurrency(
      String amount, String currency, String english, String russian) {
    Value value = Value.amount(Money.of(amount, currency));
    assertThat(ordinaryBlanks(texts.write(value, Locale.ENGLISH))).isEqualTo(english);
    assertThat(ordinaryBlanks(texts.write(value, RUSSIAN))).isEqualTo(russian);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-12, '12 Nov 2026', '12 нояб. 2026 г.'",
    "2026-05-01, '1 May 2026', '1 мая 2026 г.'",
  })
  void daysNameTheirMonthInLetters(LocalDate date, String english, String russian) {
    assertThat(ordinaryBlanks(texts.write(Value.day(date), Locale.ENGLISH))).isEqualTo(english);
    assertThat(ordinaryBlanks(texts.write(Value.day(date), RUSSIAN))).isEqualTo(russian);
  }

  @Test
  void amountsAndDaysHoldNoBlankToWrapAt() {
    assertThat(texts.write(Value.amount(Money.of("1234.50", "EUR")), RUSSIAN)).doesNotContain(" ");
    assertThat(texts.write(Value.day(LocalDate.of(2026, 11, 12)), RUSSIAN)).doesNotContain(" ");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'at most 1 character.', 'не больше 1 символа.'",
    "2, 'at most 2 characters.', 'не больше 2 символов.'",
    "21, 'at most 21 characters.', 'не больше 21 символа.'",
    "4000, 'at most 4,000 characters.', 'не больше 4 000 символов.'",
  })
  void countsChooseThePluralOfTheLanguage(long number, String english, String russian) {
    Text text = Text.of("console.line-too-long", Value.count(number));
    assertThat(ordinaryBlanks(texts.write(text, Locale.ENGLISH))).endsWith(english);
    assertThat(ordinaryBlanks(texts.write(text, RUSSIAN))).endsWith(russian);
  }

  @ParameterizedTest
  @CsvSource({"en-GB, Paid", "ru-KZ, Оплачен", "de, Paid", "und, Paid", "ar-EG, Paid"})
  void aLocaleWithoutBundleReadsEnglish(String tag, String expected) {
    assertThat(texts.write(Text.of("invoice.status.paid"), Locale.forLanguageTag(tag)))
        .isEqualTo(expected);
  }

  @Test
  void aKeyWithoutTextIsWrittenAsTheKey() {
    assertThat(texts.write(Text.of("no.such-key", Value.data("x")), RUSSIAN))
        .isEqualTo("no.such-key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{0}",
        "{1}",
        "'{0}'",
        "it's {0, plural, other {x}}",
        "}{",
        "#",
        "''",
        "\\u0041 $1 ${x} %s"
      })
  void whatDataHoldsIsNeverReadAsAMessage(String hostile) {
    assertThat(texts.write(Text.of("console.saved", Value.data(hostile)), Locale.ENGLISH))
        .isEqualTo("Saved: " + hostile);
    assertThat(texts.write(Value.data(hostile), Locale.ENGLISH)).isEqualTo(hostile);
  }

  @Test
  void aTextInsideATextIsWrittenInTheSameLanguage() {
    Text text =
        Text.of("console.not-saved", Value.data("a.pdf"), Text.of("console.not-saved.disk-full"));
    assertThat(texts.write(text, RUSSIAN)).isEqualTo("Файл a.pdf не сохранён: на диске нет места.");
  }

  @Test
  void anArgumentThatIsNotGivenShowsItsPlace() {
    assertThat(texts.write(Text.of("console.saved"), Locale.ENGLISH)).isEqualTo("Saved: {0}");
  }

  @Test
  void manyThreadsWriteTheSame() throws Exception {
    Text text = Text.of("console.line-too-long", Value.count(1234));
    Callable<String> task =
        () ->
            texts.write(text, RUSSIAN)
                + texts.write(Value.amount(Money.of("1234.5", "EUR")), Locale.ENGLISH);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> written =
          pool.invokeAll(Stream.generate(() -> task).limit(200).toList()).stream()
              .map(future -> future.resultNow())
              .distinct()
              .toList();
      assertThat(written).hasSize(1);
    }
  }

  private static String ordinaryBlanks(String text) {
    return text.replace('\u00a0', ' ');
  }
}
