package io.tillbot.adapter.store.bench;

import io.tillbot.adapter.store.SqlStore;
import io.tillbot.adapter.store.StoreOptions;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.Where;
import io.tillbot.core.policy.RuleRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit row costs on SQLite, alone in its unit of work and among others, and how long it
 * takes to go through a long trail. Give it little heap: {@code java -Xmx128m -cp …
 * io.tillbot.adapter.store.bench.AuditBench DIRECTORY [ROWS]}.
 */
public final class AuditBench {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int ALONE = 2_000;
  private static final int TOGETHER = 1_000;

  private AuditBench() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory(Path.of(arguments[0]), "audit-bench");
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    StoreOptions options =
        new StoreOptions(
            "jdbc:sqlite:" + directory.resolve("data/bench.db"),
            directory.resolve("keys/keyset.json"),
            CLOCK);
    try (SqlStore store = SqlStore.open(options)) {
      alone(store);
      timed(
          "%d rows, %d in a unit of work".formatted(rows, TOGETHER),
          () -> {
            for (int n = 0; n < rows; n += TOGETHER) {
              together(store, n);
            }
          });
      timed(
          "verify",
          () ->
              store
                  .auditTrail()
                  .verify(
                      List.of(),
                      finding -> {
                        throw new IllegalStateException(finding.toString());
                      })
                  .forEach(head -> System.out.println(head)));
      timed("each", () -> store.auditTrail().each(AuditFilter.everything(), _ -> {}, _ -> {}));
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("heap at most %d MiB%n", runtime.maxMemory() >> 20);
  }

  private static void alone(SqlStore store) {
    long[] taken = new long[ALONE];
    for (int n = 0; n < ALONE; n++) {
      long start = System.nanoTime();
      AuditEntry entry = entry(n);
      store.write(
          unit -> {
            unit.audit().append(entry);
            return entry;
          });
      taken[n] = System.nanoTime() - start;
    }
    Arrays.sort(taken);
    System.out.printf(
        "one row alone: p50 %.2f ms, p99 %.2f ms%n",
        taken[ALONE / 2] / 1e6, taken[ALONE * 99 / 100] / 1e6);
  }

  private static void together(SqlStore store, int first) {
    store.write(
        unit -> {
          for (int n = first; n < first + TOGETHER; n++) {
            unit.audit().append(entry(n));
          }
          return first;
        });
  }

  private static AuditEntry entry(int number) {
    Caller caller = Caller.local("user" + number % 500);
    return new AuditEntry(
        CLOCK.instant(),
        new Actor.Person(caller),
        Where.of(caller, Place.terminal()),
        AuditEntry.What.of(Act.COMMAND, "invoice")
            .with(Map.of("id", Integer.toString(number), "no-pdf", "true"))
            .by(List.of(new RuleRef("everybody-reads", 41))),
        new AuditEntry.End("answered", Duration.ofMillis(99), Optional.of("bench-row"), 1));
  }

  private static void timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
