package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      textBlock =
          """
          @everyone, \\@everyone
          <@400000000000000001>, \\<\\@400000000000000001\\>
          <@&1> <#2> </pay:3>, \\<\\@&1\\> \\<#2\\> \\</pay\\:3\\>
          <t:0:R>, \\<t\\:0\\:R\\>
          https://evil.example, https\\://evil.example
          [ok](https://evil.example), \\[ok\\](https\\://evil.example)
          **bold** _it_ ~~no~~, \\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~
          `code`, \\`code\\`
          ||hidden||, \\|\\|hidden\\|\\|
          # heading, \\# heading
          - item, \\- item
          1. item, 1\\. item
          :smile:, \\:smile:
          back\\slash, back\\\\slash
          """)
  void whatIsMarkupIsMadeLiteral(String text, String escaped) {
    assertThat(Markdown.escaped(text, 100)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invoice 123", "29.99 EUR", "Usage: /invoice", "2026-11-01", "50 – 60 %"})
  void whatIsNotStaysAsItIs(String text) {
    assertThat(Markdown.escaped(text, 100)).isEqualTo(text);
  }

  @Test
  void aCutSeparatesNoBackslashFromItsSignAndNoHalvesOfASign() {
    for (int limit = 1; limit < 12; limit++) {
      String cut = Markdown.escaped("**\uD83D\uDCB6**x**", limit);
      assertThat(cut).hasSizeLessThanOrEqualTo(limit);
      assertThat(cut.replace("\\*", "")).doesNotContain("\\");
      assertThat(cut.codePoints())
          .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
  }

  @Test
  void whatFitsExactlyIsNotCut() {
    assertThat(Markdown.plain("12345", 5)).isEqualTo("12345");
    assertThat(Markdown.plain("123456", 5)).isEqualTo("1234…");
  }

  @Test
  void aBlockOfCodeCannotBeClosedByItsData() {
    assertThat(Markdown.inCode("a```b")).doesNotContain("`");
  }
}
