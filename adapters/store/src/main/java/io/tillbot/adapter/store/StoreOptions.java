package io.tillbot.adapter.store;

import io.tillbot.core.access.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the store is and how it is opened.
 *
 * @param url {@code jdbc:sqlite:PATH}, whose file and directories are made when missing, or {@code
 *     jdbc:postgresql://HOST:PORT/DATABASE}
 * @param user of the PostgreSQL database; null for a file
 * @param password of that user; null where the server asks for none
 * @param keyset the file of the encryption keys, in a directory of its own
 * @param clock what stamps the rows
 * @param patience how long to wait for another process that is writing, or for the server
 */
public record StoreOptions(
    String url,
    @Nullable String user,
    @Nullable Secret password,
    Path keyset,
    Clock clock,
    Duration patience) {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

  public StoreOptions {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative");
    }
  }

  /** Without a user, and with the usual patience of ten seconds. */
  public StoreOptions(String url, Path keyset, Clock clock) {
    this(url, null, null, keyset, clock, USUAL_PATIENCE);
  }

  /** The same as a user of the database. */
  public StoreOptions as(@Nullable String otherUser, @Nullable Secret otherPassword) {
    return new StoreOptions(url, otherUser, otherPassword, keyset, clock, patience);
  }

  /** The same with another patience. */
  public StoreOptions withPatience(Duration other) {
    return new StoreOptions(url, user, password, keyset, clock, other);
  }
}
