package io.tillbot.core.audit;

import io.tillbot.core.access.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what people without an account are refused, so that anybody in a public server cannot fill
 * the audit trail: one row for each quarter of an hour, workspace, command and outcome. What was
 * counted and not drained is lost with the process. Safe for many threads.
 */
public final class Strangers {
  /** Of an hour. */
  public static final Duration QUARTER = Duration.ofMinutes(15);

  /** More kinds than that in one quarter are counted together. */
  private static final int MOST_KINDS = 500;

  private static final String OTHER = "other commands";

  private final Map<Kind, Long> counts = new LinkedHashMap<>();

  private record Kind(Instant quarter, Where where, Act act, String command, String outcome) {
    AuditEntry counted(long times) {
      return new AuditEntry(
          quarter,
          new Actor.Strangers(),
          where,
          AuditEntry.What.of(act, command),
          new AuditEntry.End(outcome, Duration.ZERO, Optional.empty(), times));
    }
  }

  /** Counts one. */
  public synchronized void count(Instant now, Caller caller, Act act, String command, String word) {
    add(new Kind(quarter(now), Where.around(caller), act, command, word), 1);
  }

  /** Takes back what was taken away and could not be kept. */
  public synchronized void putBack(List<AuditEntry> taken) {
    taken.forEach(
        row ->
            add(
                new Kind(
                    row.at(),
                    row.where(),
                    row.what().act(),
                    row.what().command(),
                    row.end().outcome()),
                row.end().times()));
  }

  private void add(Kind one, long times) {
    Kind kind = one;
    if (counts.size() >= MOST_KINDS && !counts.containsKey(kind)) {
      kind = new Kind(kind.quarter(), Where.inside(), Act.COMMAND, OTHER, kind.outcome());
    }
    counts.merge(kind, times, Long::sum);
  }

  /** Takes away what was counted in quarters that are over. */
  public List<AuditEntry> over(Instant now) {
    return taken(quarter(now));
  }

  /** Takes away everything. */
  public List<AuditEntry> all() {
    return taken(Instant.MAX);
  }

  private synchronized List<AuditEntry> taken(Instant before) {
    List<AuditEntry> taken = new ArrayList<>();
    counts
        .entrySet()
        .removeIf(
            entry -> {
              boolean isOver = entry.getKey().quarter().isBefore(before);
              if (isOver) {
                taken.add(entry.getKey().counted(entry.getValue()));
              }
              return isOver;
            });
    return taken;
  }

  private static Instant quarter(Instant now) {
    long millis = now.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, QUARTER.toMillis()));
  }
}
