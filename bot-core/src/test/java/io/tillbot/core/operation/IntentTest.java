package io.tillbot.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person agreed to, through the ledger and back. */
class IntentTest {
  static Stream<String> odd() {
    return Stream.of(
        "",
        " ",
        "\n\t\u0000",
        "word:x",
        "note:rule",
        "place-kind",
        "fact:BALANCE=1",
        "\uD83D\uDE00 \u202E",
        "\"'\\;--",
        "x".repeat(4_000));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anyTextComesBackAsItWas(String text) {
    Intent intent =
        new Intent(
            Map.of("reason", text, "word:" + text, "1"),
            new Place(Place.Kind.PRIVATE_CHANNEL, "C1", Set.of("R1", "role:" + text)),
            new Recollection(
                Snapshot.builder().fact(Fact.PROFILE, text).fact(Fact.BALANCE, null).build(),
                Map.of("memory:" + text, text)));
    assertThat(Intent.of(intent.facts())).contains(intent);
  }

  @ParameterizedTest
  @EnumSource
  void thePlaceComesBackWithoutWhatItDoesNotHave(Place.Kind kind) {
    Intent intent =
        new Intent(
            Map.of(),
            new Place(kind, "C1"),
            new Recollection(Snapshot.builder().build(), Map.of()));
    assertThat(Intent.of(intent.facts())).contains(intent);
  }

  @Test
  void notesBesideItAreNoneOfIt() {
    Intent intent =
        new Intent(
            Map.of("amount", "50"),
            Place.terminal(),
            new Recollection(Snapshot.builder().build(), Map.of()));
    Map<String, String> sealed = new HashMap<>(intent.facts());
    for (Note note : Note.values()) {
      sealed.put(note.key(), "x");
    }
    assertThat(Intent.of(sealed)).contains(intent);
    assertThat(Note.among(sealed)).hasSize(Note.values().length);
  }

  @Test
  void whatWasDroppedIsNotThere() {
    assertThat(Intent.of(Map.of(Note.RULE.key(), "x"))).isEqualTo(Optional.empty());
  }
}
