package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fake refuses what Slack refuses, with Slack's own words. */
class FakeSlackTest {
  private static final String JSON = "application/json";
  private static final String GOOD = "{\"text\":\"x\"}";
  private static final String REPLACING = "{\"text\":\"x\",\"replace_original\":true}";
  private static final String BEARER = "Bearer t";
  private static final String HERE = "http://127.0.0.1:1";

  private final HandClock clock = new HandClock();
  private final FakeAnswers answers = new FakeAnswers(clock);
  private final FakeWebApi api = new FakeWebApi("t");

  @Test
  void anAddressTakesFiveAnswers() {
    String id = answers.address("U1", "C1", -1);
    for (int i = 0; i < 5; i++) {
      assertThat(answers.post(id, JSON, GOOD).status()).isEqualTo(200);
    }
    assertThat(answers.post(id, JSON, GOOD).body()).contains("used_url");
    assertThat(answers.refusals()).containsExactly("used_url");
    assertThat(answers.seen()).hasSize(5);
  }

  @Test
  void anAddressLivesForHalfAnHour() {
    String id = answers.address("U1", "C1", -1);
    clock.pass(Duration.ofMinutes(30).minusSeconds(1));
    assertThat(answers.post(id, JSON, GOOD).status()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(answers.post(id, JSON, GOOD).body()).contains("expired_url");
  }

  @Test
  void whatIsNoMessageIsRefused() {
    String id = answers.address("U1", "C1", -1);
    assertThat(answers.post("another", JSON, GOOD).status()).isEqualTo(404);
    assertThat(answers.post(id, "text/plain", GOOD).body()).contains("invalid_payload");
    assertThat(answers.post(id, JSON, "{").body()).contains("invalid_payload");
    assertThat(answers.post(id, JSON, "{\"text\":7}").body()).contains("invalid_blocks");
    assertThat(answers.seen()).isEmpty();
  }

  @Test
  void onlyTheMessageOfThePressedButtonCanBeReplaced() {
    String ofCommand = answers.address("U1", "C1", -1);
    assertThat(answers.post(ofCommand, JSON, REPLACING).body()).contains("message_not_found");
    answers.post(ofCommand, JSON, GOOD);
    String ofPress = answers.address("U1", "C1", 0);
    assertThat(answers.post(ofPress, JSON, REPLACING).status()).isEqualTo(200);
    assertThat(answers.seen()).hasSize(1);
  }

  @Test
  void anAcknowledgementThatIsNoMessageIsRefused() {
    answers.acknowledged("U1", "C1", "{\"text\":7}");
    assertThat(answers.seen()).isEmpty();
    assertThat(answers.refusals()).hasSize(1);
  }

  @Test
  void aCallNeedsTheRightToken() {
    assertThat(api.call("conversations.open", "", Map.of(), HERE)).contains("not_authed");
    assertThat(api.call("conversations.open", "Bearer x", Map.of(), HERE)).contains("invalid_auth");
    assertThat(api.call("unheard.of", BEARER, Map.of(), HERE)).contains("unknown_method");
  }

  @ParameterizedTest
  @CsvSource({
    "im:write, conversations.open",
    "files:write, files.getUploadURLExternal",
    "files:write, files.completeUploadExternal"
  })
  void aCallNeedsItsScope(String scope, String method) {
    api.revoke(scope);
    assertThat(api.call(method, BEARER, Map.of(), HERE)).contains("missing_scope", scope);
  }

  @Test
  void aConversationNeedsAUserWhoIsThere() {
    assertThat(api.call("conversations.open", BEARER, Map.of(), HERE))
        .contains("users_list_not_supplied");
    assertThat(api.call("conversations.open", BEARER, Map.of("users", "U7"), HERE))
        .contains("user_not_found");
    assertThat(api.call("conversations.open", BEARER, Map.of("users", "U1"), HERE))
        .contains("D-of-U1");
  }

  @Test
  void aFileNeedsANameItsLengthAndAllOfItsBytes() {
    String method = "files.getUploadURLExternal";
    assertThat(api.call(method, BEARER, Map.of("length", "3"), HERE)).contains("invalid_arguments");
    assertThat(api.call(method, BEARER, Map.of("filename", "a.pdf", "length", "0"), HERE))
        .contains("invalid_arguments");
    assertThat(api.call(method, BEARER, Map.of("filename", "a.pdf", "length", "3"), HERE))
        .contains("F1");
    assertThat(api.upload("F1", new byte[2])).isEqualTo(400);
    assertThat(api.upload("F2", new byte[3])).isEqualTo(404);
    assertThat(complete("F1", "D-of-U1")).contains("file_not_found");
    assertThat(api.upload("F1", new byte[3])).isEqualTo(200);
    assertThat(complete("F1", "C1")).contains("channel_not_found");
    assertThat(api.arrived()).isEmpty();
    assertThat(complete("F1", "D-of-U1")).contains("\"ok\":true");
    assertThat(api.arrived()).hasSize(1);
  }

  @Test
  void filesThatAreNoneAreRefused() {
    assertThat(
            api.call("files.completeUploadExternal", BEARER, Map.of("channel_id", "D-of-U1"), HERE))
        .contains("invalid_arguments");
  }

  private String complete(String file, String channel) {
    return api.call(
        "files.completeUploadExternal",
        BEARER,
        Map.of("files", "[{\"id\":\"" + file + "\"}]", "channel_id", channel),
        HERE);
  }

  /** A clock that stands still until it is moved. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    private void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
