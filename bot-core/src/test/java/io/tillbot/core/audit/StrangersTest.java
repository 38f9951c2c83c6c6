package io.tillbot.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StrangersTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant QUARTER_PAST = Instant.parse("2026-11-23T12:15:00Z");

  private final Strangers strangers = new Strangers();

  @Test
  void manyOfOneKindBecomeOneRowOnceTheirQuarterIsOver() {
    for (int n = 0; n < 1000; n++) {
      refuse(NOON.plusMillis(n), "U" + n, "pay");
    }

    assertThat(strangers.over(QUARTER_PAST.minusMillis(1))).as("not over yet").isEmpty();
    assertThat(strangers.over(QUARTER_PAST))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.at()).isEqualTo(NOON);
              assertThat(row.who()).isEqualTo(new Actor.Strangers());
              assertThat(row.end().times()).isEqualTo(1000);
              assertThat(row.what().command()).isEqualTo("pay");
              assertThat(row.end().outcome()).isEqualTo("refused");
              assertThat(row.where().workspace()).contains("T1");
            });
    assertThat(strangers.over(QUARTER_PAST)).as("given away").isEmpty();
  }

  @Test
  void otherCommandsWorkspacesAndQuartersAreRowsOfTheirOwn() {
    refuse(NOON, "U1", "pay");
    refuse(NOON, "U1", "credit");
    refuse(QUARTER_PAST, "U1", "pay");
    strangers.count(NOON, new Caller(Platform.DISCORD, null, "7"), Act.COMMAND, "pay", "refused");

    assertThat(strangers.all()).hasSize(4).allMatch(row -> row.end().times() == 1);
  }

  @Test
  void whateverTheyTryTheRowsOfAQuarterStayFewAndNoneIsLost() {
    for (int n = 0; n < 5000; n++) {
      strangers.count(
          NOON, new Caller(Platform.SLACK, "T" + n, "U1"), Act.COMMAND, "pay", "refused");
    }

    var rows = strangers.all();

    assertThat(rows).hasSizeLessThanOrEqualTo(501);
    assertThat(rows.stream().mapToLong(row -> row.end().times()).sum()).isEqualTo(5000);
  }

  private void refuse(Instant at, String user, String command) {
    strangers.count(at, new Caller(Platform.SLACK, "T1", user), Act.COMMAND, command, "refused");
  }
}
