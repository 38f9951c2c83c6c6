package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.support.TestBot;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlashLinesTest {
  private final SlashLines lines =
      new SlashLines(TestBot.unlinked().catalogue().registry(), new LocalNames(new FileTexts()));

  @ParameterizedTest
  @CsvSource({
    "/pay 123 25, /pay invoice:123 amount:25",
    "/invoice 123 --no-pdf, /invoice id:123 no-pdf:true",
    "/cancel server 42 moving away, /cancel server id:42 reason:moving away",
    "/mass-pay 101 102, /mass-pay ids:101 102",
    "/credit, /credit",
    "/billing invoice 7, /invoice id:7"
  })
  void everyOptionHasItsName(String line, String typed) {
    assertThat(lines.typed(line, Locale.ENGLISH)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource({
    "/pay <invoice> [amount] [--location whmcs_eu], /pay invoice: [amount:] [location:]",
    "/pdf <id> [--proforma], /pdf id: [proforma:]",
    "/pdf <id> [--…], /pdf id: …",
    "/credit, /credit"
  })
  void aUsageShowsWhichOptionsThereAre(String usage, String typed) {
    assertThat(lines.typed(usage, Locale.ENGLISH)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource({
    "/pay 123 25, /оплатить счёт:123 сумма:25",
    "/cancel server 42 moving away, /отмена сервер номер:42 причина:moving away",
    "/pdf <id> [--proforma], /пдф номер: [проформа:]",
    "/credit, /баланс"
  })
  void whoseClientIsRussianReadsRussianNames(String line, String typed) {
    assertThat(lines.typed(line, Locale.of("ru"))).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource({"/nonsense 1", "/pay abc", "/cancel undo", "''"})
  void whatIsNoWholeCommandStaysAsItIs(String line) {
    assertThat(lines.typed(line, Locale.ENGLISH)).isEqualTo(line);
  }
}
