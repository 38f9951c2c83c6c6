package io.tillbot.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.command.Tokens.Token;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A line that is handed on is the same line. */
class TokensPropertiesTest {
  @Property(tries = 2_000)
  void joinedWordsSplitIntoTheSameWords(@ForAll("lines") String line) {
    Optional<List<Token>> words = Tokens.split(line);
    Assume.that(words.filter(each -> each.size() > 1).isPresent());
    assertThat(Tokens.split(Tokens.joined(words.get()))).isEqualTo(words);
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withChars("ab -=\"\\").ofMinLength(2).ofMaxLength(16);
  }
}
