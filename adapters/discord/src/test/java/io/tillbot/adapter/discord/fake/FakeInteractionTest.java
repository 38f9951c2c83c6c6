package io.tillbot.adapter.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillbot.adapter.discord.fake.FakeInteraction.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
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
  void theFirstFurtherMessageAfterDeferringTakesTheDeferredOnesPlace() {
    callback(command, 5, Map.of("flags", 64));
    FakeMessage first = command.followUp(HELLO, NO_FILES);
    assertThat(first.isEphemeral()).as("as it was promised").isTrue();
    assertThat(command.answer()).contains(first);
    assertThat(command.followUp(HELLO, NO_FILES).isEphemeral()).isFalse();
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
    return new FakeInteraction(
        "1", "token", () -> now, pressed == null ? Origin.COMMAND : Origin.COMPONENT, pressed);
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

  @Test
  void aModalIsOpenedByAFirstResponseAloneAndNeverAfterAModal() {
    callback(command, 9, MODAL);
    assertThat(command.modal().getString("title")).isEqualTo("Code");
    assertThatItIsRefused(() -> command.followUp(HELLO, NO_FILES), Refusal.UNKNOWN_WEBHOOK);
    FakeInteraction deferred = interaction(null);
    callback(deferred, 5, Map.of());
    assertThatItIsRefused(() -> callback(deferred, 9, MODAL), Refusal.ALREADY_ACKNOWLEDGED);
    assertThatItIsRefused(() -> callback(of(Origin.MODAL), 9, MODAL), Refusal.INVALID_FORM_BODY);
    assertThatItIsRefused(
        () -> callback(of(Origin.MODAL_ON_A_MESSAGE), 9, MODAL), Refusal.INVALID_FORM_BODY);
  }

  @Test
  void aModalOfACommandHasNoMessageToUpdate() {
    assertThatItIsRefused(() -> callback(of(Origin.MODAL), 7, HELLO), Refusal.INVALID_FORM_BODY);
    callback(of(Origin.MODAL_ON_A_MESSAGE), 7, HELLO);
    callback(of(Origin.MODAL), 4, HELLO);
  }

  @Test
  void whatIsBeingTypedIsAnsweredWithChoicesAndNothingElseIs() {
    Map<String, Object> choices = Map.of("choices", List.of(Map.of("name", "n", "value", "v")));
    FakeInteraction typing = of(Origin.COMPLETION);
    assertThatItIsRefused(() -> callback(typing, 4, HELLO), Refusal.INVALID_FORM_BODY);
    assertThatItIsRefused(() -> callback(command, 8, choices), Refusal.INVALID_FORM_BODY);
    callback(typing, 8, choices);
    assertThat(typing.choices()).containsExactly(Map.entry("n", "v"));
    assertThatItIsRefused(() -> typing.followUp(HELLO, NO_FILES), Refusal.UNKNOWN_WEBHOOK);
  }

  @Test
  void choicesAreAtMostTwentyFiveOfAHundredCharacters() {
    Map<String, Object> choice = Map.of("name", "n", "value", "v");
    for (List<?> refused :
        List.of(
            Collections.nCopies(26, choice),
            List.of(Map.of("name", "n".repeat(101), "value", "v")),
            List.of(Map.of("name", "n", "value", "v".repeat(101))),
            List.of(Map.of("name", "", "value", "v")),
            List.of(Map.of("name", "n", "value", 1)))) {
      assertThatItIsRefused(
          () -> callback(of(Origin.COMPLETION), 8, Map.of("choices", refused)),
          Refusal.INVALID_FORM_BODY);
    }
    callback(of(Origin.COMPLETION), 8, Map.of("choices", Collections.nCopies(25, choice)));
  }

  private static final Map<String, Object> INPUT =
      Map.of("type", 4, "custom_id", "code", "style", 1);
  private static final Map<String, Object> MODAL = modal("Code", "Code", INPUT);

  private static Map<String, Object> modal(String title, String label, Map<String, Object> input) {
    return Map.of(
        "custom_id",
        "m",
        "title",
        title,
        "components",
        List.of(Map.of("type", 18, "label", label, "component", input)));
  }

  @Test
  void aModalThatIsTooLargeIsRefused() {
    Map<String, Object> wide = new HashMap<>(INPUT);
    wide.put("placeholder", "p".repeat(101));
    Map<String, Object> tall = new HashMap<>(INPUT);
    tall.put("max_length", 4_001);
    Map<String, Object> upside = new HashMap<>(INPUT);
    upside.putAll(Map.of("min_length", 9, "max_length", 8));
    Map<String, Object> two = new HashMap<>(MODAL);
    two.put("components", Collections.nCopies(2, ((List<?>) MODAL.get("components")).getFirst()));
    Map<String, Object> none = new HashMap<>(MODAL);
    none.put("components", List.of());
    Map<String, Object> text = new HashMap<>(MODAL);
    text.put("components", List.of(Map.of("type", 10, "content", "nothing is asked")));
    for (Map<String, Object> refused :
        List.of(
            modal("t".repeat(46), "l", INPUT),
            modal("t", "l".repeat(46), INPUT),
            modal("t", "l", wide),
            modal("t", "l", tall),
            modal("t", "l", upside),
            modal("t", "l", Map.of("type", 2, "custom_id", "b", "style", 1)),
            two,
            none,
            text)) {
      assertThatItIsRefused(
          () -> callback(of(Origin.COMMAND), 9, refused), Refusal.INVALID_FORM_BODY);
    }
  }

  private FakeInteraction of(Origin origin) {
    boolean isOnAMessage = origin == Origin.COMPONENT || origin == Origin.MODAL_ON_A_MESSAGE;
    return new FakeInteraction(
        "1", "token", () -> now, origin, isOnAMessage ? new FakeMessage("1", true) : null);
  }
}
