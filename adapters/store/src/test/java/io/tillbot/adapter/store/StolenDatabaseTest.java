package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who copies the database while it is used, without the keyset, has nothing that was secret. */
final class StolenDatabaseTest {
  @TempDir Path directory;

  @Test
  void itTellsNoCredentialAndNothingThatWasTypedAndNoOtherKeysetOpensIt() throws Exception {
    StoreFiles files = new StoreFiles(directory.resolve("own"));
    StoreFiles stolen = new StoreFiles(directory.resolve("stolen"));
    Files.createDirectories(stolen.database().getParent());
    try (SqlStore store = files.open()) {
      for (int n = 1; n <= 2; n++) {
        new SealedThings(n, Instant.EPOCH).keepIn(store);
      }
      for (Path file : files.databaseFiles()) {
        Files.copy(file, stolen.database().resolveSibling(file.getFileName()));
      }
    }

    assertThat(stolen.databaseFiles()).as("with the log").hasSizeGreaterThan(1);
    assertThat(stolen.databaseHolds("canary")).isFalse();
    assertThat(stolen.databaseHolds(wide("canary"))).isFalse();
    assertThat(stolen.databaseHolds("console/local/user1")).as("what is clear is found").isTrue();
    assertThatThrownBy(stolen::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is missing");
    SqlStore.createKeyset(stolen.options(java.time.Clock.systemUTC()));
    assertThatThrownBy(stolen::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not fit the database");
  }

  /** Facts are written in two bytes a character. */
  private static byte[] wide(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    assertThat(HexFormat.of().formatHex(bytes)).startsWith("0063");
    return bytes;
  }
}
