package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.SteppedClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store whose keys are changed, and how a test does that. */
abstract class RotatedStore {
  protected static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  protected final SteppedClock clock = new SteppedClock(NOON);
  protected StoreFixture fixture;
  protected StoreOptions options;
  protected SqlStore store;

  abstract StoreFixture fixture() throws Exception;

  @BeforeEach
  final void open() throws Exception {
    fixture = fixture();
    options = fixture.options(clock);
    store = fixture.open(clock);
  }

  @AfterEach
  final void close() {
    store.close();
  }

  protected StoreOptions withKeyset(Path keyset) {
    return new StoreOptions(
        options.url(), options.user(), options.password(), keyset, clock, options.patience());
  }

  /** One that waits for nobody to notice: only this test is there. */
  protected KeyRotation rotation() {
    return rotation(store.database());
  }

  protected KeyRotation rotation(Database database) {
    return new KeyRotation(database, new KeysetFile(options.keyset()), clock, Duration.ZERO);
  }

  /** The store's database, in which something happens before each unit of work. */
  protected Database beforeEachWrite(ThrowingCallable happening) {
    Database real = store.database();
    return (Database)
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {Database.class},
            (_, method, arguments) -> {
              if (method.getName().equals("write")) {
                happening.call();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  protected Keyset keyset() {
    return Keyset.parse(new KeysetFile(options.keyset()).read()).orElseThrow();
  }

  protected static SealedThings things(int number) {
    return new SealedThings(number, NOON);
  }

  protected static void assertRefused(ThrowingCallable stage, String reason) {
    assertThatThrownBy(stage).isInstanceOf(StoreException.class).hasMessageContaining(reason);
  }

  /** As a process would that had not noticed. */
  protected void sealAgain(Keyset keyset, SealedThings things) {
    store
        .database()
        .write(
            handle -> {
              SealedTable table = SealedTable.OPERATIONS;
              var row =
                  table.next(handle, store.database().dialect(), 0, table.start(), 9).getFirst();
              byte[] plain = keyset().open(row.sealed(), row.place()).orElseThrow();
              table.replace(handle, row.key(), keyset.seal(plain, row.place()));
              assertThat(row.key()).containsExactly(things.operation().id().value());
              return true;
            });
  }
}
