package io.tillbot.adapter.slack.fake;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each law of Block Kit is broken once, and by something that breaks no other. */
class LawsTest {
  private static final String T = "{'type':'plain_text','text':'x'}";
  private static final String O = "{'text':" + T + ",'value':'v'}";

  private static final Map<Law, String> BROKEN =
      Map.ofEntries(
          entry(Law.UNKNOWN_FIELD, message("{'type':'divider','colour':'red'}")),
          entry(Law.WRONG_TYPE, message("{'type':'context','elements':{}}")),
          entry(Law.MESSAGE_TEXT, "{'text':''}"),
          entry(Law.MESSAGE_BLOCKS, message(many(51, _ -> "{'type':'divider'}"))),
          entry(Law.RESPONSE_TYPE, "{'text':'x','response_type':'public'}"),
          entry(Law.UNKNOWN_BLOCK, message("{'type':'unheard-of'}")),
          entry(Law.BLOCK_ID_LENGTH, message("{'type':'divider','block_id':'" + x(256) + "'}")),
          entry(Law.BLOCK_ID_TWICE, message(many(2, _ -> "{'type':'divider','block_id':'b'}"))),
          entry(Law.HEADER_TEXT, message("{'type':'header','text':" + text(151) + "}")),
          entry(Law.SECTION_EMPTY, message("{'type':'section'}")),
          entry(Law.SECTION_TEXT, message("{'type':'section','text':" + text(3_001) + "}")),
          entry(
              Law.SECTION_FIELDS,
              message("{'type':'section','fields':[" + many(11, _ -> T) + "]}")),
          entry(Law.FIELD_TEXT, message("{'type':'section','fields':[" + text(2_001) + "]}")),
          entry(
              Law.CONTEXT_ELEMENTS,
              message("{'type':'context','elements':[" + many(11, _ -> T) + "]}")),
          entry(Law.CONTEXT_TEXT, message("{'type':'context','elements':[" + text(3_001) + "]}")),
          entry(Law.ACTIONS_ELEMENTS, message("{'type':'actions','elements':[]}")),
          entry(Law.TEXT_TYPE, message("{'type':'header','text':{'type':'mrkdwn','text':'x'}}")),
          entry(Law.UNKNOWN_ELEMENT, actions("{'type':'unheard-of'}")),
          entry(Law.ELEMENT_NOT_HERE, actions("{'type':'plain_text_input','action_id':'a'}")),
          entry(Law.ACTION_ID_LENGTH, actions(button("'action_id':'" + x(256) + "','text':" + T))),
          entry(Law.ACTION_ID_TWICE, actions(many(2, _ -> button("'action_id':'a','text':" + T)))),
          entry(Law.BUTTON_TEXT, actions(button("'action_id':'a','text':" + text(76)))),
          entry(Law.BUTTON_VALUE, actions(button(good() + ",'value':'" + x(2_001) + "'"))),
          entry(Law.BUTTON_URL, actions(button(good() + ",'url':'" + x(3_001) + "'"))),
          entry(Law.BUTTON_STYLE, actions(button(good() + ",'style':'default'"))),
          entry(Law.CONFIRM_TITLE, actions(button(good() + confirm(text(101), T, T)))),
          entry(Law.CONFIRM_TEXT, actions(button(good() + confirm(T, text(301), T)))),
          entry(Law.CONFIRM_BUTTON, actions(button(good() + confirm(T, T, text(31))))),
          entry(Law.INPUT_LABEL, view(input("'label':" + text(2_001), field("")))),
          entry(Law.INPUT_HINT, view(input("'label':" + T + ",'hint':" + text(2_001), field("")))),
          entry(Law.PLACEHOLDER, asks(field(",'placeholder':" + text(151)))),
          entry(Law.INPUT_LENGTHS, asks(field(",'min_length':3001"))),
          entry(Law.INITIAL_VALUE, asks(field(",'max_length':2,'initial_value':'xxx'"))),
          entry(
              Law.OPTIONS_OR_GROUPS,
              asks(select(",'options':[" + O + "],'option_groups':[" + group(T) + "]"))),
          entry(Law.SELECT_OPTIONS, asks(select(",'options':[" + many(101, _ -> O) + "]"))),
          entry(
              Law.CHOICE_OPTIONS,
              asks("{'type':'radio_buttons','options':[" + many(11, _ -> O) + "]}")),
          entry(
              Law.OPTION_GROUPS,
              asks(select(",'option_groups':[" + many(101, _ -> group(T)) + "]"))),
          entry(Law.OPTION_GROUP_LABEL, asks(select(",'option_groups':[" + group(text(76)) + "]"))),
          entry(
              Law.OPTION_TEXT, asks(select(",'options':[{'text':" + text(76) + ",'value':'v'}]"))),
          entry(
              Law.OPTION_VALUE,
              asks(select(",'options':[{'text':" + T + ",'value':'" + x(151) + "'}]"))),
          entry(
              Law.OPTION_DESCRIPTION,
              asks(
                  select(
                      ",'options':[{'text':"
                          + T
                          + ",'value':'v','description':"
                          + text(76)
                          + "}]"))),
          entry(
              Law.INITIAL_OPTION,
              asks(
                  select(
                      ",'options':[" + O + "],'initial_option':{'text':" + T + ",'value':'w'}"))),
          entry(
              Law.MAX_SELECTED,
              asks("{'type':'multi_static_select','max_selected_items':0,'options':[" + O + "]}")),
          entry(Law.DATE, asks("{'type':'datepicker','initial_date':'tomorrow'}")),
          entry(Law.VIEW_TYPE, "{'type':'window','blocks':[{'type':'divider'}]}"),
          entry(Law.VIEW_BLOCKS, view(many(101, _ -> "{'type':'divider'}"))),
          entry(Law.VIEW_TITLE, modal("'title':" + text(25))),
          entry(Law.VIEW_SUBMIT, modal("'title':" + T + ",'submit':" + text(25))),
          entry(Law.VIEW_CLOSE, modal("'title':" + T + ",'close':" + text(25))),
          entry(
              Law.VIEW_WITHOUT_SUBMIT,
              "{'type':'modal','title':"
                  + T
                  + ",'blocks':["
                  + input("'label':" + T, field(""))
                  + "]}"),
          entry(
              Law.VIEW_METADATA, modal("'title':" + T + ",'private_metadata':'" + x(3_001) + "'")),
          entry(Law.VIEW_CALLBACK_ID, modal("'title':" + T + ",'callback_id':'" + x(256) + "'")),
          entry(Law.VIEW_EXTERNAL_ID, modal("'title':" + T + ",'external_id':'" + x(256) + "'")));

  @ParameterizedTest
  @EnumSource
  void isBrokenByWhatBreaksIt(Law law) {
    assertThat(BROKEN).as("an example for each law").containsKey(law);
    JsonObject surface = json(BROKEN.get(law));
    Findings findings =
        surface.has("text") ? MessageLaws.findings(surface) : ViewLaws.findings(surface);
    assertThat(findings.all()).extracting(Findings.Finding::law).containsOnly(law);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'plain_text_input','multiline':true,'min_length':0,'max_length':3000}",
        "{'type':'static_select','options':[OPTION],'initial_option':OPTION}",
        "{'type':'multi_static_select','options':[OPTION],'max_selected_items':25}",
        "{'type':'radio_buttons','options':[OPTION]}",
        "{'type':'checkboxes','options':[OPTION],'initial_options':[OPTION]}",
        "{'type':'datepicker','initial_date':'2026-12-01'}",
        "{'type':'external_select','min_query_length':1}"
      })
  void aModalAsksInManyWays(String element) {
    JsonObject view = json(asks(element.replace("OPTION", O)));
    assertThat(ViewLaws.problems(view)).isEmpty();
  }

  @Test
  void homeHasNoTitleAndNoButtonToSendIt() {
    String home = "{'type':'home','blocks':[{'type':'divider'}]";
    assertThat(ViewLaws.problems(json(home + "}"))).isEmpty();
    assertThat(ViewLaws.problems(json(home + ",'title':" + T + "}"))).isNotEmpty();
    assertThat(ViewLaws.problems(json(home + ",'submit':" + T + "}"))).isNotEmpty();
  }

  @Test
  void aButtonIsNoInputAndABlockOfInputHoldsNoButton() {
    assertThat(ViewLaws.problems(json(asks(button(good()))))).isNotEmpty();
    String beside = "{'type':'section','text':" + T + ",'accessory':" + button(good()) + "}";
    assertThat(MessageLaws.problems(json(message(beside)))).isEmpty();
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  private static String message(String blocks) {
    return "{'text':'x','blocks':[" + blocks + "]}";
  }

  private static String actions(String elements) {
    return message("{'type':'actions','elements':[" + elements + "]}");
  }

  private static String button(String fields) {
    return "{'type':'button'," + fields + "}";
  }

  private static String good() {
    return "'action_id':'a','text':" + T;
  }

  private static String confirm(String title, String text, String button) {
    return ",'confirm':{'title':"
        + title
        + ",'text':"
        + text
        + ",'confirm':"
        + button
        + ",'deny':"
        + T
        + "}";
  }

  private static String modal(String fields) {
    return "{'type':'modal'," + fields + ",'blocks':[{'type':'divider'}]}";
  }

  private static String view(String blocks) {
    return "{'type':'modal','title':" + T + ",'submit':" + T + ",'blocks':[" + blocks + "]}";
  }

  private static String asks(String element) {
    return view(input("'label':" + T, element));
  }

  private static String input(String fields, String element) {
    return "{'type':'input'," + fields + ",'element':" + element + "}";
  }

  private static String field(String fields) {
    return "{'type':'plain_text_input'" + fields + "}";
  }

  private static String select(String fields) {
    return "{'type':'static_select'" + fields + "}";
  }

  private static String group(String label) {
    return "{'label':" + label + ",'options':[" + O + "]}";
  }

  private static String text(int length) {
    return "{'type':'plain_text','text':'" + x(length) + "'}";
  }

  private static String x(int length) {
    return "x".repeat(length);
  }

  private static String many(int count, java.util.function.IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(","));
  }
}
