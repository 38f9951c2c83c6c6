package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeTurnsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration SAME = Duration.ofSeconds(2);

  private final HomeTurns turns = new HomeTurns();

  @Test
  void openingItAgainWithinAMomentIsTheSame() {
    assertThat(turns.opens(NOON, SAME)).isTrue();
    assertThat(turns.opens(NOON.plusSeconds(1), SAME)).isFalse();
    assertThat(turns.opens(NOON.plusSeconds(2), SAME)).isTrue();
  }

  @Test
  void manyChangesAreOneRefreshUntilThatBegins() throws InterruptedException {
    assertThat(turns.wantsRefresh()).isTrue();
    assertThat(turns.wantsRefresh()).isFalse();
    assertThat(turns.wantsRefresh()).isFalse();
    turns.awaitRefresh(Duration.ofMinutes(1));
    assertThat(turns.wantsRefresh()).as("what changes from now on").isTrue();
  }

  @Test
  void theNextRefreshWaitsForMoreToHappen() throws InterruptedException {
    turns.awaitRefresh(Duration.ofMillis(200));
    long start = System.nanoTime();
    turns.awaitRefresh(Duration.ofMillis(200));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
  }

  @Test
  void whatIsOlderNeverTakesThePlaceOfWhatIsNewer() {
    List<String> drawn = new ArrayList<>();
    long older = turns.next();
    long newer = turns.next();
    turns.inOrder(newer, () -> drawn.add("newer"));
    assertThat(turns.inOrder(older, () -> drawn.add("older"))).isTrue();
    turns.inOrder(newer, () -> drawn.add("newer, whole"));
    assertThat(drawn).containsExactly("newer", "newer, whole");
  }
}
