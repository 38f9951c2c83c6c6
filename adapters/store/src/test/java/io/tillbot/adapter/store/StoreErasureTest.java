package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is in none of the database's files, not even as ciphertext. */
final class StoreErasureTest {
  private static final Caller ANN = Caller.local("ann");

  @TempDir Path directory;
  private StoreFiles files;

  @BeforeEach
  void name() {
    files = new StoreFiles(directory);
  }

  @Test
  void whatIsErasedLeavesNoTraceInTheFiles() throws Exception {
    try (SqlStore store = files.open()) {
      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, secret("fake-token"));
      byte[] body = files.bodyOf(ANN);
      assertThat(files.databaseHolds(body)).isTrue();

      store.credentialVault().erase(ANN);

      assertNoTraceOf(body);
    }
  }

  @Test
  void whatIsReplacedLeavesNoTraceInTheFiles() throws Exception {
    try (SqlStore store = files.open()) {
      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, secret("fake-token-1"));
      byte[] body = files.bodyOf(ANN);

      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, secret("fake-token-2"));

      assertNoTraceOf(body);
      assertThat(store.credentialVault().open(ANN)).contains(secret("fake-token-2"));
    }
  }

  @Test
  void manyOfManySizesLeaveNoTraceWhateverTheOrder() throws Exception {
    Random random = new Random(7);
    try (SqlStore store = files.open()) {
      CredentialVault vault = store.credentialVault();
      List<Caller> callers =
          new ArrayList<>(IntStream.range(0, 120).mapToObj(n -> Caller.local("u" + n)).toList());
      Collections.shuffle(callers, random);
      for (Caller caller : callers) {
        vault.store(
            caller,
            StoreFiles.ACCOUNT,
            secret("x".repeat(1 + random.nextInt(random.nextBoolean() ? 60 : 9000))));
      }
      Collections.shuffle(callers, random);
      List<byte[]> erased = new ArrayList<>();
      for (Caller caller : callers.subList(0, 80)) {
        erased.add(files.bodyOf(caller));
        vault.erase(caller);
      }

      for (byte[] body : erased) {
        assertNoTraceOf(body);
      }
      assertThat(callers.subList(80, 120)).allMatch(caller -> vault.open(caller).isPresent());
    }
  }

  @Test
  void whereAnotherProcessReadsTheNextWriteErasesTheTrace() throws Exception {
    try (SqlStore store = files.openWith(Duration.ofMillis(50));
        Connection other = files.connect();
        var reading = other.createStatement()) {
      CredentialVault vault = store.credentialVault();
      vault.store(ANN, StoreFiles.ACCOUNT, secret("fake-token"));
      byte[] body = files.bodyOf(ANN);
      other.setAutoCommit(false);
      reading.executeQuery("SELECT * FROM sealed").close();

      assertThat(vault.erase(ANN)).isTrue();
      assertThat(vault.open(ANN)).isEmpty();
      other.rollback();
      vault.store(Caller.local("bob"), StoreFiles.ACCOUNT, secret("fake-token-of-bob"));

      assertNoTraceOf(body);
    }
  }

  /** Neither its beginning (after the key's name), nor its middle, nor its end. */
  private void assertNoTraceOf(byte[] body) throws Exception {
    int length = body.length;
    for (int from : new int[] {5, length / 2 - 6, length - 12}) {
      assertThat(files.databaseHolds(Arrays.copyOfRange(body, from, from + 12))).isFalse();
    }
  }

  private static Credential secret(String text) {
    return new Credential.Token(Secret.of(text));
  }
}
