package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
  private final Web web = new Web();
  private final Acknowledgements acknowledgements =
      new Acknowledgements(web.world(), new Answers(web.world()));
  private final ShownView view = web.world().views().open("T1", "U1", asking());

  @Test
  void anAcknowledgementComesWithinThreeSeconds() {
    assertThat(acknowledgements.isTaken(after(Duration.ofMillis(2_999), 200))).isTrue();
    assertThat(acknowledgements.isTaken(after(Duration.ofSeconds(3), 200))).isFalse();
    assertThat(acknowledgements.isTaken(Acknowledgement.none(Duration.ofSeconds(1)))).isFalse();
    assertThat(acknowledgements.refusals()).containsOnly("operation_timeout").hasSize(2);
  }

  @Test
  void anotherStatusIsNoAcknowledgement() {
    assertThat(acknowledgements.isTaken(after(Duration.ZERO, 500))).isFalse();
    refusedWith("dispatch_failed");
  }

  @Test
  void whatACommandIsAnsweredAtOnceIsAMessageAsJson() {
    acknowledgements.ofCommand("U1", "C1", json("{\"text\":\"x\"}"));
    assertThat(web.world().screen().messages()).hasSize(1);
    acknowledgements.ofCommand("U1", "C1", json("{\"text\":7}"));
    refusedWith("invalid_command_response");
    acknowledgements.ofCommand(
        "U1", "C1", new Acknowledgement(200, "text/plain", "hello", Duration.ZERO));
    assertThat(acknowledgements.refusals()).hasSize(2);
    assertThat(web.world().screen().messages()).hasSize(1);
  }

  @Test
  void anEmptyAnswerClosesTheModal() {
    submission("");
    assertThat(web.world().views().top("U1")).isEmpty();
  }

  @Test
  void errorsStandBesideInputsThatAreThere() {
    submission("{\"response_action\":\"errors\",\"errors\":{\"b\":\"no\"}}");
    assertThat(acknowledgements.refusals()).isEmpty();
    assertThat(web.world().views().errors(view)).containsEntry("b", "no");
    submission("{\"response_action\":\"errors\",\"errors\":{\"elsewhere\":\"no\"}}");
    refusedWith("unknown_block_id");
  }

  @Test
  void errorsAreSome() {
    submission("{\"response_action\":\"errors\",\"errors\":{}}");
    refusedWith("unknown_block_id");
  }

  @Test
  void anotherViewIsLawful() {
    String good = Web.modal().toString();
    submission("{\"response_action\":\"update\",\"view\":" + good + "}");
    submission("{\"response_action\":\"push\",\"view\":" + good + "}");
    assertThat(acknowledgements.refusals()).isEmpty();
    submission("{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}");
    refusedWith("invalid_view");
  }

  @Test
  void noMoreThanThreeModalsLieOnEachOther() {
    String push = "{\"response_action\":\"push\",\"view\":" + Web.modal() + "}";
    submission(push);
    submission(push);
    assertThat(acknowledgements.refusals()).isEmpty();
    submission(push);
    refusedWith("push_limit_reached");
  }

  @Test
  void everyModalCanBeClosedAtOnce() {
    submission("{\"response_action\":\"clear\"}");
    assertThat(web.world().views().top("U1")).isEmpty();
  }

  @Test
  void anActionThatIsNotKnownIsRefused() {
    submission("{\"response_action\":\"explode\"}");
    refusedWith("invalid_response_action");
    submission("{\"response_action\":\"clear\",\"colour\":\"red\"}");
    submission("no JSON");
    assertThat(acknowledgements.refusals()).containsOnly("invalid_response_action").hasSize(3);
  }

  @Test
  void suggestionsAreOptions() {
    String option = "{\"text\":{\"type\":\"plain_text\",\"text\":\"One\"},\"value\":\"1\"}";
    assertThat(acknowledgements.ofSuggestion(json("{\"options\":[" + option + "]}")))
        .containsExactly("One");
    acknowledgements.ofSuggestion(json("{\"options\":[{\"text\":\"One\"}]}"));
    refusedWith("invalid_options");
    acknowledgements.ofSuggestion(json("{\"colour\":\"red\"}"));
    assertThat(acknowledgements.refusals()).hasSize(2);
  }

  private void submission(String body) {
    acknowledgements.ofSubmission(view, json(body));
  }

  private void refusedWith(String code) {
    assertThat(acknowledgements.refusals()).last().asString().startsWith(code);
  }

  private static Acknowledgement after(Duration time, int status) {
    return new Acknowledgement(status, "", "", time);
  }

  private static Acknowledgement json(String body) {
    return new Acknowledgement(200, "application/json", body, Duration.ZERO);
  }

  private static JsonObject asking() {
    return JsonParser.parseString(
            """
            {"type":"modal","title":{"type":"plain_text","text":"T"},
             "submit":{"type":"plain_text","text":"Send"},
             "blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"L"},
                        "element":{"type":"plain_text_input","action_id":"a"}}]}
            """)
        .getAsJsonObject();
  }
}
