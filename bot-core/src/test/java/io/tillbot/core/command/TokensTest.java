package io.tillbot.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.command.Tokens.Token;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @Test
  void wordsAreSplitAtBlanks() {
    assertThat(texts(" a  b c ")).containsExactly("a", "b", "c");
  }

  @Test
  void quotesHoldWordsTogether() {
    assertThat(texts("a \"b c\" d")).containsExactly("a", "b c", "d");
  }

  @Test
  void quotesMayStandWithinAWord() {
    assertThat(texts("a\"b c\"d")).containsExactly("ab cd");
  }

  @Test
  void emptyQuotesAreAnEmptyWord() {
    assertThat(texts("a \"\" b")).containsExactly("a", "", "b");
  }

  @Test
  void aBackslashGuardsAQuoteWithinQuotes() {
    assertThat(texts("\"a \\\"b\\\" \\\\\"")).containsExactly("a \"b\" \\");
  }

  @Test
  void aBackslashElsewhereIsItself() {
    assertThat(texts("C:\\x \"C:\\x\"")).containsExactly("C:\\x", "C:\\x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "a \"b", "\"a\\\"", "\"a\" \""})
  void anOpenQuoteIsNoLine(String line) {
    assertThat(Tokens.split(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--a", "--a=b", "--a=\"b c\"", "---"})
  void twoHyphensMakeAFlag(String word) {
    assertThat(token(word).isFlag()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "--", "-30d", "\"--a\"", "--\"a\"", "\"\"--a", "\"--a=b\"", "a--b"})
  void theseAreNoFlags(String word) {
    assertThat(token(word).isFlag()).isFalse();
  }

  private static List<String> texts(String line) {
    return Tokens.split(line).orElseThrow().stream().map(Token::text).toList();
  }

  private static Token token(String word) {
    List<Token> tokens = Tokens.split(word).orElseThrow();
    assertThat(tokens).hasSize(1);
    return tokens.getFirst();
  }
}
