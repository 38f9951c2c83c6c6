package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandNamesTest {
  private final CommandNames names = CommandNames.standard();
  private final CommandNames prefixed = names.withPrefix("acme-");

  @ParameterizedTest
  @CsvSource({
    "/invoice, 123, /invoice 123",
    "/Invoice, 123, /invoice 123",
    "/acme-invoice, 123, /invoice 123",
    "/acme-billing, pay 1 2, /billing pay 1 2",
    "/billing, '', /billing",
    "/invoice, ' 1  2 ', '/invoice  1  2'"
  })
  void aSlashCommandIsALineOfTheCatalogue(String command, String text, String line) {
    assertThat(prefixed.line(command, text)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "/invoice 123, /acme-invoice 123",
    "/pay 1 2, /acme-billing pay 1 2",
    "/contact edit 7, /acme-billing contact edit 7",
    "/billing link, /acme-billing link"
  })
  void aLineIsTypedUnderANameThatTheAppHas(String line, String typed) {
    assertThat(prefixed.typed(line)).isEqualTo(typed);
  }

  @Test
  void theUmbrellaIsAlwaysThere() {
    assertThat(CommandNames.of("invoice").switchedOn()).containsExactly("invoice", "billing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme-", "acme_", "-", "a-prefix-of-17-chars", "é"})
  void aPrefixThatSlackWouldRefuseIsRefused(String prefix) {
    assertThatThrownBy(() -> names.withPrefix(prefix)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatIsTooLongWithItsPrefixIsRefused() {
    assertThatThrownBy(
            () -> CommandNames.of("a-rather-long-command").withPrefix("prefix-of-16-ch-"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
