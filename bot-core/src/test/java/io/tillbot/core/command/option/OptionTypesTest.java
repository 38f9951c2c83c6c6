package io.tillbot.core.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTypesTest {
  private static final MoneyType MONEY = new MoneyType();
  private static final DateType DATE = new DateType(TestBot.CLOCK);
  private static final ChoiceType<Integer> CHOICE = choice();

  @ParameterizedTest
  @ValueSource(strings = {"123", "#123", "INV-123", "inv-123", "#Inv-123", "000123"})
  void anInvoiceIsNamedInManyWays(String word) {
    assertThat(value(IdType.invoice(), word)).isEqualTo(new InvoiceId(123));
  }

  @Test
  void aServerIsNamedByItsNumber() {
    assertThat(value(IdType.server(), "#42")).isEqualTo(new ServerId(42));
  }

  @Test
  void aServerHasNoInvoicePrefix() {
    assertThat(problem(IdType.server(), "INV-42")).isEqualTo("input.not-an-id(INV-42, 42)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "#", "INV-", "INV123", "##1", "1#", "-1", "+1", "1.0", "1e3", "0x1", "1 2", "a"
      })
  void whatIsNoIdIsRefusedWithAnExample(String word) {
    assertThat(problem(IdType.invoice(), word)).isEqualTo("input.not-an-id(" + word + ", 123)");
  }

  @Test
  void anIdIsNotZero() {
    assertThat(problem(IdType.invoice(), "000")).isEqualTo("input.id-zero(123)");
  }

  @Test
  void theLongestIdFitsALong() {
    assertThat(value(IdType.invoice(), "9".repeat(18)))
        .isEqualTo(new InvoiceId(999_999_999_999_999_999L));
  }

  @Test
  void anIdThatFitsNoLongIsRefused() {
    assertThat(problem(IdType.invoice(), "9223372036854775808"))
        .isEqualTo("input.id-too-long(123)");
  }

  @ParameterizedTest
  @CsvSource({
    "25, 25",
    "25.00, 25.00",
    "'25,00', 25.00",
    "'0,5', 0.5",
    "999999999.99, 999999999.99"
  })
  void anAmountHasAtMostTwoDecimals(String word, String amount) {
    assertThat(value(MONEY, word)).isEqualTo(new BigDecimal(amount));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-25",
        "+25",
        "1e3",
        "25,0000",
        "0.001",
        "1,234.56",
        "1.234,56",
        "1'234",
        "1_000",
        ".5",
        "5.",
        "25€",
        "$25",
        "0x10",
        "NaN",
        "1234567890",
        "²"
      })
  void whatIsNoAmountIsRefusedWithAnExample(String word) {
    assertThat(problem(MONEY, word)).isEqualTo("input.not-an-amount(" + word + ", 25.00)");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,234', 1234.00, 1.23",
    "1.234, 1234.00, 1.23",
    "'12,000', 12000.00, 12.00",
  })
  void threeDigitsAfterASeparatorAreRefusedWithBothReadings(String word, String one, String other) {
    assertThat(problem(MONEY, word))
        .isEqualTo("input.amount-two-readings(%s, %s, %s)".formatted(word, one, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "0,0", "00"})
  void anAmountIsNotZero(String word) {
    assertThat(problem(MONEY, word)).isEqualTo("input.amount-zero(25.00)");
  }

  @ParameterizedTest
  @CsvSource({
    "\u0661\u0662, Arabic-indic, 12",
    "\u06F1\u06F2, Extended arabic-indic, 12",
    "\u0967\u0968, Devanagari, 12",
    "\u09E7\u09E8, Bengali, 12",
    "\u0E51\u0E52, Thai, 12",
    "\uFF11\uFF12, Fullwidth, 12",
    "\uD835\uDFCF\uD835\uDFD0, Mathematical bold, 12",
    "1\u0662, Arabic-indic, 12",
  })
  void otherScriptsDigitsAreRefusedByName(String word, String script, String ascii) {
    String problem = "input.foreign-digits(%s, %s, %s)".formatted(word, script, ascii);
    assertThat(problem(MONEY, word)).isEqualTo(problem);
    assertThat(problem(IdType.invoice(), word)).isEqualTo(problem);
  }

  @Test
  void otherScriptsDigitsAreRefusedInDates() {
    assertThat(problem(DATE, "\uFF12\uFF10\uFF12\uFF16-11-05"))
        .isEqualTo("input.foreign-digits(\uFF12\uFF10\uFF12\uFF16-11-05, Fullwidth, 2026-11-05)");
  }

  @Test
  void everyDigitThatUnicodeKnowsHasAScriptsName() {
    for (int point = 128; point <= Character.MAX_CODE_POINT; point++) {
      if (Character.isDigit(point)) {
        assertThat(problem(MONEY, Character.toString(point))).startsWith("input.foreign-digits(");
      }
    }
  }

  @Test
  void aLongLineOfForeignDigitsIsNotEchoedWhole() {
    assertThat(problem(MONEY, "\u0661".repeat(3_000))).hasSizeLessThan(200);
  }

  @ParameterizedTest
  @CsvSource({
    "\u200B, U+200B",
    "\u202E, U+202E",
    "\u2066, U+2066",
    "\uFEFF, U+FEFF",
    "\u00AD, U+00AD",
    "'\u0001', U+0001",
    "\u007F, U+007F",
    "\uE000, U+E000",
    "\uFE0F, U+FE0F",
    "\u3164, U+3164",
    "\u034F, U+034F",
    "\uDB40\uDC41, U+E0041",
    "\uDB40\uDD00, U+E0100",
  })
  void hiddenCharactersAreRefusedByTheirCode(String hidden, String code) {
    String problem = "input.hidden-character(" + code + ")";
    assertThat(problem(IdType.invoice(), "12" + hidden + "3")).isEqualTo(problem);
    assertThat(problem(MONEY, "25" + hidden)).isEqualTo(problem);
    assertThat(problem(DATE, hidden + "today")).isEqualTo(problem);
  }

  @Test
  void aLoneSurrogateIsHiddenToo() {
    assertThat(problem(MONEY, "25\uD800")).isEqualTo("input.hidden-character(U+D800)");
  }

  @Test
  void aDateIsIso() {
    assertThat(value(DATE, "2026-11-05")).isEqualTo(LocalDate.of(2026, 11, 5));
  }

  @Test
  void aLeapDayExistsInLeapYearsOnly() {
    assertThat(value(DATE, "2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(problem(DATE, "2026-02-29")).startsWith("input.not-a-date(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"today", "TODAY", "-0d"})
  void todayIsTheClocksDay(String word) {
    assertThat(value(DATE, word)).isEqualTo(TestBot.TODAY);
  }

  @ParameterizedTest
  @CsvSource({"-30d, 2026-10-24", "-1D, 2026-11-22", "-365d, 2025-11-23"})
  void daysAgoAreCountedFromTheClock(String word, LocalDate date) {
    assertThat(value(DATE, word)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30",
        "2026-13-01",
        "2026-1-1",
        "26-11-05",
        "05.11.2026",
        "11/05/2026",
        "30d",
        "+30d",
        "-30",
        "-30w",
        "-d",
        "-99999d",
        "--30d",
        "yesterday",
        "+12026-11-05",
        "-2026-11-05",
        "0000-00-00",
        "0000-01-01",
        "2026-11-05T00:00:00"
      })
  void whatIsNoDateIsRefusedWithAnExample(String word) {
    assertThat(problem(DATE, word)).isEqualTo("input.not-a-date(" + word + ", 2026-11-05)");
  }

  @ParameterizedTest
  @CsvSource({"unpaid, 1", "UNPAID, 1", "Paid, 2", "un\u200Bpaid, 1"})
  void aChoiceTakesAnyCase(String word, int value) {
    assertThat(value(CHOICE, word)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"unpiad, unpaid", "unpa, unpaid", "payd, paid", "UNPAIDD, unpaid"})
  void aMistypedChoiceSuggestsTheNearest(String word, String near) {
    assertThat(problem(CHOICE, word))
        .isEqualTo("input.not-a-choice-near(%s, %s, unpaid, paid)".formatted(word, near));
  }

  @Test
  void anUnlikeChoiceListsAllInOrder() {
    assertThat(problem(CHOICE, "tomato")).isEqualTo("input.not-a-choice(tomato, unpaid, paid)");
  }

  @Test
  void aChoiceExampleIsItsFirstWord() {
    assertThat(CHOICE.example()).isEqualTo("unpaid");
    assertThat(CHOICE.choices()).containsExactly("unpaid", "paid");
  }

  @Test
  void aTextIsMadePlain() {
    assertThat(value(new TextType(20, "x"), " a\u202E\n  b ")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABCD-3467", "abcd3467", " AbC D34 67. ", "\u0410BCD\u20133467"})
  void aCodeHasItsLettersHoweverTheyAreParted(String word) {
    assertThat(new CodeType(8, "ABCD-3467").parse(word)).isInstanceOf(OptionType.Parsed.Ok.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ABCD-346", "ABCD-34677", "help me please", "--------"})
  void whatCannotBeACodeIsSaidAtOnce(String word) {
    assertThat(problem(new CodeType(8, "ABCD-3467"), word))
        .isEqualTo("input.not-a-code(8, ABCD-3467)");
  }

  @Test
  void aTextHasALimit() {
    assertThat(value(new TextType(3, "x"), "abc")).isEqualTo("abc");
    assertThat(problem(new TextType(3, "x"), "abcd")).isEqualTo("input.text-too-long(3)");
  }

  @Test
  void aTextOfNothingVisibleIsEmpty() {
    assertThat(problem(new TextType(3, "why"), " \u200B\t")).isEqualTo("input.text-empty(why)");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "FALSE, false"})
  void aPlatformSendsAFlagsValue(String word, boolean value) {
    assertThat(value(new FlagType(), word)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "1", "maybe"})
  void aFlagTakesNothingElse(String word) {
    assertThat(problem(new FlagType(), word)).isEqualTo("input.flag-takes-no-value(" + word + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whmcs_eu", "EU-Central", "a", "nl.ams-1"})
  void aLocationIsOpaque(String word) {
    assertThat(Words.of(io.tillbot.core.reply.Value.data(value(new LocationType(), word).value())))
        .isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "..", "../x", "_eu", "a b", "a/b", "a?b", "a&b", "é", "<x>", "a\u200B"})
  void whatCannotBeALocationIsRefused(String word) {
    assertThat(problem(new LocationType(), word))
        .startsWith("input.not-a-location(")
        .endsWith(", whmcs_eu)");
  }

  @Test
  void aLocationIsNotLongerThan64Characters() {
    assertThat(value(new LocationType(), "a".repeat(64)).value()).hasSize(64);
    assertThat(problem(new LocationType(), "a".repeat(65))).startsWith("input.not-a-location(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001@whmcs_eu", "1001", "linked"})
  void anAccountIsNamedByItsClientAndLocation(String word) {
    assertThat(value(new AccountType(), word)).isEqualTo(new AccountName(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@whmcs_eu", "#1001", "1001 @eu", "1001/eu", "a;b"})
  void whatCannotBeAnAccountIsRefusedWithAnExample(String word) {
    assertThat(problem(new AccountType(), word))
        .isEqualTo("input.not-an-account(" + word + ", 1001@whmcs_eu)");
  }

  @Test
  void anAccountInOtherDigitsIsRefusedByTheirName() {
    assertThat(problem(new AccountType(), "\u0661\u0662")).startsWith("input.foreign-digits(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example",
        "First.Last+tag@sub-1.example.com",
        "o'brien@example.ie",
        "x_1@1.example"
      })
  void anEmailAddressIsTakenAsItIs(String word) {
    assertThat(value(new EmailType(), "  " + word + " ")).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@b",
        "@b.example",
        "a@.example",
        "a@b..example",
        "a@b.example.",
        "a@@b.example",
        "a@b@c.example",
        "a b@c.example",
        "a@b.exam ple",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example",
        "a@-b.example",
        "Ann <a@b.example>",
        "a@b.example,c@d.example",
        "\"a\"@b.example",
        "a@[192.0.2.1]"
      })
  void whatIsNoEmailAddressIsRefusedWithAnExample(String word) {
    assertThat(problem(new EmailType(), word))
        .isEqualTo("input.not-an-email(" + word + ", name@example.com)");
  }

  @Test
  void anEmailAddressHasAtMost254Characters() {
    String host = "@" + "b".repeat(60) + "." + "c".repeat(60) + ".example";
    String longest = "a".repeat(254 - host.length()) + host;
    assertThat(value(new EmailType(), longest)).hasSize(254);
    assertThat(problem(new EmailType(), "a" + longest)).isEqualTo("input.text-too-long(254)");
  }

  @Test
  void aLetterThatOnlyLooksLatinIsRefusedByName() {
    assertThat(problem(new EmailType(), "\u0430nn@example.com"))
        .isEqualTo("input.foreign-letter(\u0430, CYRILLIC SMALL LETTER A)");
  }

  @Test
  void anEmailAddressHasNoOtherScriptsDigitsAndNoHiddenCharacters() {
    assertThat(problem(new EmailType(), "a\u0661@b.example")).startsWith("input.foreign-digits(");
    assertThat(problem(new EmailType(), "a\u200B@b.example"))
        .isEqualTo("input.hidden-character(U+200B)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+31201234567", "020 123 45 67", "(020) 123-4567", "+1 (555) 010-0199", "12345"})
  void aPhoneNumberIsTakenAsItIs(String word) {
    assertThat(value(new PhoneType(), word)).isEqualTo(word);
  }

  @Test
  void aPhoneNumbersBlanksAreMadePlain() {
    assertThat(value(new PhoneType(), " +31\u00A020  1234567 ")).isEqualTo("+31 20 1234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "1234",
        "123456789012345678901",
        "020+1234567",
        "++31201234567",
        "-31201234567",
        "020/1234567",
        "12345 ext. 6",
        "call me"
      })
  void whatIsNoPhoneNumberIsRefusedWithAnExample(String word) {
    assertThat(problem(new PhoneType(), word))
        .isEqualTo("input.not-a-phone(" + word + ", +31201234567)");
  }

  @Test
  void aPhoneNumbersDigitsOfOtherScriptsAreRefusedByName() {
    assertThat(problem(new PhoneType(), "\u0661\u0662\u0663\u0664\u0665"))
        .isEqualTo("input.foreign-digits(\u0661\u0662\u0663\u0664\u0665, Arabic-indic, 12345)");
  }

  @Test
  void aPhoneNumberOfBlanksWithoutEndIsRefused() {
    assertThat(problem(new PhoneType(), "1-----".repeat(10))).startsWith("input.not-a-phone(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NL", "nl", "Nl", " nl "})
  void aCountryIsItsTwoLettersInAnyCase(String word) {
    assertThat(value(new CountryType(), word)).isEqualTo("NL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "N", "NLD", "Netherlands", "ZZ", "UK", "\u041D\u041B"})
  void whatIsNoCountryIsRefusedWithAnExample(String word) {
    assertThat(problem(new CountryType(), word)).isEqualTo("input.not-a-country(" + word + ", NL)");
  }

  private static ChoiceType<Integer> choice() {
    Map<String, Integer> words = new LinkedHashMap<>();
    words.put("unpaid", 1);
    words.put("paid", 2);
    return new ChoiceType<>(words);
  }

  private static <T> T value(OptionType<T> type, String word) {
    return switch (type.parse(word)) {
      case OptionType.Parsed.Ok<T>(T value) -> value;
      case OptionType.Parsed.Bad<T>(var why) -> throw new AssertionError(Words.of(why));
    };
  }

  private static String problem(OptionType<?> type, String word) {
    return switch (type.parse(word)) {
      case OptionType.Parsed.Ok<?>(Object value) -> throw new AssertionError("is " + value);
      case OptionType.Parsed.Bad<?>(var why) -> Words.of(why);
    };
  }
}
