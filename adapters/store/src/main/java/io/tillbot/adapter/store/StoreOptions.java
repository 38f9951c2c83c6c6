package io.tillbot.adapter.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Where the store is and how it is opened.
 *
 * @param url {@code jdbc:sqlite:PATH}; the file and its directories are made when missing
 * @param keyset the file of the encryption keys, in a directory of its own
 * @param clock what stamps the rows
 * @param patience how long to wait for another process that is writing
 */
public record StoreOptions(String url, Path keyset, Clock clock, Duration patience) {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

  public StoreOptions {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative");
    }
  }

  /** With the usual patience of ten seconds. */
  public StoreOptions(String url, Path keyset, Clock clock) {
    this(url, keyset, clock, USUAL_PATIENCE);
  }
}
