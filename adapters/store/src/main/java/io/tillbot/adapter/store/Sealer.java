package io.tillbot.adapter.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Seals bytes with the keyset, bound to the place where they are kept: what is moved elsewhere does
 * not open. Whoever seals within a unit of work takes the one for {@link #within} it. Safe for many
 * threads.
 */
final class Sealer {
  private final Database database;
  private final KeysInUse keys;
  private final Supplier<Ciphertext> fingerprint;

  private Sealer(Database database, KeysInUse keys, Supplier<Ciphertext> fingerprint) {
    this.database = database;
    this.keys = keys;
    this.fingerprint = fingerprint;
  }

  /** One that looks at the database in reads of its own: not for within a unit of work. */
  static Sealer of(Database database, KeysInUse keys) {
    return new Sealer(
        database,
        keys,
        () -> database.read(Fingerprint::find).orElseThrow(() -> noFingerprint(database)));
  }

  /** The same that looks at the database through that unit of work. */
  Sealer within(Handle handle) {
    return new Sealer(
        database, keys, () -> Fingerprint.find(handle).orElseThrow(() -> noFingerprint(database)));
  }

  /**
   * Sealed for that place. What is sealed within a unit of work must be kept by the same: a key is
   * retired when the units that began before have ended.
   */
  Ciphertext seal(byte[] plain, SealedPlace place) {
    return keys.toSeal(fingerprint).seal(plain, place);
  }

  /** What was sealed; nothing when it was damaged, sealed elsewhere or for another place. */
  Optional<byte[]> open(Ciphertext sealed, SealedPlace place) {
    return keys.open(sealed, place, fingerprint);
  }

  static StoreException noFingerprint(Database database) {
    return new StoreException(
        ("The database %s holds sealed rows but not the fingerprint of their keyset: put the"
                + " database back from its backup")
            .formatted(database));
  }
}
