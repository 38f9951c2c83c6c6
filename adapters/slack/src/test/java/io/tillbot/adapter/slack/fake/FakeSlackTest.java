package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do reaches the app as Slack would tell it, and what they see is written down. */
class FakeSlackTest {
  private static final String MODAL =
      """
      {"type":"modal","title":{"type":"plain_text","text":"Edit"},"notify_on_close":true,
       "submit":{"type":"plain_text","text":"Save"},
       "blocks":[
         {"type":"input","block_id":"m","label":{"type":"plain_text","text":"E-mail"},
          "element":{"type":"plain_text_input","action_id":"mail","min_length":3,"max_length":9,
                     "initial_value":"a@b.c"}},
         {"type":"input","block_id":"k","optional":true,
          "label":{"type":"plain_text","text":"Kind"},
          "element":{"type":"static_select","action_id":"kind","options":[
            {"text":{"type":"plain_text","text":"One"},"value":"1"}]}}]}
      """;

  private final HandClock clock = new HandClock();
  private final FakeSlack slack = new FakeSlack(clock);
  private final List<Map<String, List<String>>> headers = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private String answer = "";
  private final Way way =
      new HttpWay(
          (given, body) -> {
            headers.add(given);
            bodies.add(new String(body, UTF_8));
            return new Acknowledgement(200, "application/json", answer, Duration.ZERO);
          },
          clock,
          FakeSlack.SECRET);
  private final Person ann = slack.person("U1", way);

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void aCommandIsSignedAndSaysWhereItWasTyped() {
    ann.types("C3", "/invoice 123");
    assertThat(bodies.getLast())
        .contains("command=%2Finvoice", "text=123", "channel_name=privategroup", "team_id=T1");
    assertThat(headers.getLast())
        .isEqualTo(withType(Posts.signed(FakeSlack.SECRET, clock.instant(), bytes())));
  }

  @Test
  void whatIsDeliveredLateWasSignedEarlier() {
    ann.deliver(ann.command("C1", "/credit").late(Duration.ofSeconds(90)));
    assertThat(headers.getLast().get("X-Slack-Request-Timestamp"))
        .containsExactly(Long.toString(clock.instant().minusSeconds(90).getEpochSecond()));
  }

  @Test
  void anEventThatComesAgainSaysSo() {
    Delivery event = slack.payloads().event(slack.team("T1"), Payloads.uninstalled());
    ann.deliver(event.again(2, "http_timeout"));
    assertThat(headers.getLast())
        .containsEntry("X-Slack-Retry-Num", List.of("2"))
        .containsEntry("X-Slack-Retry-Reason", List.of("http_timeout"));
    JsonObject body = JsonParser.parseString(bodies.getLast()).getAsJsonObject();
    assertThat(body.get("type").getAsString()).isEqualTo("event_callback");
    assertThat(body.getAsJsonObject("event").get("type").getAsString())
        .isEqualTo("app_uninstalled");
  }

  @Test
  void aMentionSaysInWhichThreadItWas() {
    ann.mentions("C2", "invoice 123", Optional.of("1.1"));
    assertThat(bodies.getLast()).contains("\"thread_ts\":\"1.1\"", "<@UTILLBOT> invoice 123");
  }

  @Test
  void aModalIsSentWithWhatStandsInIt() {
    slack.world().views().open("T1", "U1", JsonParser.parseString(MODAL).getAsJsonObject());
    ann.submits(Map.of("Kind", "One"));
    assertThat(java.net.URLDecoder.decode(bodies.getLast(), UTF_8))
        .contains(
            "\"m\":{\"mail\":{\"type\":\"plain_text_input\",\"value\":\"a@b.c\"}}",
            "\"selected_option\":{\"text\"");
    assertThat(ann.modal()).isEmpty();
  }

  @Test
  void aModalThatIsNotFilledInRightIsNotSent() {
    slack.world().views().open("T1", "U1", JsonParser.parseString(MODAL).getAsJsonObject());
    for (Map<String, String> wrong :
        List.of(
            Map.of("E-mail", ""),
            Map.of("E-mail", "ab"),
            Map.of("E-mail", "a@b.example"),
            Map.of("E-mail", "a@\nb"),
            Map.of("Kind", "Two"),
            Map.of("Colour", "red"))) {
      assertThatThrownBy(() -> ann.submits(wrong)).isInstanceOf(AssertionError.class);
    }
    assertThat(bodies).isEmpty();
  }

  @Test
  void whoClosesAModalIsHeardOfWhereTheAppAskedForIt() {
    slack.world().views().open("T1", "U1", JsonParser.parseString(MODAL).getAsJsonObject());
    ann.closesModal();
    assertThat(bodies.getLast()).contains("view_closed");
    assertThat(ann.modal()).isEmpty();
  }

  @Test
  void everybodySeesWhatIsForThem() {
    answer = "{\"text\":\"for Ann\"}";
    ann.types("C1", "/credit");
    answer = "{\"text\":\"for all\",\"response_type\":\"in_channel\"}";
    ann.types("C1", "/credit");
    assertThat(ann.sees()).extracting(Seen::text).containsExactly("for Ann", "for all");
    assertThat(slack.person("U2", way).sees()).extracting(Seen::text).containsExactly("for all");
  }

  @Test
  void whatPeopleDoAndSeeIsWrittenDown() {
    slack.writeDown("a test");
    answer =
        """
        {"text":"x","blocks":[
          {"type":"header","text":{"type":"plain_text","text":"Invoice 123"}},
          {"type":"section","fields":[{"type":"mrkdwn","text":"*Total*\\n1 &lt; 2"}]},
          {"type":"actions","elements":[
            {"type":"button","action_id":"a","text":{"type":"plain_text","text":"Pay"}}]}]}
        """;
    ann.types("C1", "/invoice 123");
    ann.presses(slack.seen().getFirst(), "Pay");
    slack.world().views().open("T1", "U1", JsonParser.parseString(MODAL).getAsJsonObject());
    answer = "";
    ann.submits(Map.of("E-mail", "x@y.z"));
    assertThat(slack.refusals()).isEmpty();
    assertThat(slack.world().screen().journal().text())
        .isEqualTo(
            """
            == a test ==

            Ann, in #billing, types: /invoice 123

            Only Ann sees, in #billing:
              | ## Invoice 123
              |
              | *Total* 1 < 2
              | [Pay]

            Ann, in #billing, presses [Pay]

            A modal opens before Ann:
              # [[ Edit ]]
              # E-mail: [a@b.c___]
              # Kind (optional): {( ) One}
              # [Save]

            Ann fills in "Edit" and sends it:
                E-mail: x@y.z

            The modal "Edit" before Ann is closed
            """);
  }

  private byte[] bytes() {
    return bodies.getLast().getBytes(UTF_8);
  }

  private static Map<String, List<String>> withType(Map<String, List<String>> signed) {
    Map<String, List<String>> all = new java.util.HashMap<>(signed);
    all.put("Content-Type", List.of("application/x-www-form-urlencoded"));
    return all;
  }
}
