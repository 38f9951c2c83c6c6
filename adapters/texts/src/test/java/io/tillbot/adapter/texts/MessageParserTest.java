package io.tillbot.adapter.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import io.tillbot.adapter.texts.Piece.Argument;
import io.tillbot.adapter.texts.Piece.CountSign;
import io.tillbot.adapter.texts.Piece.Literal;
import io.tillbot.adapter.texts.Piece.Plural;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageParserTest {

  @Test
  void wordsAndArgumentsTakeTheirTurns() {
    assertThat(MessageParser.parse("{1} of {0}, it's"))
        .containsExactly(
            new Argument(1), new Literal(" of "), new Argument(0), new Literal(", it's"));
  }

  @Test
  void aPluralHoldsItsForms() {
    assertThat(MessageParser.parse("{0, plural, =0 {none} one {# of {1}} other {it''s #}}!"))
        .containsExactly(
            new Plural(
                0,
                Map.of(
                    "=0", List.of(new Literal("none")),
                    "one", List.of(new CountSign(0), new Literal(" of "), new Argument(1)),
                    "other", List.of(new Literal("it'"), new Literal("s "), new CountSign(0)))),
            new Literal("!"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "it's {0}",
        "it''s {0}",
        "'{0}",
        "'{0}' {1}",
        "a '{' b '}' c",
        "{0}{1}",
        "don't '{' can't",
        "{0} #",
        "''{0}''",
        "{0}'s",
      })
  void withoutPluralsWeReadWhatIcuReads(String message) {
    StringBuilder ours = new StringBuilder();
    for (Piece piece : MessageParser.parse(message)) {
      switch (piece) {
        case Literal(String text) -> ours.append(text);
        case Argument(int index) -> ours.append(index == 0 ? "A'{1}" : "B");
        case CountSign _, Plural _ -> throw new AssertionError("no plural here");
      }
    }
    assertThat(ours).hasToString(MessageFormat.format(message, "A'{1}", "B"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}{0",
        "{name}",
        "{0, number}",
        "{0, select, other {x}}",
        "{0, plural, one {x}}",
        "{0, plural, offset:1 one {x} other {y}}",
        "{0, plural, one {x} other {y}",
      })
  void whatABundleMayNotHoldIsRefused(String message) {
    assertThatThrownBy(() -> MessageParser.parse(message)).isInstanceOf(RuntimeException.class);
  }
}
