package io.tillbot.adapter.store;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures what a fresh process pays for opening a store and one credential. Run it twice: the
 * first run makes the store.
 */
final class ColdOpening {
  private ColdOpening() {}

  public static void main(String[] arguments) {
    Caller ann = Caller.local("ann");
    long start = System.nanoTime();
    try (SqlStore store = new StoreFiles(Path.of(arguments[0])).open()) {
      long opened = System.nanoTime();
      boolean found = store.credentialVault().open(ann).isPresent();
      long read = System.nanoTime();
      System.out.printf(
          "open %d ms, first credential %d ms (found: %s)%n",
          Duration.ofNanos(opened - start).toMillis(),
          Duration.ofNanos(read - opened).toMillis(),
          found);
      if (!found) {
        store
            .credentialVault()
            .store(ann, StoreFiles.ACCOUNT, new Credential.Token(Secret.of("fake-token")));
      }
    }
  }
}
