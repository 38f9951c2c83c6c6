package io.tillbot.adapter.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;

/**
 * Changes the keys of a store, in three stages, while processes work with it. Each stage may be
 * interrupted and done again, and says when another one comes first.
 */
public final class KeyRotation {
  /** Longer than a process may go on sealing with the key before. */
  static final Duration NOTICED = KeysInUse.LOOKS_AGAIN_AFTER.plusSeconds(1);

  private static final Duration LONGEST_UNIT = Duration.ofSeconds(30);
  private static final int MOST_WALKS = 10;

  private final Database database;
  private final KeysetFile file;
  private final Clock clock;
  private final Duration noticed;

  /**
   * @param noticed how long it takes until every process knows which key seals
   */
  KeyRotation(Database database, KeysetFile file, Clock clock, Duration noticed) {
    this.database = database;
    this.file = file;
    this.clock = clock;
    this.noticed = noticed;
  }

  /**
   * What was sealed anew.
   *
   * @param rows how many, by table, each table once
   * @param unreadable rows that no key opens: they were damaged or moved, and stay as they are
   * @param left rows that others had in their hands all the time
   */
  public record Promotion(Map<String, Long> rows, long unreadable, long left) {
    public Promotion {
      rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }
  }

  /**
   * What was retired.
   *
   * @param keys how many
   * @param unreadable rows that no key has opened: they were damaged or moved
   */
  public record Retirement(int keys, long unreadable) {}

  /**
   * Adds a key to the keyset, which seals nothing yet. Every process that has a keyset of its own
   * needs this file before the next stage.
   *
   * @throws StoreException when one was added before and is not the only one yet, or the file
   *     cannot be written
   */
  public void add() {
    database.write(
        handle -> {
          Keyset keyset = keyset(handle);
          if (keyset.ids().size() > 1) {
            throw new StoreException(
                ("The keyset %s holds %d keys, its last rotation is not finished: --stage promote"
                        + " (which may be repeated), then --stage retire")
                    .formatted(file, keyset.ids().size()));
          }
          file.replace(keyset.withNewKey().text());
          return true;
        });
  }

  /**
   * Lets everybody seal with the newest key, and seals with it what others have sealed. From its
   * beginning on, who lacks that key neither starts nor seals.
   *
   * @throws StoreException when there is no newer key, or the file cannot be written
   */
  public Promotion promote() {
    Keyset keyset = database.write(this::chooseNewest);
    Reencryption reencryption = new Reencryption(database, keyset);
    Map<SealedTable, Long> done = new EnumMap<>(SealedTable.class);
    walk(reencryption, done);
    pause(noticed);
    long unreadable = 0;
    long left = 0;
    for (int n = 0; n == 0 || (left > 0 && n < MOST_WALKS); n++) {
      unreadable = walk(reencryption, done);
      left = database.read(handle -> count(handle, keyset)) - unreadable;
    }
    // What the old key has sealed is not to stay in the write-ahead log.
    database.writeWithoutTrace(_ -> true);
    Map<String, Long> rows = new LinkedHashMap<>();
    done.forEach((table, number) -> rows.put(table.toString(), number));
    return new Promotion(rows, unreadable, Math.max(left, 0));
  }

  /**
   * Removes all keys but the one that seals.
   *
   * @throws StoreException when another stage comes first, or something is still sealed with one of
   *     them
   */
  public Retirement retire() {
    int keys = database.read(this::promoted).ids().size() - 1;
    // Whoever sealed with one of them a moment ago has either kept it after this, or never will.
    pause(noticed);
    EarlierUnits.awaitEnd(database, LONGEST_UNIT);
    long unreadable = database.write(this::retireUnlessNeeded);
    return new Retirement(keys, unreadable);
  }

  private Keyset chooseNewest(Handle handle) {
    Keyset keyset = keyset(handle);
    if (keyset.ids().size() == 1) {
      throw new StoreException(
          "The keyset %s holds one key, and everything is sealed with it: --stage add comes first"
              .formatted(file));
    }
    Keyset promoted = keyset.sealingWithNewest();
    if (fingerprint(handle).keyId() != promoted.primary()) {
      Fingerprint.put(handle, promoted, clock.instant());
    }
    if (keyset.primary() != promoted.primary()) {
      file.replace(promoted.text());
    }
    return promoted;
  }

  private Keyset promoted(Handle handle) {
    Keyset keyset = fitting(handle);
    if (keyset.ids().size() == 1) {
      throw new StoreException("The keyset %s holds one key: nothing to retire".formatted(file));
    }
    if (fingerprint(handle).keyId() != keyset.newest()) {
      throw new StoreException(
          "The newest key of the keyset %s seals nothing yet: --stage promote comes first"
              .formatted(file));
    }
    return keyset.sealingWithNewest();
  }

  private long retireUnlessNeeded(Handle handle) {
    Fingerprint.exclude(handle, database);
    Keyset keyset = promoted(handle);
    Reencryption reencryption = new Reencryption(database, keyset);
    for (SealedTable table : SealedTable.values()) {
      if (reencryption.isNeeded(handle, table)) {
        throw new StoreException(
            ("%d rows of the database %s are still sealed with an old key, and nothing would open"
                    + " them any more: --stage promote, then this again")
                .formatted(count(handle, keyset), database));
      }
    }
    long unreadable = count(handle, keyset);
    file.replace(keyset.newestAlone().text());
    return unreadable;
  }

  private static long walk(Reencryption reencryption, Map<SealedTable, Long> done) {
    long unreadable = 0;
    for (SealedTable table : SealedTable.values()) {
      Reencryption.Walk walk = reencryption.of(table);
      done.merge(table, walk.done(), Long::sum);
      unreadable += walk.unreadable();
    }
    return unreadable;
  }

  private static long count(Handle handle, Keyset keyset) {
    long rows = 0;
    for (SealedTable table : SealedTable.values()) {
      rows += table.count(handle, keyset.primary());
    }
    return rows;
  }

  /** The file's keys, which nobody else changes until the unit of work has ended. */
  private Keyset keyset(Handle handle) {
    Fingerprint.exclude(handle, database);
    return fitting(handle);
  }

  private Keyset fitting(Handle handle) {
    Ciphertext fingerprint = fingerprint(handle);
    return Keyset.parse(file.read())
        .filter(keyset -> Fingerprint.fits(keyset, fingerprint))
        .orElseThrow(() -> KeysInUse.doesNotFit(file, database));
  }

  private Ciphertext fingerprint(Handle handle) {
    return Fingerprint.find(handle).orElseThrow(() -> Sealer.noFingerprint(database));
  }

  private static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
