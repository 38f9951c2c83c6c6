package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "<!here|here>",
        "<@U1>",
        "<!subteam^S1>",
        "<#C1|general>",
        "<https://evil.example|https://good.example>",
        "*bold* _it_ ~no~ `code` ```block```"
      })
  void nothingOfForeignWordsIsMarkup(String words) {
    assertThat(Mrkdwn.escape(words)).doesNotContain("<", ">", "*", "_", "~", "`");
    assertThat(Mrkdwn.escapeCode(words)).doesNotContain("<", ">", "`");
  }

  @Test
  void anEntityIsNotReadAsOne() {
    assertThat(Mrkdwn.escape("&lt;!channel&gt;")).isEqualTo("&amp;lt;!channel&amp;gt;");
  }

  @Test
  void plainTextStaysAsItIsAndIsNeverEmpty() {
    assertThat(Mrkdwn.plain("a_b & <c>", 100).getText()).isEqualTo("a_b & <c>");
    assertThat(Mrkdwn.plain(" ", 100).getText()).isEqualTo("–");
  }

  @Test
  void aLongTextIsCutAtAWholeCharacter() {
    assertThat(Limits.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Limits.cut("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Limits.cut("abcd\uD83D\uDE00\uD83D\uDE00", 6)).isEqualTo("abcd…");
  }

  @Test
  void slackLooksForNoMarkupOfItsOwnInWhatWeWrite() {
    assertThat(Mrkdwn.bold("Balance").getVerbatim()).isTrue();
    assertThat(Mrkdwn.plain("Balance", 100).getEmoji()).isFalse();
  }
}
