package io.tillbot.adapter.store.bench;

import io.tillbot.adapter.store.SqlStore;
import io.tillbot.adapter.store.StoreOptions;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.port.SampleOperations;
import io.tillbot.core.port.UnitOfWork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * What the ledger adds to a command that writes: on SQLite, {@code synchronous=FULL}, beside what
 * the same disk takes for one plain append that is forced. Each write is the four units of work
 * that a command costs: its proposal (ticket and operation), the press (ticket taken, confirmed),
 * being sent, and its end. They begin at fixed times, whatever became of those before (open loop),
 * and are measured from the time at which they should have begun.
 *
 * <p>To run it, after {@code mvn -pl bot-core,adapters/store -am verify}, with the test class path
 * of this module: {@code java -cp … io.tillbot.adapter.store.bench.LedgerBench DIRECTORY [SECONDS
 * [RATE…]]}. The directory says which disk; 20 seconds and 50 and 200 writes a second unless given.
 */
public final class LedgerBench {
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int FORCES = 2_000;
  private static final int RECORD = 200;
  private static final int CALLERS = 500;
  private static final Clock CLOCK = Clock.systemUTC();

  private LedgerBench() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory(Path.of(arguments[0]), "ledger-bench");
    Duration time = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 20);
    int[] rates =
        arguments.length > 2
            ? Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray()
            : new int[] {50, 200};
    System.out.printf("%-40s %8s %8s %8s %8s%n", "in milliseconds", "count", "p50", "p99", "max");
    print("append of 200 bytes, forced, alone", forces(directory));
    StoreOptions options =
        new StoreOptions(
            "jdbc:sqlite:" + directory.resolve("data/bench.db"),
            directory.resolve("keys/keyset.json"),
            CLOCK);
    try (SqlStore store = SqlStore.open(options)) {
      int first = 0;
      for (int rate : rates) {
        first += writes(store, rate, WARM_UP, first).length;
        long[] taken = writes(store, rate, time, first);
        first += taken.length;
        print("ledger, per write, %d writes a second".formatted(rate), taken);
      }
    }
    print("append of 200 bytes, forced, alone", forces(directory));
  }

  private static long[] forces(Path directory) throws IOException {
    long[] taken = new long[FORCES];
    try (FileChannel file =
        FileChannel.open(
            directory.resolve("plain"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int n = 0; n < FORCES; n++) {
        long start = System.nanoTime();
        file.write(ByteBuffer.allocate(RECORD));
        file.force(false);
        taken[n] = System.nanoTime() - start;
      }
    }
    return taken;
  }

  /** How long each took from when it should have begun, in nanoseconds. */
  private static long[] writes(SqlStore store, int rate, Duration time, int first)
      throws Exception {
    long interval = Duration.ofSeconds(1).toNanos() / rate;
    List<Future<Long>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      long count = time.toNanos() / interval;
      for (int n = 0; n < count; n++) {
        long due = start + n * interval;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        int number = first + n;
        running.add(
            threads.submit(
                () -> {
                  write(store, number);
                  return System.nanoTime() - due;
                }));
      }
    }
    long[] taken = new long[running.size()];
    for (int n = 0; n < taken.length; n++) {
      taken[n] = running.get(n).get();
    }
    return taken;
  }

  private static void write(SqlStore store, int number) {
    Caller owner = Caller.local("user" + number % CALLERS);
    AccountName account = new AccountName(number + "@bench");
    Instant now = CLOCK.instant();
    Operation proposed =
        SampleOperations.proposed(number, owner, account, now).dueAt(now.plusSeconds(600));
    TicketId ticket =
        store.write(
            unit -> {
              unit.operations().add(proposed);
              return unit.tickets()
                  .keep(
                      new Ticket(
                          owner,
                          Purpose.CONFIRMATION,
                          Map.of("operation", proposed.id().value()),
                          now.plusSeconds(600)));
            });
    step(
        store,
        proposed,
        State.CONFIRMED,
        unit -> unit.tickets().take(ticket, owner, Purpose.CONFIRMATION) instanceof Found.Good);
    step(store, proposed, State.SENDING, unit -> unit.operations().open(account).isEmpty());
    step(store, proposed, State.SUCCEEDED, _ -> true);
  }

  private static void step(
      SqlStore store, Operation operation, State next, Predicate<UnitOfWork> condition) {
    boolean isDone =
        store.write(
            unit -> {
              unit.exclude(operation.account().value());
              Operation found = unit.operations().find(operation.id()).orElseThrow();
              return condition.test(unit)
                  && unit.operations().save(found.to(next, CLOCK.instant()));
            });
    if (!isDone) {
      throw new IllegalStateException(operation.id() + " did not come to " + next);
    }
  }

  private static void print(String what, long[] taken) {
    long[] sorted = taken.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%-40s %8d %8.2f %8.2f %8.2f%n",
        what,
        sorted.length,
        millis(sorted[sorted.length / 2]),
        millis(sorted[sorted.length * 99 / 100]),
        millis(sorted[sorted.length - 1]));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
