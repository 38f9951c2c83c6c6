package io.tillbot.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Catalogue;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.option.AccountType;
import io.tillbot.core.command.option.CodeType;
import io.tillbot.core.command.option.CountryType;
import io.tillbot.core.command.option.EmailType;
import io.tillbot.core.command.option.LineType;
import io.tillbot.core.command.option.PhoneType;
import io.tillbot.core.command.option.TextType;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RedactionTest {
  private static final String PERSONAL = "jane.roe@example.org";

  @Test
  void idsMoneyAndChoicesAreKeptAndSeveralStandInOnePiece() {
    assertThat(of("mass-pay", Map.of("ids", "101, 102\u00a0103")))
        .isEqualTo(Map.of("ids", "101,102,103"));
    assertThat(of("pay", Map.of("invoice", "#123", "amount", "25,00")))
        .isEqualTo(Map.of("invoice", "#123", "amount", "25,00"));
  }

  @Test
  void reasonsAndNamesAreReplacedAndThatTheyWereGivenIsKept() {
    assertThat(of("cancel server", Map.of("id", "42", "reason", "because of Jane Roe")))
        .isEqualTo(Map.of("id", "42", "reason", Redaction.HIDDEN));
    assertThat(of("account edit", Map.of("email", PERSONAL, "phone", "+37060012345")))
        .isEqualTo(Map.of("email", Redaction.HIDDEN, "phone", Redaction.HIDDEN));
  }

  @Test
  void whatIsNoOptionOfTheCommandIsLeftOut() {
    assertThat(of("pay", Map.of("invoice", "123", "secret", "x")))
        .isEqualTo(Map.of("invoice", "123"));
  }

  @Test
  void ofEveryCommandThereIsNoOptionThatTakesPersonalWordsIsKept() {
    for (Command command : Catalogue.toRead(Clock.systemUTC()).commands()) {
      for (OptionSpec<?> option : command.spec().options()) {
        boolean takesWords =
            option.type() instanceof TextType
                || option.type() instanceof CodeType
                || option.type() instanceof EmailType
                || option.type() instanceof PhoneType
                || option.type() instanceof CountryType
                || option.type() instanceof AccountType
                || option.type() instanceof LineType;
        assertThat(Redaction.of(command.spec(), Map.of(option.name(), PERSONAL)).values())
            .as(command.spec().path() + " " + option.name())
            .containsExactly(takesWords ? Redaction.HIDDEN : PERSONAL);
      }
    }
  }

  private static Map<String, String> of(String command, Map<String, String> words) {
    CommandSpec spec =
        Catalogue.toRead(Clock.systemUTC()).commands().stream()
            .map(Command::spec)
            .filter(one -> one.path().name().equals(command))
            .findFirst()
            .orElseThrow();
    return Redaction.of(spec, words);
  }
}
