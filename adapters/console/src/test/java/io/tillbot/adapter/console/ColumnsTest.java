package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource({"abc, 3", "Счёт, 4", "請求書, 6", "e\u0301, 1", "'', 0", "👍, 2"})
  void aTextIsMeasuredAsTheTerminalShowsIt(String text, int width) {
    assertThat(Columns.width(text)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"abcdef, 6, abcdef", "abcdef, 5, abcd…", "請求書番号, 6, 請求…", "ab, 1, …"})
  void whatIsTooWideEndsInAnEllipsis(String text, int width, String expected) {
    assertThat(Columns.cut(text, width)).isEqualTo(expected);
  }

  @Test
  void linesBreakBetweenWordsAndInsideThoseTooLong() {
    assertThat(Columns.wrap("one two three abcdefghij k", 7))
        .containsExactly("one two", "three", "abcdefg", "hij k");
  }

  @Test
  void noLineBreaksAtANoBreakSpace() {
    assertThat(Columns.wrap("pay 1\u00a0234,50\u00a0EUR", 12))
        .containsExactly("pay", "1\u00a0234,50\u00a0EUR");
  }

  @Test
  void whatDoesNotFitTheLinesEndsInAnEllipsis() {
    assertThat(Columns.wrap("aa bb cc dd", 5, 1)).containsExactly("aa b…");
    assertThat(Columns.wrap("aa bb cc dd", 6, 1)).containsExactly("aa bb…");
    assertThat(Columns.wrap("aa bb", 5, 1)).containsExactly("aa bb");
  }

  @Test
  void aWordWiderThanTheScreenStillEnds() {
    assertThat(Columns.wrap("宽宽", 1)).containsExactly("宽", "宽");
  }
}
