package io.tillbot.adapter.store;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * Sees to it that keyset and database belong together. The database keeps a {@link Fingerprint},
 * whose clear part is compared at start; whether it opens is seen when the keys are first used,
 * before anything else is sealed or opened.
 */
final class KeysetGuard {
  private final Database database;
  private final KeysetFile file;
  private final Clock clock;

  KeysetGuard(Database database, KeysetFile file, Clock clock) {
    this.database = database;
    this.file = file;
    this.clock = clock;
  }

  /**
   * What seals for this database.
   *
   * @throws StoreException when the keyset is missing, readable by others, or another database's
   */
  Sealer sealer() {
    Ciphertext fingerprint =
        database.read(Fingerprint::find).orElseGet(() -> database.write(this::fingerprintOrNew));
    if (!file.exists()) {
      throw new StoreException(
          ("The keyset %s is missing, and the database %s is sealed with it: put it back from its"
                  + " backup. If it is lost, so are the credentials: move the database away, and"
                  + " everybody links again")
              .formatted(file, database));
    }
    if (!file.keyIds().contains(fingerprint.keyId())) {
      throw KeysInUse.doesNotFit(file, database);
    }
    return Sealer.of(database, new KeysInUse(database, file, fingerprint));
  }

  private Ciphertext fingerprintOrNew(Handle handle) {
    Fingerprint.exclude(handle, database);
    // Looked for again: another process may have been quicker.
    return Fingerprint.find(handle).orElseGet(() -> take(handle));
  }

  /** Makes the keyset, or takes the one that is there, for a database without anything sealed. */
  private Ciphertext take(Handle handle) {
    if (!new SealedRows(handle).isEmpty()) {
      throw Sealer.noFingerprint(database);
    }
    if (!file.exists()) {
      makeWhereItIsOurs();
    }
    Keyset keyset =
        Keyset.parse(file.read())
            .orElseThrow(
                () ->
                    new StoreException(
                        ("The keyset %s is damaged or not made for sealing. Nothing is sealed in"
                                + " the database %s yet: move the keyset away, and the next start"
                                + " makes another")
                            .formatted(file, database)));
    return Fingerprint.put(handle, keyset, clock.instant());
  }

  /** Of a database that others share, they would never see a keyset that this process makes. */
  private void makeWhereItIsOurs() {
    switch (database.dialect()) {
      case SQLITE -> file.create(Keyset.create().text());
      case POSTGRESQL ->
          throw new StoreException(
              ("The keyset %s is missing. Every replica needs the same one: make it once, by"
                      + " ./tillbot keys create, and give it to all of them")
                  .formatted(file));
    }
  }
}
