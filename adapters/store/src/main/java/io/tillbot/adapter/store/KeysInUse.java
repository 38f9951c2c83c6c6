package io.tillbot.adapter.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a process works with, while they are rotated by another. The database's fingerprint
 * says which key seals; it is looked at again after two seconds. The keyset's file is read when a
 * key is first needed, since opening it takes a tenth of a second, and again when a key is met that
 * was not in it. Whatever is read is used only if it opens the fingerprint. Safe for many threads.
 */
final class KeysInUse {
  /** For how long a process may go on sealing with a key that is not the one any more. */
  static final Duration LOOKS_AGAIN_AFTER = Duration.ofSeconds(2);

  /**
   * What is known.
   *
   * @param keyset seals with the key that the fingerprint names
   * @param seen when the fingerprint was looked at, by {@link System#nanoTime}
   */
  private record Known(Keyset keyset, Ciphertext fingerprint, long seen) {}

  /** A fingerprint and when it was looked at. */
  private record Look(Ciphertext fingerprint, long seen) {
    static Look now(Supplier<Ciphertext> fingerprint) {
      // Before it is looked at: what is older than it seems would be believed too long.
      long seen = System.nanoTime();
      return new Look(fingerprint.get(), seen);
    }

    boolean isFresh() {
      return System.nanoTime() - seen < LOOKS_AGAIN_AFTER.toNanos();
    }
  }

  private final Database database;
  private final KeysetFile file;
  private final Look first;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  /**
   * @param fingerprint as it was when the database was opened, a moment ago
   */
  KeysInUse(Database database, KeysetFile file, Ciphertext fingerprint) {
    this.database = database;
    this.file = file;
    this.first = Look.now(() -> fingerprint);
  }

  /**
   * What seals now.
   *
   * @param fingerprint looks at the database's
   * @throws StoreException when the file's keys are not the database's
   */
  Keyset toSeal(Supplier<Ciphertext> fingerprint) {
    Known now = any(fingerprint);
    if (new Look(now.fingerprint(), now.seen()).isFresh()) {
      return now.keyset();
    }
    return known(Look.now(fingerprint), now.keyset()).keyset();
  }

  /**
   * What opens that.
   *
   * @return nothing when it is damaged, or sealed with keys that never were this database's
   * @throws StoreException when the file's keys are not the database's
   */
  Optional<byte[]> open(Ciphertext sealed, SealedPlace place, Supplier<Ciphertext> fingerprint) {
    Keyset keyset = any(fingerprint).keyset();
    if (sealed.keyId() != Ciphertext.NO_KEY && !keyset.holds(sealed.keyId())) {
      // Sealed since with a key that was added, or a stranger: whoever lacks a key of the database
      // must not take rows that it cannot open for damaged ones and go on without them.
      keyset = read(Look.now(fingerprint)).keyset();
    }
    return keyset.open(sealed, place);
  }

  private Known any(Supplier<Ciphertext> fingerprint) {
    Known now = known.get();
    return now != null ? now : read(first.isFresh() ? first : Look.now(fingerprint));
  }

  private Known known(Look look, Keyset keyset) {
    return Fingerprint.fits(keyset, look.fingerprint()) ? keep(look, keyset) : read(look);
  }

  private Known read(Look look) {
    Keyset keyset =
        Keyset.parse(file.read())
            .filter(read -> Fingerprint.fits(read, look.fingerprint()))
            .orElseThrow(() -> doesNotFit(file, database));
    return keep(look, keyset);
  }

  private Known keep(Look look, Keyset keyset) {
    Known now =
        new Known(keyset.sealingWith(look.fingerprint().keyId()), look.fingerprint(), look.seen());
    known.set(now);
    return now;
  }

  static StoreException doesNotFit(KeysetFile file, Database database) {
    return new StoreException(
        ("The keyset %s does not fit the database %s, which was sealed with another or before it"
                + " was damaged: put the right one in its place, or name it by"
                + " TILLBOT_STORE_KEYSET_PATH. If keys were rotated, take the file from where that"
                + " was done")
            .formatted(file, database));
  }
}
