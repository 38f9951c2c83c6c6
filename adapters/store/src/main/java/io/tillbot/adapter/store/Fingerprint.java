package io.tillbot.adapter.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What the database knows of its keyset: nothing, sealed with a key of it. Its clear part names the
 * key, and that is the one which everybody seals with; it tells nothing about the key.
 */
final class Fingerprint {
  private static final RowKey PLACE = new RowKey("keyset", "", "", "fingerprint");
  private static final byte[] NOTHING = new byte[0];

  private Fingerprint() {}

  /** That of the database; none before anything was sealed. */
  static Optional<Ciphertext> find(Handle handle) {
    return new SealedRows(handle)
        .find(PLACE.kind(), PLACE.owner(), PLACE.name())
        .map(SealedRow::body);
  }

  /** Whether the keyset is the database's; opens it. */
  static boolean fits(Keyset keyset, Ciphertext fingerprint) {
    return keyset.open(fingerprint, PLACE).isPresent();
  }

  /** Puts that of the keyset's primary key in place of any other. */
  static Ciphertext put(Handle handle, Keyset keyset, Instant now) {
    Ciphertext fingerprint = keyset.seal(NOTHING, PLACE);
    new SealedRows(handle).put(new SealedRow(PLACE, fingerprint, now));
    return fingerprint;
  }

  /** Keeps others from changing it, or the file, until the unit of work has ended. */
  static void exclude(Handle handle, Database database) {
    database.dialect().exclude(handle, PLACE.kind());
  }
}
