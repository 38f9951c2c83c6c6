package io.tillbot.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code deliveries}, within a unit of work. */
final class DeliveryRows {
  /** What a row has left whose body somebody has erased before its end: it does not open. */
  private static final byte[] NOTHING = {};

  private final Handle handle;
  private final Dialect dialect;

  DeliveryRows(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /** Whether it was new. */
  boolean add(DeliveryRow row, long now) {
    return handle
            .createUpdate(
                """
                INSERT INTO deliveries (key, tries, received, lease, operation, body)
                VALUES (:key, :tries, :received, :lease, :operation, :body)
                ON CONFLICT (key) DO NOTHING
                """)
            .bind("key", row.key().key())
            .bind("tries", row.tries())
            .bind("received", now)
            .bind("lease", row.lease())
            .bind("operation", row.operation())
            .bind("body", row.body().bytes())
            .execute()
        > 0;
  }

  boolean isThere(String key) {
    return handle
        .createQuery("SELECT 1 FROM deliveries WHERE key = :key")
        .bind("key", key)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether it was still as it was found. */
  boolean takeAgain(String key, int tries, long lease, long newLease) {
    return handle
            .createUpdate(
                """
                UPDATE deliveries SET tries = tries + 1, lease = :newLease
                WHERE key = :key AND tries = :tries AND lease = :lease AND ended IS NULL
                """)
            .bind("key", key)
            .bind("tries", tries)
            .bind("lease", lease)
            .bind("newLease", newLease)
            .execute()
        > 0;
  }

  void setOperation(String key, String operation) {
    handle
        .createUpdate("UPDATE deliveries SET operation = :operation WHERE key = :key")
        .bind("key", key)
        .bind("operation", operation)
        .execute();
  }

  /** Whether it was taken up so many times and had not ended; what was received is dropped. */
  boolean end(String key, int tries, long now) {
    return handle
            .createUpdate(
                """
                UPDATE deliveries SET ended = :now, body = NULL
                WHERE key = :key AND tries = :tries AND ended IS NULL
                """)
            .bind("key", key)
            .bind("tries", tries)
            .bind("now", now)
            .execute()
        > 0;
  }

  List<DeliveryRow> expired(String keysBegin, long now, int most) {
    return handle
        .createQuery(
            """
            SELECT key, tries, lease, operation, body FROM deliveries
            WHERE ended IS NULL AND lease <= :now AND key LIKE :keys
            ORDER BY lease, key LIMIT :most
            """)
        .bind("keys", keysBegin + "%")
        .bind("now", now)
        .bind("most", most)
        .map(DeliveryRows::row)
        .list();
  }

  List<DeliveryRow> waiting(String keysBegin, String after, int most) {
    return handle
        .createQuery(
            """
            SELECT key, tries, lease, operation, body FROM deliveries
            WHERE ended IS NULL AND key LIKE :keys AND key > :after
            ORDER BY key LIMIT :most
            """)
        .bind("keys", keysBegin + "%")
        .bind("after", after)
        .bind("most", most)
        .map(DeliveryRows::row)
        .list();
  }

  /** Deletes ended rows, the oldest first. */
  int forget(long endedUntil, int most) {
    return handle
        .createUpdate(
            """
            DELETE FROM deliveries WHERE key IN
              (SELECT key FROM deliveries WHERE ended <= :until ORDER BY ended LIMIT :most
               <unlessInOtherHands>)
            """)
        .define("unlessInOtherHands", dialect.unlessInOtherHands())
        .bind("until", endedUntil)
        .bind("most", most)
        .execute();
  }

  private static DeliveryRow row(ResultSet row, StatementContext context) throws SQLException {
    byte[] body = row.getBytes("body");
    return new DeliveryRow(
        new DeliveryKey(row.getString("key")),
        row.getInt("tries"),
        row.getLong("lease"),
        row.getString("operation"),
        new Ciphertext(body == null ? NOTHING : body));
  }
}
