package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Late answers. */
class AnswersTest {
  private static final String JSON = "application/json";
  private static final String GOOD = "{\"text\":\"x\"}";
  private static final String REPLACING = "{\"text\":\"y\",\"replace_original\":true}";
  private static final String DELETING = "{\"delete_original\":true}";

  private final HandClock clock = new HandClock();
  private final World world = new World(clock);
  private final Answers answers = new Answers(world);

  @Test
  void anAddressTakesFiveAnswers() {
    String id = ofCommand();
    for (int i = 0; i < 5; i++) {
      assertThat(answers.post(id, JSON, GOOD).status()).isEqualTo(200);
    }
    assertThat(answers.post(id, JSON, GOOD).body()).contains("used_url");
    assertThat(answers.refusals()).containsExactly("used_url");
    assertThat(world.screen().messages()).hasSize(5);
  }

  @Test
  void anAddressLivesForHalfAnHour() {
    String id = ofCommand();
    clock.pass(Duration.ofMinutes(30).minusSeconds(1));
    assertThat(answers.post(id, JSON, GOOD).status()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(answers.post(id, JSON, GOOD).body()).contains("expired_url");
  }

  @Test
  void anAddressThatNobodyGaveIsNone() {
    assertThat(answers.post("another", JSON, GOOD).body()).contains("no_such_address");
  }

  @Test
  void whatIsNoMessageIsRefused() {
    String id = ofCommand();
    assertThat(answers.post(id, "text/plain", GOOD).body()).contains("invalid_payload");
    assertThat(answers.post(id, JSON, "{").body()).contains("invalid_payload");
    assertThat(answers.post(id, JSON, "{\"text\":7}").body()).contains("invalid_blocks");
    assertThat(world.screen().messages()).isEmpty();
  }

  @Test
  void onlyTheMessageOfThePressedButtonCanBeReplacedOrDeleted() {
    String ofCommand = ofCommand();
    assertThat(answers.post(ofCommand, JSON, REPLACING).body()).contains("message_not_found");
    assertThat(answers.post(ofCommand, JSON, DELETING).body()).contains("message_not_found");
    answers.post(ofCommand, JSON, GOOD);
    String original = world.screen().messages().getFirst().id();
    String ofPress = answers.address("U1", "C1", Optional.of(original));
    assertThat(answers.post(ofPress, JSON, REPLACING).status()).isEqualTo(200);
    assertThat(world.screen().messages()).extracting(Seen::text).containsExactly("y");
    assertThat(answers.post(ofPress, JSON, DELETING).status()).isEqualTo(200);
    assertThat(world.screen().messages()).isEmpty();
    assertThat(answers.post(ofPress, JSON, REPLACING).body()).contains("message_not_found");
  }

  @Test
  void anAnswerIsForOnePersonUnlessItSaysOtherwise() {
    answers.post(ofCommand(), JSON, GOOD);
    answers.post(ofCommand(), JSON, "{\"text\":\"x\",\"response_type\":\"in_channel\"}");
    assertThat(world.screen().messages())
        .extracting(Seen::user)
        .containsExactly("U1", Seen.EVERYBODY);
  }

  private String ofCommand() {
    return answers.address("U1", "C1", Optional.empty());
  }
}
