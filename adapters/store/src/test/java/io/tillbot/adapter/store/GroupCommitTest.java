package io.tillbot.adapter.store;

import static io.tillbot.core.port.SampleOperations.id;
import static io.tillbot.core.port.SampleOperations.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault.VaultException;
import io.tillbot.core.access.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's writer commits what waits together. */
final class GroupCommitTest {
  private static final Caller ANN = Caller.local("ann");
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final int WAITING = 20;

  @TempDir Path directory;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private SqlStore store;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    store = new StoreFiles(directory).openWith(Duration.ofSeconds(2));
    database = (SqliteDatabase) store.database();
  }

  @AfterEach
  void close() {
    release.countDown();
    store.close();
    threads.close();
  }

  @Test
  void unitsThatWaitAreCommittedTogether() throws Exception {
    Future<?> first = keepTheWriterBusy();
    long before = database.commits();
    List<Future<?>> units = new ArrayList<>();
    for (int n = 0; n < WAITING; n++) {
      units.add(adding(n));
    }
    await().until(() -> database.waiting() == WAITING);
    release.countDown();
    first.get();
    for (Future<?> unit : units) {
      unit.get();
    }

    assertThat(database.commits() - before).as("the busy one, and all others").isEqualTo(2);
    assertThat(kept()).isEqualTo(WAITING);
  }

  @Test
  void ofUnitsThatAreCommittedTogetherOneFailsAlone() throws Exception {
    keepTheWriterBusy();
    Future<?> good = adding(1);
    await().until(() -> database.waiting() == 1);
    Future<?> bad =
        threads.submit(
            () ->
                store.write(
                    unit -> {
                      unit.operations().add(proposed(2, ANN, StoreFiles.ACCOUNT, NOON));
                      throw new IllegalArgumentException("its own reason");
                    }));
    await().until(() -> database.waiting() == 2);
    Future<?> broken =
        threads.submit(() -> database.write(handle -> handle.execute("INSERT INTO nowhere")));
    await().until(() -> database.waiting() == 3);
    Future<?> last = adding(3);
    await().until(() -> database.waiting() == 4);
    release.countDown();

    good.get();
    last.get();
    assertThatThrownBy(bad::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(broken::get).hasCauseInstanceOf(StoreException.class);
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void aCommitThatFailsFailsAllOfThemAndKeepsNothing() {
    Jdbi jdbi =
        Jdbi.create("jdbc:sqlite:" + directory.resolve("orphans.db") + "?foreign_keys=true");
    GroupCommit groupCommit = new GroupCommit();
    try (Handle handle = jdbi.open()) {
      handle.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
      // Looked at by the commit alone.
      handle.execute(
          "CREATE TABLE child (id REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)");
      WaitingUnit<Integer> innocent =
          new WaitingUnit<>(unit -> unit.execute("INSERT INTO parent VALUES (1)"));
      WaitingUnit<Integer> orphan =
          new WaitingUnit<>(unit -> unit.execute("INSERT INTO child VALUES (7)"));
      WaitingUnit<Integer> next =
          new WaitingUnit<>(unit -> unit.execute("INSERT INTO parent VALUES (2)"));

      groupCommit.commit(handle, List.of(innocent, orphan));
      groupCommit.commit(handle, List.of(next));

      assertUncertain(innocent);
      assertUncertain(orphan);
      next.end();
      assertThat(next.answer()).succeedsWithin(Duration.ZERO);
      assertThat(handle.createQuery("SELECT id FROM parent").mapTo(Integer.class).list())
          .containsExactly(2);
      assertThat(groupCommit.commits()).isEqualTo(1);
    }
  }

  private static void assertUncertain(WaitingUnit<?> unit) {
    unit.end();
    assertThatThrownBy(() -> unit.answer().get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(UncertainCommitException.class);
  }

  @Test
  void aUnitThatEndsTheTransactionBehindOurBackFailsAllOfThem() throws Exception {
    keepTheWriterBusy();
    Future<?> innocent = adding(1);
    await().until(() -> database.waiting() == 1);
    Future<?> full =
        threads.submit(
            () ->
                database.write(
                    handle -> {
                      // As SQLite does by itself when the disk is full.
                      handle.execute("ROLLBACK");
                      throw new IllegalStateException("the disk is full");
                    }));
    await().until(() -> database.waiting() == 2);
    release.countDown();

    assertThatThrownBy(full::get).hasMessageContaining("the disk is full");
    assertThatThrownBy(innocent::get).hasMessageContaining("the disk is full");
    assertThat(kept()).isZero();
    adding(2).get();
  }

  @Test
  void whatErasesIsCommittedAlone() throws Exception {
    long before = database.commits();
    keepTheWriterBusy();
    Future<?> unit = adding(1);
    await().until(() -> database.waiting() == 1);
    Future<?> erasing =
        threads.submit(
            () ->
                store
                    .credentialVault()
                    .store(ANN, StoreFiles.ACCOUNT, new Credential.Token(Secret.of("fake-token"))));
    release.countDown();
    unit.get();
    erasing.get();

    assertThat(database.commits() - before).isEqualTo(3);
  }

  @Test
  void aUnitWithinAnotherIsRefusedRatherThanWaitedForForever() {
    assertThatThrownBy(
            () ->
                store.write(_ -> store.write(unit -> unit.operations().forgetUnconfirmed(NOON, 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("within another");
  }

  @Test
  void aReadChangesNothing() {
    assertThatThrownBy(
            () ->
                store.read(
                    unit -> {
                      unit.operations().add(proposed(1, ANN, StoreFiles.ACCOUNT, NOON));
                      return true;
                    }))
        .isInstanceOf(VaultException.class);
    assertThat(kept()).isZero();
  }

  private Future<?> keepTheWriterBusy() throws InterruptedException {
    Future<?> busy =
        threads.submit(
            () ->
                store.write(
                    _ -> {
                      begun.countDown();
                      return waitForRelease();
                    }));
    begun.await();
    return busy;
  }

  private boolean waitForRelease() {
    try {
      release.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<?> adding(int number) {
    return threads.submit(
        () ->
            store.write(
                unit -> {
                  unit.operations().add(proposed(number, ANN, StoreFiles.ACCOUNT, NOON));
                  return id(number);
                }));
  }

  private int kept() {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM operations").mapTo(Integer.class).one());
  }
}
