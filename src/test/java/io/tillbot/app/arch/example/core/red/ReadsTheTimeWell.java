package io.tillbot.app.arch.example.core.red;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/** What the rule must not find. */
public final class ReadsTheTimeWell {

  static List<Object> right(Clock clock) {
    return List.of(
        clock.instant(),
        Instant.now(clock),
        LocalDate.now(clock),
        Clock.tick(clock, Duration.ofSeconds(1)),
        new Date(0));
  }
}
