package io.tillbot.core.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happened, in order; kept only when somebody wants to read it. */
final class History {
  private final boolean isKept;
  private final Clock clock;
  private final List<String> lines = new ArrayList<>();
  private @Nullable Supplier<String> who;

  private History(boolean isKept, Clock clock) {
    this.isKept = isKept;
    this.clock = clock;
  }

  static History kept(Clock clock) {
    return new History(true, clock);
  }

  static History forgotten(Clock clock) {
    return new History(false, clock);
  }

  /** Names who goes on now. */
  void namedBy(Supplier<String> speaker) {
    who = speaker;
  }

  void tell(String what) {
    if (isKept) {
      lines.add(
          "%4d %s %-14s %s"
              .formatted(lines.size(), clock.instant(), who == null ? "" : who.get(), what));
    }
  }

  /** For what takes time to say. */
  void tell(Supplier<String> what) {
    if (isKept) {
      tell(what.get());
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
