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
  private static final RowKey FINGERPRINT = new RowKey("keyset", "", "fingerprint");

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
    byte[] fingerprint =
        database
            .read(KeysetGuard::fingerprint)
            .orElseGet(
                () -> database.write(handle -> fingerprint(handle).orElseGet(() -> take(handle))));
    if (!file.exists()) {
      throw new StoreException(
          ("The keyset %s is missing, and the database %s is sealed with it: put it back from its"
                  + " backup. If it is lost, so are the credentials: move the database away, and"
                  + " everybody links again")
              .formatted(file, database));
    }
    if (!file.keyIds().contains(Sealer.keyId(fingerprint))) {
      throw doesNotFit();
    }
    return new Sealer(() -> opened(fingerprint));
  }

  private Aead opened(byte[] fingerprint) {
    try {
      Aead aead = Sealer.parse(file.read());
      aead.decrypt(fingerprint, FINGERPRINT.associatedData());
      return aead;
    } catch (GeneralSecurityException e) {
      throw doesNotFit();
    }
  }

  /** Makes the keyset, or takes the one that is there, for a database without anything sealed. */
  private byte[] take(Handle handle) {
    boolean empty = handle.createQuery("SELECT count(*) FROM sealed").mapTo(Long.class).one() == 0;
    if (!empty) {
      throw new StoreException(
          "The database %s holds sealed rows but not the fingerprint of their keyset: put the database back from its backup"
              .formatted(database));
    }
    if (!file.exists()) {
      file.create(Sealer.newKeyset());
    }
    byte[] fingerprint = newFingerprint(file.read());
    handle
        .createUpdate(
            """
            INSERT INTO sealed (kind, owner, label, body, since)
            VALUES (:kind, :owner, :label, :body, :since)
            """)
        .bind("kind", FINGERPRINT.kind())
        .bind("owner", FINGERPRINT.owner())
        .bind("label", FINGERPRINT.label())
        .bind("body", fingerprint)
        .bind("since", clock.millis())
        .execute();
    return fingerprint;
  }

  private byte[] newFingerprint(String keyset) {
    try {
      return Sealer.parse(keyset).encrypt(new byte[0], FINGERPRINT.associatedData());
    } catch (GeneralSecurityException e) {
      throw new StoreException(
          ("The keyset %s cannot be used: it is damaged, or not made for sealing. Nothing is sealed"
               + " in the database %s yet: move the keyset away, and the next start makes another")
              .formatted(file, database));
    }
  }

  private StoreException doesNotFit() {
    return new StoreException(
        ("The keyset %s does not fit the database %s, which was sealed with another or before it"
                + " was damaged: put the right one in its place, or name it by"
                + " TILLBOT_STORE_KEYSET_PATH")
            .formatted(file, database));
  }

  private static Optional<byte[]> fingerprint(Handle handle) {
    return handle
        .createQuery("SELECT body FROM sealed WHERE kind = :kind AND owner = :owner")
        .bind("kind", FINGERPRINT.kind())
        .bind("owner", FINGERPRINT.owner())
        .map((row, _) -> row.getBytes("body"))
        .findOne();
  }
}
