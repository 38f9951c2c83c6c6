package io.tillbot.adapter.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageRulesTest {
  private static final String BUTTON = button("a", "b");

  private static final String MENU = "{'type':3,'custom_id':'m','options':[%s]%s}";

  static List<Arguments> refused() {
    return List.of(
        Arguments.of("content", "{'content':'" + "x".repeat(2_001) + "'}"),
        Arguments.of("content of a wrong type", "{'content':7}"),
        Arguments.of("embeds", "{'embeds':[" + many(11, "{'title':'t'}") + "]}"),
        Arguments.of("an empty embed", "{'embeds':[{}]}"),
        Arguments.of("title", embed("'title':'" + "x".repeat(257) + "'")),
        Arguments.of("description", embed("'description':'" + "x".repeat(4_097) + "'")),
        Arguments.of("fields", embed("'fields':[" + many(26, field(1, 1)) + "]")),
        Arguments.of("field's name", embed("'fields':[" + field(257, 1) + "]")),
        Arguments.of("no field's name", embed("'fields':[" + field(0, 1) + "]")),
        Arguments.of("field's value", embed("'fields':[" + field(1, 1_025) + "]")),
        Arguments.of("no field's value", embed("'fields':[" + field(1, 0) + "]")),
        Arguments.of(
            "inline of a wrong type", embed("'fields':[{'name':'n','value':'v','inline':'yes'}]")),
        Arguments.of("footer", embed("'footer':{'text':'" + "x".repeat(2_049) + "'}")),
        Arguments.of("colour", embed("'title':'t','color':16777216")),
        Arguments.of("all together", embed("'fields':[" + many(6, field(1, 1_000)) + "]")),
        Arguments.of("rows", "{'components':[" + many(6, row(BUTTON)) + "]}"),
        Arguments.of("buttons in a row", "{'components':[" + row(many(6, BUTTON)) + "]}"),
        Arguments.of("no button in a row", "{'components':[" + row("") + "]}"),
        Arguments.of("label", "{'components':[" + row(button("x".repeat(81), "b")) + "]}"),
        Arguments.of("no label", "{'components':[" + row(button("", "b")) + "]}"),
        Arguments.of("custom_id", "{'components':[" + row(button("a", "x".repeat(101))) + "]}"),
        Arguments.of("custom_id twice", "{'components':[" + row(BUTTON + "," + BUTTON) + "]}"),
        Arguments.of("a link that is none", "{'components':[" + row(link("javascript:x()")) + "]}"),
        Arguments.of("address", "{'components':[" + row(link("https://" + "x".repeat(505))) + "]}"),
        Arguments.of("a menu of nothing", menu("", "")),
        Arguments.of("options of a menu", menu(options(26), "")),
        Arguments.of("a menu's option twice", menu(option("a", "v") + "," + option("b", "v"), "")),
        Arguments.of("a menu's option", menu(option("x".repeat(101), "v"), "")),
        Arguments.of("a menu's value", menu(option("a", "x".repeat(101)), "")),
        Arguments.of("a menu's empty value", menu(option("a", ""), "")),
        Arguments.of(
            "a menu's placeholder", menu(options(2), ",'placeholder':'" + "x".repeat(151) + "'")),
        Arguments.of("more than there are", menu(options(2), ",'max_values':3")),
        Arguments.of("more than at most", menu(options(3), ",'min_values':2,'max_values':1")),
        Arguments.of(
            "a menu beside a button",
            "{'components':[" + row(MENU.formatted(options(2), "") + "," + BUTTON) + "]}"),
        Arguments.of(
            "a mention both ways", "{'allowed_mentions':{'parse':['users'],'users':['1']}}"),
        Arguments.of("a mention of no id", "{'allowed_mentions':{'users':['ann']}}"),
        Arguments.of("a mention of what is none", "{'allowed_mentions':{'parse':['all']}}"),
        Arguments.of("a flag of its own", "{'flags':1}"),
        Arguments.of("a file that is not there", "{'attachments':[{'id':0,'filename':'x.pdf'}]}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatDiscordRefusesIsRefused(String what, String body) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> MessageRules.check(json(body).toMap(), List.of()))
        .satisfies(refusal -> assertThatCodeIs(refusal, Refusal.INVALID_FORM_BODY));
  }

  @Test
  void whatIsJustWithinTheLimitsIsTaken() {
    String fields = many(2, field(256, 1_024));
    String body =
        "{'content':'hello','embeds':[{'title':'%s','fields':[%s],'color':16777215}],'flags':64,"
                .formatted("x".repeat(256), fields)
            + "'components':["
            + row(button("x".repeat(80), "y".repeat(100)))
            + ","
            + row(MENU.formatted(options(25), ",'min_values':2,'max_values':25"))
            + "],"
            + "'allowed_mentions':{'parse':[]},'attachments':[{'id':0,'filename':'a.pdf'}]}";
    assertThatCode(() -> MessageRules.check(json(body).toMap(), List.of("a.pdf")))
        .doesNotThrowAnyException();
  }

  @Test
  void aMessageWithNothingToSeeIsRefused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> MessageRules.checkNotEmpty(json("{'embeds':[],'flags':64}").toMap(), List.of()))
        .satisfies(refusal -> assertThatCodeIs(refusal, Refusal.EMPTY_MESSAGE));
  }

  private static void assertThatCodeIs(Refusal refusal, int code) {
    assertThat(refusal.code()).isEqualTo(code);
  }

  private static DataObject json(String body) {
    return DataObject.fromJson(body.replace('\'', '"'));
  }

  private static String embed(String parts) {
    return "{'embeds':[{" + parts + "}]}";
  }

  private static String field(int name, int value) {
    return "{'name':'" + "n".repeat(name) + "','value':'" + "v".repeat(value) + "'}";
  }

  private static String row(String buttons) {
    return "{'type':1,'components':[" + buttons + "]}";
  }

  private static String button(String label, String id) {
    return "{'type':2,'style':1,'label':'" + label + "','custom_id':'" + id + "'}";
  }

  private static String menu(String options, String more) {
    return "{'components':[" + row(MENU.formatted(options, more)) + "]}";
  }

  private static String options(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> option("o" + i, "v" + i))
        .collect(Collectors.joining(","));
  }

  private static String option(String label, String value) {
    return "{'label':'" + label + "','value':'" + value + "'}";
  }

  private static String link(String address) {
    return "{'type':2,'style':5,'label':'a','url':'" + address + "'}";
  }

  private static String many(int count, String part) {
    return IntStream.range(0, count).mapToObj(_ -> part).collect(Collectors.joining(","));
  }
}
