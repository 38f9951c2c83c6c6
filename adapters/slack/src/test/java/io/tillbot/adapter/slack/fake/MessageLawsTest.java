package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake refuses what Slack refuses, and takes what Slack takes. */
class MessageLawsTest {
  private static final String PLAIN = "{'type':'plain_text','text':'%s'}";

  @ParameterizedTest
  @CsvSource({"150, true", "151, false", "0, false"})
  void aHeaderHas150Characters(int length, boolean isLawful) {
    lawful("{'type':'header','text':" + PLAIN.formatted("x".repeat(length)) + "}", isLawful);
  }

  @ParameterizedTest
  @CsvSource({"3000, true", "3001, false", "0, false"})
  void aSectionHas3000Characters(int length, boolean isLawful) {
    lawful(section(PLAIN.formatted("x".repeat(length))), isLawful);
  }

  @ParameterizedTest
  @CsvSource({"2000, true", "2001, false"})
  void aFieldHas2000Characters(int length, boolean isLawful) {
    lawful("{'type':'section','fields':[" + PLAIN.formatted("x".repeat(length)) + "]}", isLawful);
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false", "0, false"})
  void aSectionHas10Fields(int count, boolean isLawful) {
    lawful("{'type':'section','fields':[" + repeated(count) + "]}", isLawful);
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false", "0, false"})
  void aContextHas10Elements(int count, boolean isLawful) {
    lawful("{'type':'context','elements':[" + repeated(count) + "]}", isLawful);
  }

  @ParameterizedTest
  @CsvSource({"25, true", "26, false", "0, false"})
  void anActionsBlockHas25Buttons(int count, boolean isLawful) {
    String buttons =
        IntStream.range(0, count)
            .mapToObj(i -> button("'action_id':'a" + i + "'"))
            .collect(Collectors.joining(","));
    lawful("{'type':'actions','elements':[" + buttons + "]}", isLawful);
  }

  @ParameterizedTest
  @CsvSource({"50, true", "51, false"})
  void aMessageHas50Blocks(int count, boolean isLawful) {
    String blocks =
        IntStream.range(0, count)
            .mapToObj(_ -> "{'type':'divider'}")
            .collect(Collectors.joining(","));
    assertThat(problems("{'text':'x','blocks':[" + blocks + "]}").isEmpty()).isEqualTo(isLawful);
  }

  @ParameterizedTest
  @CsvSource({"255, true", "256, false", "0, false"})
  void anActionIdHas255Characters(int length, boolean isLawful) {
    lawful(actions("'action_id':'" + "x".repeat(length) + "'"), isLawful);
  }

  @ParameterizedTest
  @CsvSource({"2000, true", "2001, false"})
  void aValueHas2000Characters(int length, boolean isLawful) {
    lawful(actions("'action_id':'a','value':'" + "x".repeat(length) + "'"), isLawful);
  }

  @ParameterizedTest
  @CsvSource({"3000, true", "3001, false"})
  void anAddressHas3000Characters(int length, boolean isLawful) {
    lawful(actions("'action_id':'a','url':'" + "x".repeat(length) + "'"), isLawful);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'unheard-of'}",
        "{'type':'section'}",
        "{'type':'section','text':'x'}",
        "{'type':'section','text':{'type':'html','text':'x'}}",
        "{'type':'section','text':{'type':'plain_text','text':7}}",
        "{'type':'section','text':{'type':'plain_text','text':'x','verbatim':true}}",
        "{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}",
        "{'type':'section','text':{'type':'mrkdwn','text':'x','verbatim':'true'}}",
        "{'type':'section','text':{'type':'plain_text','text':'x'},'colour':'red'}",
        "{'type':'section','fields':{}}",
        "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
        "{'type':'actions','elements':[{'type':'unheard-of','action_id':'a'}]}",
        "{'type':'actions','elements':[{'type':'button','action_id':'a'}]}",
        "{'type':'actions','elements':['x']}",
        "7"
      })
  void whatIsNotKnownIsRefused(String block) {
    lawful(block, false);
  }

  @Test
  void aButtonsTextHas75CharactersOfPlainText() {
    lawful(actions("'action_id':'a','text':" + PLAIN.formatted("x".repeat(75))), true);
    lawful(actions("'action_id':'a','text':" + PLAIN.formatted("x".repeat(76))), false);
    lawful(actions("'action_id':'a','text':{'type':'mrkdwn','text':'x'}"), false);
    lawful(actions("'action_id':'a','style':'default'"), false);
  }

  @Test
  void anIdIsGivenOnce() {
    String twice = button("'action_id':'a'") + "," + button("'action_id':'a'");
    lawful("{'type':'actions','elements':[" + twice + "]}", false);
    String block = "{'type':'divider','block_id':'b'}";
    assertThat(problems("{'text':'x','blocks':[" + block + "," + block + "]}")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'text':7}",
        "{'text':''}",
        "{'text':'x','blocks':[]}",
        "{'text':'x','blocks':{}}",
        "{'text':'x','response_type':'public'}",
        "{'text':'x','replace_original':'true'}",
        "{'text':'x','channel':'C1'}"
      })
  void aMessageThatIsNoneIsRefused(String message) {
    assertThat(problems(message)).isNotEmpty();
  }

  private static void lawful(String block, boolean isLawful) {
    assertThat(problems("{'text':'x','blocks':[" + block + "]}").isEmpty()).isEqualTo(isLawful);
  }

  private static List<String> problems(String message) {
    return MessageLaws.problems(
        JsonParser.parseString(message.replace('\'', '"')).getAsJsonObject());
  }

  private static String section(String text) {
    return "{'type':'section','text':" + text + "}";
  }

  private static String actions(String fields) {
    return "{'type':'actions','elements':[" + button(fields) + "]}";
  }

  private static String button(String fields) {
    String text = fields.contains("'text':") ? "" : ",'text':" + PLAIN.formatted("x");
    return "{'type':'button'," + fields + text + "}";
  }

  private static String repeated(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> PLAIN.formatted("x"))
        .collect(Collectors.joining(","));
  }
}
