package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that runs one command pays for. */
final class StoreStartTest {
  @TempDir Path directory;

  @Test
  void openingAnSqliteStoreLoadsNothingOfPostgresqlThePoolTheSchedulerOrFlyway() throws Exception {
    Path loaded = directory.resolve("loaded");
    new StoreFiles(directory.resolve("home")).open().close();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                ColdOpening.class.getName(),
                directory.resolve("home").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    try {
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(Files.readString(loaded))
        .contains("io.tillbot.adapter.store.SqliteDatabase ")
        .doesNotContain("com.zaxxer.hikari", "org.postgresql", "com.github.kagkarlsson")
        .doesNotContain("org.flywaydb");
  }
}
