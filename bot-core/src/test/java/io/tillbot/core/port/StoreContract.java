package io.tillbot.core.port;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of a {@link Store} share; each implementation runs every one of them. */
public abstract class StoreContract {
  protected static final Caller ANN = Caller.local("ann");
  protected static final Caller BOB = Caller.local("bob");
  protected static final AccountName HOME = new AccountName("1001@whmcs_eu");
  protected static final AccountName WORK = new AccountName("2002@whmcs_us");
  protected static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

  /** Texts that a careless store loses. */
  protected static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "кот \ud83d\udc31",
          "half a pair \ud83d",
          "\0\n\r\t",
          "'\";--",
          "x".repeat(70_000));

  protected final SteppedClock clock = new SteppedClock(NOON);
  private Store store;

  /** A store in which nothing is kept yet, and which has {@link #clock}. */
  protected abstract Store emptyStore() throws Exception;

  @BeforeEach
  final void start() throws Exception {
    store = emptyStore();
  }

  protected final Store store() {
    return store;
  }

  /** Does a unit of work that gives nothing. */
  protected final void write(Consumer<UnitOfWork> work) {
    store.write(
        unit -> {
          work.accept(unit);
          return true;
        });
  }

  protected final Optional<Operation> find(int number) {
    return store.read(unit -> unit.operations().find(SampleOperations.id(number)));
  }

  protected final List<Operation> operations(Function<OperationLedger, List<Operation>> query) {
    return store.read(unit -> query.apply(unit.operations()));
  }

  /** Slack's. */
  protected final List<Delivery> expired(Instant now, int most) {
    return expired(Platform.SLACK, now, most);
  }

  protected final List<Delivery> expired(Platform platform, Instant now, int most) {
    return store.read(unit -> unit.deliveries().expired(platform, now, most));
  }

  protected final Found look(TicketId id, Caller caller) {
    return store.read(unit -> unit.tickets().look(id, caller));
  }

  /** So many seconds after noon. */
  protected static Instant at(int seconds) {
    return NOON.plus(Duration.ofSeconds(seconds));
  }

  /** What came of all the work, done by as many threads as there are pieces. */
  protected static <T> List<T> together(List<Callable<T>> work) throws Exception {
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> one : threads.invokeAll(work)) {
        results.add(one.get());
      }
    }
    return results;
  }
}
