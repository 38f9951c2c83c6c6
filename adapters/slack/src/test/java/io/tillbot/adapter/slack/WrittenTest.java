package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {
  private final Written written =
      new Written(Cards::words, CommandNames.standard().withPrefix("acme-"), Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource({
    "/invoice 123, /acme-invoice 123",
    "/pay 123, /acme-billing pay 123",
    "/billing help pay, /acme-billing help pay",
    "/pay <invoice> [amount], /acme-billing pay <invoice> [amount]"
  })
  void aCommandIsWrittenAsItIsTypedHere(String line, String typed) {
    assertThat(written.of(Value.line(line))).isEqualTo(typed);
    assertThat(written.of(Text.of("any", Value.line(line)))).contains(typed);
  }
}
