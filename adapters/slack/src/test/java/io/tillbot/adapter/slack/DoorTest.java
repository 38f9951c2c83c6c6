package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Posts;
import io.tillbot.core.support.TestBot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, through the real Bolt. */
class DoorTest {
  private static final Instant NOW = TestBot.CLOCK.instant();
  private static final String CHALLENGE =
      "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c-123\"}";

  private final SlackBot bot = SlackBot.patient();

  @AfterEach
  void close() {
    bot.close();
  }

  @Test
  void theQuestionWhetherTheAddressIsOursIsAnswered() {
    SlackResponse response = bot.slack().post(bot.app(), CHALLENGE);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("c-123");
  }

  @Test
  void aLookAtTheCertificateIsAnsweredAlthoughItIsNotSigned() {
    SlackResponse response = unsigned("ssl_check=1&token=old");
    assertThat(response).isEqualTo(new SlackResponse(200, response.headers(), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssl_check=1&command=%2Fcredit", "ssl_check=1&payload=%7B%7D"})
  void noCommandComesInAsALookAtTheCertificate(String body) {
    assertThat(unsigned(body).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "-300, 200",
    "-301, 401",
    "-86400, 401",
    "0, 200",
    "300, 200",
    "301, 401",
    "86400, 401"
  })
  void onlyTheLastAndTheNextFiveMinutesCount(long seconds, int status) {
    assertThat(sent("fake-signing-secret", NOW.plusSeconds(seconds)).status()).isEqualTo(status);
  }

  @Test
  void anotherSecretsSignatureIsRefused() {
    assertThat(sent("another-secret", NOW).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1", "1e9", "99999999999999999999", "1764072000.5"})
  void aTimeThatIsNoneIsRefused(String time) {
    byte[] body = CHALLENGE.getBytes(UTF_8);
    Map<String, List<String>> headers =
        Map.of(
            "X-Slack-Request-Timestamp", List.of(time),
            "X-Slack-Signature", List.of("v0=00"));
    assertThat(bot.app().handle(headers, body).status()).isEqualTo(401);
  }

  @Test
  void aChangedBodyIsRefused() {
    byte[] signed = CHALLENGE.getBytes(UTF_8);
    byte[] changed = CHALLENGE.replace("c-123", "c-124").getBytes(UTF_8);
    assertThat(bot.app().handle(Posts.signed(FakeSlack.SECRET, NOW, signed), changed).status())
        .isEqualTo(401);
  }

  @Test
  void aHeaderThatIsGivenTwiceIsRefused() {
    byte[] body = CHALLENGE.getBytes(UTF_8);
    Map<String, List<String>> good = Posts.signed(FakeSlack.SECRET, NOW, body);
    List<String> signature = good.get("X-Slack-Signature");
    Map<String, List<String>> twice =
        Map.of(
            "X-Slack-Request-Timestamp", good.get("X-Slack-Request-Timestamp"),
            "X-Slack-Signature", signature,
            "x-slack-signature", signature);
    assertThat(bot.app().handle(twice, body).status()).isEqualTo(401);
  }

  @Test
  void headersAreKnownInAnyCase() {
    byte[] body = CHALLENGE.getBytes(UTF_8);
    Map<String, List<String>> good = Posts.signed(FakeSlack.SECRET, NOW, body);
    Map<String, List<String>> lower =
        Map.of(
            "x-slack-request-timestamp", good.get("X-Slack-Request-Timestamp"),
            "x-slack-signature", good.get("X-Slack-Signature"));
    assertThat(bot.app().handle(lower, body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{",
        "{}",
        "[]",
        "{\"type\":7}",
        "{\"type\":\"url_verification\"}",
        "%",
        "command=%ZZ",
        "command=/credit",
        "payload={",
        "payload=[]",
        "payload=%7B%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B%7B%7D%5D%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A7%7D",
        "payload=%7B%22type%22%3A%22view_submission%22%7D",
        "payload=%7B%22type%22%3A%22message_action%22%2C%22callback_id%22%3A%22lookup_invoice%22%7D",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\"}}",
        "{\"type\":\"event_callback\",\"event\":7}",
        "payload=%7B%22type%22%3A%22unheard_of%22%7D"
      })
  void garbageIsRefusedWithoutAWord(String body) {
    SlackResponse response = bot.slack().post(bot.app(), body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"reaction_added\"}}",
        "payload=%7B%22type%22%3A%22view_closed%22%7D",
        "payload=%7B%22type%22%3A%22message_action%22%2C%22callback_id%22%3A%22other%22%7D"
      })
  void whatWasNotAskedForIsAcknowledgedAndLeft(String body) {
    SlackResponse response = bot.slack().post(bot.app(), body);
    assertThat(response).isEqualTo(new SlackResponse(200, response.headers(), ""));
  }

  @Test
  void aBodyOfOneMebibyteIsReadAndOneByteMoreIsNot() {
    byte[] largest = "x".repeat(1 << 20).getBytes(UTF_8);
    byte[] larger = "x".repeat((1 << 20) + 1).getBytes(UTF_8);
    assertThat(bot.app().handle(Posts.signed(FakeSlack.SECRET, NOW, largest), largest).status())
        .isEqualTo(400);
    assertThat(bot.app().handle(Posts.signed(FakeSlack.SECRET, NOW, larger), larger).status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/commands/1",
        "http://127.0.0.1:1/commands/1",
        "https://hooks.slack.com.evil.example/",
        "not an address"
      })
  void aCommandWhoseAnswerWouldGoElsewhereIsRefused(String address) {
    String body = Posts.form(Posts.command(SlackBot.ANN, "C1", "/credit", "", address));
    assertThat(bot.slack().post(bot.app(), body).status()).isEqualTo(400);
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void aCommandOfNobodyIsRefused() {
    String body =
        Posts.form(
            Posts.command("U 1/../2", "C1", "/credit", "", bot.slack().commandAddress("U1")));
    assertThat(bot.slack().post(bot.app(), body).status()).isEqualTo(400);
  }

  @Test
  void patienceThatWouldMissSlacksThreeSecondsIsRefused() {
    SlackOptions options = bot.slack().options();
    assertThatThrownBy(() -> options.withPatience(Duration.ofSeconds(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SlackResponse sent(String secret, Instant time) {
    byte[] body = CHALLENGE.getBytes(UTF_8);
    return bot.app().handle(Posts.signed(secret, time, body), body);
  }

  private SlackResponse unsigned(String body) {
    return bot.app().handle(Map.of(), body.getBytes(UTF_8));
  }
}
