package io.tillbot.adapter.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Walks through what is sealed with other keys than a keyset's primary one, while commands run: a
 * few rows at a time, so that nobody waits for long. May be interrupted and done again.
 */
final class Reencryption {
  private static final int AT_ONCE = 50;

  private final Database database;
  private final Keyset keyset;

  /**
   * @param keyset opens what is there, and seals it anew with its primary key
   */
  Reencryption(Database database, Keyset keyset) {
    this.database = database;
    this.keyset = keyset;
  }

  /**
   * What a walk through a table has met.
   *
   * @param done rows that are sealed with the primary key now
   * @param unreadable rows that no key opens where they are
   */
  record Walk(long done, long unreadable) {
    private static final Walk NOTHING = new Walk(0, 0);

    private Walk plus(Walk other) {
      return new Walk(done + other.done, unreadable + other.unreadable);
    }
  }

  private record Step(Walk walk, List<String> last, boolean isEnd) {}

  /** Seals the table's rows anew, but for those that others have in their hands. */
  Walk of(SealedTable table) {
    Walk walk = Walk.NOTHING;
    List<String> after = table.start();
    while (true) {
      List<String> from = after;
      Step step = database.write(handle -> step(handle, table, from));
      walk = walk.plus(step.walk());
      if (step.isEnd()) {
        return walk;
      }
      after = step.last();
    }
  }

  private Step step(Handle handle, SealedTable table, List<String> after) {
    var rows = table.next(handle, database.dialect(), keyset.primary(), after, AT_ONCE);
    long done = 0;
    for (SealedTable.Body row : rows) {
      Optional<byte[]> plain = keyset.open(row.sealed(), row.place());
      if (plain.isPresent()) {
        table.replace(handle, row.key(), keyset.seal(plain.get(), row.place()));
        done++;
      }
    }
    return new Step(
        new Walk(done, rows.size() - done),
        rows.isEmpty() ? after : rows.getLast().key(),
        rows.size() < AT_ONCE);
  }

  /**
   * Whether some row of the table would not open any more with the primary key alone. Those that
   * others have in their hands count: whatever they do with them, they may end as they were.
   */
  boolean isNeeded(Handle handle, SealedTable table) {
    List<String> after = table.start();
    while (true) {
      var rows = table.nextOfAll(handle, keyset.primary(), after, AT_ONCE);
      if (rows.stream().anyMatch(row -> keyset.open(row.sealed(), row.place()).isPresent())) {
        return true;
      }
      if (rows.size() < AT_ONCE) {
        return false;
      }
      after = rows.getLast().key();
    }
  }
}
