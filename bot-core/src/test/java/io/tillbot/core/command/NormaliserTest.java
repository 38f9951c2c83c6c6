package io.tillbot.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

  @ParameterizedTest
  @ValueSource(strings = {"\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u2014-", "\u2013-"})
  void aLongDashBeforeANameIsTheTwoHyphensThatWereTyped(String dash) {
    assertThat(Normaliser.normalise("/invoice 1 " + dash + "no-pdf"))
        .isEqualTo("/invoice 1 --no-pdf");
  }

  @Test
  void aLongDashMayStartTheLine() {
    assertThat(Normaliser.normalise("\u2014id")).isEqualTo("--id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2013", "\u2014", "\u2212"})
  void aLongDashBeforeANumberIsAMinus(String dash) {
    assertThat(Normaliser.normalise("--from " + dash + "30d")).isEqualTo("--from -30d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u2014b", "a \u2014 b", "9\u20135", "\u2014"})
  void aLongDashElsewhereIsText(String line) {
    assertThat(Normaliser.normalise(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u201Ca b\u201D", "\u201Ea b\u201C", "\u00ABa b\u00BB", "\u2033a b\u2033"})
  void curlyQuotesAreQuotes(String line) {
    assertThat(Normaliser.normalise(line)).isEqualTo("\"a b\"");
  }

  @Test
  void curlyApostrophesAreApostrophes() {
    assertThat(Normaliser.normalise("don\u2019t")).isEqualTo("don't");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u202F", "\u2009", "\u3000", "\t", "\n", "\r\n", "\u2028"})
  void everySpaceIsASpace(String space) {
    assertThat(Normaliser.normalise("a" + space + "b").replace("  ", " ")).isEqualTo("a b");
  }

  @Test
  void theEndsAreTrimmed() {
    assertThat(Normaliser.normalise("\u00A0 /credit \n")).isEqualTo("/credit");
  }

  @ParameterizedTest
  @CsvSource({
    "a &amp; b, a & b",
    "&lt;b&gt;, <b>",
    "&quot;a b&quot;, '\"a b\"'",
    "it&#39;s, it's",
    "a&nbsp;b, a b",
    "&bogus;, &bogus;",
    "&amp, &amp",
    "&AMP;, &AMP;",
  })
  void entitiesAreDecoded(String line, String plain) {
    assertThat(Normaliser.normalise(line)).isEqualTo(plain.replace("'it's'", "it's"));
  }

  @Test
  void entitiesAreDecodedOnce() {
    assertThat(Normaliser.normalise("&amp;lt;&amp;amp;")).isEqualTo("&lt;&amp;");
  }

  @ParameterizedTest
  @CsvSource({
    "<mailto:a@b.example|a@b.example>, a@b.example",
    "<mailto:a@b.example>, a@b.example",
    "<tel:+4912|+49 12>, +49 12",
    "<#C1|general>, #C1",
    "<#C1>, #C1",
    "<#C1|>, #C1",
    "<https://x.example/a?b=1&amp;c=2|x.example/a>, x.example/a",
    "<https://x.example/a>, https://x.example/a",
    "<http://x.example>, http://x.example",
    "<https://x.example|>, https://x.example",
    "<https://x.example/?a=$1|$1\\1>, $1\\1",
  })
  void slacksMarkupIsWhatThePersonTyped(String line, String typed) {
    assertThat(Normaliser.normalise(line)).isEqualTo(typed);
  }

  @Test
  void severalPiecesOfMarkupAreEachUndone() {
    assertThat(Normaliser.normalise("<#C1|a> and <mailto:a@b|a@b>")).isEqualTo("#C1 and a@b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 < 2", "<b>", "<@U1>", "<!channel>", "<>", "<https", "<#c1>", "a<b|c>"})
  void anotherLessThanIsLeftAlone(String line) {
    assertThat(Normaliser.normalise(line)).isEqualTo(line);
  }

  @Test
  void markupThatAPersonEscapedStaysText() {
    assertThat(Normaliser.normalise("&lt;#C1|x&gt;")).isEqualTo("<#C1|x>");
  }

  @Property(tries = 300)
  void noLineBringsAnException(@ForAll String line) {
    assertThat(Normaliser.normalise(line)).doesNotContain("\n", "\t", "\u00A0");
  }
}
