package io.tillbot.adapter.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;

/** The one place where the two databases do not speak the same SQL. */
enum Dialect {
  /** Writes one unit at a time, so that nothing has to be excluded. */
  SQLITE("sqlite", "SELECT name FROM sqlite_schema", "", 1) {
    @Override
    void exclude(Handle handle, String subject) {}
  },

  /** Writes many units at a time. */
  POSTGRESQL(
      "postgresql",
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()",
      "FOR UPDATE SKIP LOCKED",
      8) {
    @Override
    void exclude(Handle handle, String subject) {
      handle.execute("SELECT pg_advisory_xact_lock(?)", lockOf(subject));
    }
  };

  private static final String MIGRATIONS = "io/tillbot/adapter/store/migration/";

  private final String folder;
  private final String tables;
  private final String unlessInOtherHands;
  private final int chains;

  Dialect(String folder, String tables, String unlessInOtherHands, int chains) {
    this.folder = folder;
    this.tables = tables;
    this.unlessInOtherHands = unlessInOtherHands;
    this.chains = chains;
  }

  /** Lets one unit of work go on, of all that exclude the same, until it has ended. */
  abstract void exclude(Handle handle, String subject);

  /** Where the migrations are, on the class path. */
  String migrations() {
    return MIGRATIONS + folder;
  }

  /** The query that gives the name of every table. */
  String tables() {
    return tables;
  }

  /**
   * Ends a query that chooses rows to be swept away: of those that another unit has in its hands
   * none is waited for. Two sweeps that wait for each other's rows would never end.
   */
  String unlessInOtherHands() {
    return unlessInOtherHands;
  }

  /**
   * How many chains an audit trail is begun with: as many processes can add to it at once. Few and
   * for ever, since processes come and go by the thousands.
   */
  int chains() {
    return chains;
  }

  /** 64 bits of a hash: two subjects that share them wait for each other now and then, no more. */
  private static long lockOf(String subject) {
    return ByteBuffer.wrap(Hash.sha256(subject.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
