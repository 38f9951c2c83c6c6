package io.tillbot.core.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of every option type. */
class OptionTypesPropertiesTest {
  private static final List<OptionType<?>> TYPES =
      List.of(
          IdType.invoice(),
          IdType.server(),
          IdType.contact(),
          IdType.transaction(),
          new ListType<>(IdType.invoice(), 25),
          new MoneyType(),
          new DateType(TestBot.CLOCK),
          new ChoiceType<>(Map.of("one", 1)),
          new TextType(80, "words"),
          new CodeType(8, "ABCD-3467"),
          new LineType(),
          new EmailType(),
          new PhoneType(),
          new CountryType(),
          new LocationType(),
          new AccountType(),
          new FlagType());

  @Property(tries = 500)
  void noTextBringsAnExceptionOrALongReply(@ForAll String word) {
    for (OptionType<?> type : TYPES) {
      if (type.parse(word) instanceof OptionType.Parsed.Bad<?>(var why)) {
        assertThat(Words.of(why)).hasSizeLessThan(500);
      }
    }
  }

  @Property(tries = 300)
  void anAmountPrintedAndReadAgainIsTheSame(@ForAll("amounts") String word) {
    BigDecimal first = amount(word);
    assertThat(amount(first.toPlainString())).isEqualTo(first);
  }

  @Property(tries = 300)
  void aCommaAndAPointMeanTheSame(@ForAll("amounts") String word) {
    assertThat(amount(word.replace('.', ','))).isEqualTo(amount(word.replace(',', '.')));
  }

  @Property(tries = 1)
  void everyExampleParses() {
    for (OptionType<?> type : TYPES) {
      assertThat(type.parse(type.example())).isInstanceOf(OptionType.Parsed.Ok.class);
    }
  }

  @Property(tries = 1)
  void everyChoiceParses() {
    for (OptionType<?> type : TYPES) {
      for (String choice : type.choices()) {
        assertThat(type.parse(choice)).isInstanceOf(OptionType.Parsed.Ok.class);
      }
    }
  }

  @Provide
  Arbitrary<String> amounts() {
    return Arbitraries.strings()
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(9)
        .flatMap(
            whole ->
                Arbitraries.of("", ".5", ",5", ".05", ",99", ".10").map(cents -> whole + cents))
        .filter(word -> new BigDecimal(word.replace(',', '.')).signum() > 0);
  }

  private static BigDecimal amount(String word) {
    return switch (new MoneyType().parse(word)) {
      case OptionType.Parsed.Ok<BigDecimal>(BigDecimal value) -> value;
      case OptionType.Parsed.Bad<BigDecimal>(var why) -> throw new AssertionError(Words.of(why));
    };
  }
}
