package io.tillbot.adapter.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FakeInteractionTest {
  private static final Map<String, Object> HELLO = Map.of("content", "hello");
  private static final Map<String, byte[]> NO_FILES = Map.of();

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final FakeInteraction command = interaction(null);

  @Test
  void aCallbackAfterThreeSecondsComesTooLate() {
    now = now.plus(Duration.ofMillis(3_001));
    assertThatItIsRefused(() -> callback(command, 4, HELLO), Refusal.UNKNOWN_INTERACTION);
  }

  @Test
  void aSecondCallbackIsRefused() {
    callback(command, 5, Map.of());
    assertThatItIsRefused(() -> callback(command, 4, HELLO), Refusal.ALREADY_ACKNOWLEDGED);
  }

  @Test
  void aCallbackOfAnotherKindIsRefused() {
    assertThatItIsRefused(() -> callback(command, 1, HELLO), Refusal.INVALID_FORM_BODY);
    assertThatItIsRefused(() -> callback(command, "4", HELLO), Refusal.INVALID_FORM_BODY);
  }

  @Test
  void aCommandHasNoMessageToUpdate() {
    assertThatItIsRefused(() -> callback(command, 6, Map.of()), Refusal.INVALID_FORM_BODY);
    assertThatItIsRefused(() -> callback(command, 7, HELLO), Refusal.INVALID_FORM_BODY);
  }

  @Test
  void anEmptyAnswerIsRefused() {
    assertThatItIsRefused(() -> callback(command, 4, Map.of()), Refusal.EMPTY_MESSAGE);
  }

  @Test
  void aRefusedCallbackLeavesTheInteractionOpen() {
    assertThatItIsRefused(() -> callback(command, 4, Map.of()), Refusal.EMPTY_MESSAGE);
    callback(command, 4, HELLO);
    assertThat(command.answer()).isPresent();
  }

  @Test
  void beforeTheCallbackNothingCanBeEditedOrFollowed() {
    assertThatItIsRefused(() -> command.editAnswer(HELLO, NO_FILES), Refusal.UNKNOWN_WEBHOOK);
    assertThatItIsRefused(() -> command.followUp(HELLO, NO_FILES), Refusal.UNKNOWN_WEBHOOK);
  }

  @Test
  void afterFifteenMinutesTheTokenServesNoMore() {
    callback(command, 5, Map.of());
    now = now.plus(Duration.ofMinutes(15));
    command.editAnswer(HELLO, NO_FILES);
    now = now.plusMillis(1);
    assertThatItIsRefused(() -> command.editAnswer(HELLO, NO_FILES), Refusal.INVALID_WEBHOOK_TOKEN);
    assertThatItIsRefused(() -> command.followUp(HELLO, NO_FILES), Refusal.INVALID_WEBHOOK_TOKEN);
  }

  @Test
  void whetherAnAnswerIsEphemeralIsSettledByTheCallback() {
    callback(command, 5, Map.of());
    assertThat(command.editAnswer(Map.of("content", "hello", "flags", 64), NO_FILES).isEphemeral())
        .isFalse();
    FakeInteraction hidden = interaction(null);
    callback(hidden, 5, Map.of("flags", 64));
    assertThat(hidden.editAnswer(HELLO, NO_FILES).isEphemeral()).isTrue();
  }

  @Test
  void aPressUpdatesTheMessageWhoseButtonItWas() {
    FakeMessage message = new FakeMessage("1", true);
    FakeInteraction press = interaction(message);
    callback(press, 6, Map.of());
    assertThat(press.editAnswer(HELLO, NO_FILES)).isSameAs(message);
  }

  @Test
  void anEditLeavesWhatItDoesNotNameAndDropsFilesThatAreNotListed() {
    FakeMessage message = new FakeMessage("1", true);
    message.put(Map.of("content", "hello"), Map.of("a.pdf", new byte[1]));
    message.put(Map.of("flags", 64), NO_FILES);
    assertThat(message.body().getString("content")).isEqualTo("hello");
    assertThat(message.files()).containsOnlyKeys("a.pdf");
    message.put(Map.of("attachments", List.of()), NO_FILES);
    assertThat(message.files()).isEmpty();
  }

  private FakeInteraction interaction(FakeMessage pressed) {
    return new FakeInteraction("1", "token", () -> now, pressed);
  }

  private static void callback(FakeInteraction interaction, Object type, Map<String, Object> data) {
    interaction.callback(Map.of("type", type, "data", data), NO_FILES);
  }

  private static void assertThatItIsRefused(ThrowingCallable call, int code) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(call)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
