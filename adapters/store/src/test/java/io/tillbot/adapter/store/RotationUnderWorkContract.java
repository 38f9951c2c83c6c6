package io.tillbot.adapter.store;

import static io.tillbot.core.port.SampleOperations.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The keys are changed while many work with the store in several processes' places. */
abstract class RotationUnderWorkContract {
  private static final int WORKERS = 12;
  private static final AccountName WORK = new AccountName("2002@whmcs_us");

  private final Clock clock = Clock.systemUTC();
  private final Instant now = clock.instant();
  private final AtomicInteger rounds = new AtomicInteger();
  private final ConcurrentHashMap<SealedThings, TicketId> kept = new ConcurrentHashMap<>();

  abstract StoreFixture fixture() throws Exception;

  @Test
  void nobodyFailsAndAfterwardsTheNewKeyAloneOpensEverything() throws Exception {
    StoreFixture fixture = fixture();
    StoreOptions options = fixture.options(clock);
    AtomicBoolean isOver = new AtomicBoolean();
    List<Future<Integer>> workers = new ArrayList<>();
    try (SqlStore first = fixture.open(clock);
        SqlStore second = fixture.open(clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < WORKERS; n++) {
        SqlStore store = n % 2 == 0 ? first : second;
        SqlStore other = n % 2 == 0 ? second : first;
        workers.add(threads.submit(() -> work(store, other, isOver)));
      }
      try {
        awaitRounds(50);
        SqlStore.rotateKeys(options, rotation -> done(rotation::add));
        awaitRounds(50);
        KeyRotation.Promotion promotion = SqlStore.rotateKeys(options, KeyRotation::promote);
        awaitRounds(50);
        KeyRotation.Retirement retirement = SqlStore.rotateKeys(options, KeyRotation::retire);
        awaitRounds(50);

        assertThat(promotion.rows().get("operations")).isGreaterThanOrEqualTo(100);
        assertThat(promotion.left()).isZero();
        assertThat(retirement).isEqualTo(new KeyRotation.Retirement(1, 0));
      } finally {
        isOver.set(true);
      }
      for (Future<Integer> worker : workers) {
        assertThat(worker.get(30, TimeUnit.SECONDS)).isPositive();
      }
    }
    Keyset keyset = Keyset.parse(new KeysetFile(options.keyset()).read()).orElseThrow();
    assertThat(keyset.ids()).hasSize(1);
    assertThat(SealedThings.keyIdsIn(fixture)).isEqualTo(keyset.ids());
    assertThat(kept).hasSizeGreaterThan(WORKERS);
    try (SqlStore fresh = fixture.open(clock)) {
      kept.forEach((things, ticket) -> things.assertOpenIn(fresh, ticket));
    }
  }

  /** How many rounds; fails as soon as something does not open, in whichever store. */
  private int work(SqlStore store, SqlStore other, AtomicBoolean isOver) {
    int done = 0;
    while (!isOver.get()) {
      int number = rounds.incrementAndGet();
      SealedThings things = new SealedThings(number, now);
      TicketId ticket = things.keepIn(store);
      use(store, other, things.caller());
      confirm(other, number);
      if (number % 20 == 0) {
        kept.put(new SealedThings(1_000_000 + number, now), keepMore(store, number));
      }
      assertThat(
              other.<Found>write(
                  unit -> unit.tickets().take(ticket, things.caller(), Purpose.CONFIRMATION)))
          .isEqualTo(new Found.Good(things.ticket()));
      other.write(unit -> unit.deliveries().done("slack/Ev" + number, 1, now));
      done++;
    }
    return done;
  }

  private TicketId keepMore(SqlStore store, int number) {
    return new SealedThings(1_000_000 + number, now).keepIn(store);
  }

  private static void use(SqlStore store, SqlStore other, Caller caller) {
    Credential credential = new Credential.Token(Secret.of("fake-token-of-" + caller.key()));
    other.credentialVault().store(caller, WORK, credential);
    assertThat(store.credentialVault().open(caller)).contains(credential);
    assertThat(other.credentialVault().use(caller, StoreFiles.ACCOUNT)).isTrue();
    assertThat(store.credentialVault().open(caller)).isPresent();
    assertThat(store.credentialVault().open(caller, WORK)).contains(credential);
  }

  private void confirm(SqlStore store, int number) {
    boolean isSaved =
        store.write(
            unit -> {
              Operation operation = unit.operations().find(id(number)).orElseThrow();
              return unit.operations().save(operation.to(State.CONFIRMED, now));
            });
    assertThat(isSaved).isTrue();
  }

  private void awaitRounds(int more) {
    int then = rounds.get() + more;
    await().atMost(30, TimeUnit.SECONDS).until(() -> rounds.get() >= then);
  }

  private static boolean done(Runnable stage) {
    stage.run();
    return true;
  }
}
