package io.tillbot.adapter.store;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Sees to it that keyset and database belong together. The database keeps a fingerprint: a fixed
 * text sealed with the keyset. Its clear part names the key, which is compared at start; whether it
 * opens is seen when the keys are first used, before anything else is sealed or opened. It tells
 * nothing about the key.
 */
final class KeysetGuard {
  private static final RowKey FINGERPRINT = new RowKey("keyset", "", "", "fingerprint");

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
        database
            .read(KeysetGuard::fingerprint)
            .orElseGet(() -> database.write(this::fingerprintOrNew))
            .body();
    if (!file.exists()) {
      throw new StoreException(
          ("The keyset %s is missing, and the database %s is sealed with it: put it back from its"
                  + " backup. If it is lost, so are the credentials: move the database away, and"
                  + " everybody links again")
              .formatted(file, database));
    }
    if (!file.keyIds().contains(fingerprint.keyId())) {
      throw doesNotFit();
    }
    return new Sealer(() -> opened(fingerprint));
  }

  private Aead opened(Ciphertext fingerprint) {
    return parse(file.read())
        .filter(aead -> Sealer.open(aead, fingerprint, FINGERPRINT).isPresent())
        .orElseThrow(this::doesNotFit);
  }

  private SealedRow fingerprintOrNew(Handle handle) {
    database.dialect().exclude(handle, "keyset");
    // Looked for again: another process may have been quicker.
    return fingerprint(handle).orElseGet(() -> take(new SealedRows(handle)));
  }

  /** Makes the keyset, or takes the one that is there, for a database without anything sealed. */
  private SealedRow take(SealedRows rows) {
    if (!rows.isEmpty()) {
      throw new StoreException(
          ("The database %s holds sealed rows but not the fingerprint of their keyset: put the"
                  + " database back from its backup")
              .formatted(database));
    }
    if (!file.exists()) {
      makeWhereItIsOurs();
    }
    Aead aead =
        parse(file.read())
            .orElseThrow(
                () ->
                    new StoreException(
                        ("The keyset %s is damaged or not made for sealing. Nothing is sealed in"
                                + " the database %s yet: move the keyset away, and the next start"
                                + " makes another")
                            .formatted(file, database)));
    Ciphertext fingerprint = Sealer.seal(aead, new byte[0], FINGERPRINT);
    return rows.put(new SealedRow(FINGERPRINT, fingerprint, clock.instant()));
  }

  /** Of a database that others share, they would never see a keyset that this process makes. */
  private void makeWhereItIsOurs() {
    switch (database.dialect()) {
      case SQLITE -> file.create(Sealer.newKeyset());
      case POSTGRESQL ->
          throw new StoreException(
              ("The keyset %s is missing. Every replica needs the same one: make it once, by"
                      + " ./tillbot keys create, and give it to all of them")
                  .formatted(file));
    }
  }

  private static Optional<Aead> parse(String keyset) {
    try {
      return Optional.of(Sealer.parse(keyset));
    } catch (GeneralSecurityException e) {
      // Dropped with its message, which may quote the file.
      return Optional.empty();
    }
  }

  private StoreException doesNotFit() {
    return new StoreException(
        ("The keyset %s does not fit the database %s, which was sealed with another or before it"
                + " was damaged: put the right one in its place, or name it by"
                + " TILLBOT_STORE_KEYSET_PATH")
            .formatted(file, database));
  }

  private static Optional<SealedRow> fingerprint(Handle handle) {
    return new SealedRows(handle).find(FINGERPRINT.kind(), FINGERPRINT.owner(), FINGERPRINT.name());
  }
}
