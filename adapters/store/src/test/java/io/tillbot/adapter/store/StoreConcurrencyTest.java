package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.port.SampleOperations;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads, several stores on one file, and a process that dies. */
final class StoreConcurrencyTest {
  private static final int EACH = 25;

  @TempDir Path directory;
  private StoreFiles files;

  @BeforeEach
  void name() {
    files = new StoreFiles(directory);
  }

  @Test
  void virtualThreadsGoOnWhileAnotherProcessHoldsTheWriteLock() throws Exception {
    try (SqlStore store = files.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection other = files.connect();
        var statement = other.createStatement()) {
      CredentialVault vault = store.credentialVault();
      vault.store(caller("warm", 0), StoreFiles.ACCOUNT, credential("warm", 0));
      AtomicLong ticks = new AtomicLong();
      Future<?> clock = threads.submit(() -> tick(ticks));
      statement.execute("BEGIN IMMEDIATE");
      List<Future<?>> writers = new ArrayList<>();
      for (int n = 0; n < 16; n++) {
        int number = n;
        writers.add(threads.submit(() -> put(vault, "w", number)));
      }

      long atTheStart = ticks.get();
      await().until(() -> ticks.get() > atTheStart + 200);
      assertThat(writers).noneMatch(Future::isDone);
      assertThat(vault.open(caller("warm", 0))).as("reading goes on too").isPresent();

      statement.execute("ROLLBACK");
      for (Future<?> writer : writers) {
        writer.get(20, TimeUnit.SECONDS);
      }
      clock.cancel(true);
      assertThat(vault.open(caller("w", 15))).isPresent();
    }
  }

  @Test
  void virtualThreadsGoOnWhileUnitsOfWorkWaitForAnotherProcess() throws Exception {
    try (SqlStore store = files.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection other = files.connect();
        var statement = other.createStatement()) {
      AtomicLong ticks = new AtomicLong();
      Future<?> clock = threads.submit(() -> tick(ticks));
      statement.execute("BEGIN IMMEDIATE");
      List<Future<?>> units = new ArrayList<>();
      for (int n = 0; n < 16; n++) {
        int number = n;
        units.add(threads.submit(() -> propose(store, number)));
      }

      long atTheStart = ticks.get();
      await().until(() -> ticks.get() > atTheStart + 200);
      assertThat(units).noneMatch(Future::isDone);

      statement.execute("ROLLBACK");
      for (Future<?> unit : units) {
        unit.get(20, TimeUnit.SECONDS);
      }
      clock.cancel(true);
    }
  }

  @Test
  void storesThatOpenAnEmptyDirectoryTogetherMakeOneDatabaseAndOneKeyset() throws Exception {
    for (int round = 0; round < 5; round++) {
      StoreFiles fresh = new StoreFiles(directory.resolve("round" + round));
      CyclicBarrier together = new CyclicBarrier(4);
      try (ExecutorService threads = Executors.newCachedThreadPool()) {
        List<Callable<SqlStore>> openers =
            IntStream.range(0, 4)
                .<Callable<SqlStore>>mapToObj(_ -> () -> open(fresh, together))
                .toList();
        List<SqlStore> stores = new ArrayList<>();
        for (Future<SqlStore> opening : threads.invokeAll(openers)) {
          stores.add(opening.get());
        }
        put(stores.getFirst().credentialVault(), "one", 1);

        assertThat(stores)
            .allSatisfy(
                store -> assertThat(store.credentialVault().open(caller("one", 1))).isPresent());
        stores.forEach(SqlStore::close);
      }
    }
  }

  @Test
  void twoStoresOnOneFileLoseNothing() throws Exception {
    try (SqlStore first = files.open();
        SqlStore second = files.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int n = 0; n < EACH; n++) {
        int number = n;
        writers.add(threads.submit(() -> put(first.credentialVault(), "first", number)));
        writers.add(threads.submit(() -> put(second.credentialVault(), "second", number)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }

      assertAllKept(second.credentialVault(), "first");
      assertAllKept(first.credentialVault(), "second");
    }
  }

  @Test
  void whatAProcessStoredOutlivesItsSuddenEndAndDisturbsNobody() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingProcess.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    try (SqlStore store = files.open()) {
      for (int n = 0; n < EACH; n++) {
        put(store.credentialVault(), "parent", n);
      }
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();

      assertThat(directory.resolve("output")).isEmptyFile();
      assertThat(process.exitValue()).isEqualTo(DyingProcess.STATUS);
      assertAllKept(store.credentialVault(), "child");
      assertAllKept(store.credentialVault(), "parent");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Stores credentials and dies without closing anything. */
  static final class DyingProcess {
    static final int STATUS = 7;

    public static void main(String[] arguments) {
      SqlStore store = new StoreFiles(Path.of(arguments[0])).open();
      for (int n = 0; n < EACH; n++) {
        put(store.credentialVault(), "child", n);
      }
      Runtime.getRuntime().halt(STATUS);
    }
  }

  private static SqlStore open(StoreFiles files, CyclicBarrier together) throws Exception {
    together.await();
    return files.open();
  }

  private static void tick(AtomicLong ticks) {
    try {
      while (true) {
        Thread.ofVirtual().start(ticks::incrementAndGet).join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean propose(SqlStore store, int number) {
    return store.write(
        unit -> {
          unit.operations()
              .add(
                  SampleOperations.proposed(
                      number, caller("w", number), StoreFiles.ACCOUNT, Instant.EPOCH));
          return true;
        });
  }

  private static void put(CredentialVault vault, String name, int number) {
    vault.store(caller(name, number), StoreFiles.ACCOUNT, credential(name, number));
  }

  private static void assertAllKept(CredentialVault vault, String name) {
    for (int n = 0; n < EACH; n++) {
      assertThat(vault.open(caller(name, n))).contains(credential(name, n));
    }
  }

  private static Caller caller(String name, int number) {
    return Caller.local(name + number);
  }

  private static Credential credential(String name, int number) {
    return new Credential.Token(Secret.of("fake-" + name + number));
  }
}
