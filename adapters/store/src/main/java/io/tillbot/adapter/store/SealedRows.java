package io.tillbot.adapter.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code sealed}, within a unit of work. */
final class SealedRows {
  private final Handle handle;

  SealedRows(Handle handle) {
    this.handle = handle;
  }

  boolean isEmpty() {
    return handle.createQuery("SELECT count(*) FROM sealed").mapTo(Long.class).one() == 0;
  }

  Optional<SealedRow> find(String kind, String owner) {
    return handle
        .createQuery("SELECT label, body, since FROM sealed WHERE kind = :kind AND owner = :owner")
        .bind("kind", kind)
        .bind("owner", owner)
        .map(
            (row, _) ->
                new SealedRow(
                    new RowKey(kind, owner, row.getString("label")),
                    new Ciphertext(row.getBytes("body")),
                    Instant.ofEpochMilli(row.getLong("since"))))
        .findOne();
  }

  /** Adds the row in place of the owner's earlier one of that kind. */
  SealedRow put(SealedRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO sealed (kind, owner, label, body, since)
            VALUES (:kind, :owner, :label, :body, :since)
            ON CONFLICT (kind, owner) DO UPDATE
            SET label = excluded.label, body = excluded.body, since = excluded.since
            """)
        .bind("kind", row.key().kind())
        .bind("owner", row.key().owner())
        .bind("label", row.key().label())
        .bind("body", row.body().bytes())
        .bind("since", row.since().toEpochMilli())
        .execute();
    return row;
  }

  /** Whether there was one. */
  boolean delete(String kind, String owner) {
    return handle
            .createUpdate("DELETE FROM sealed WHERE kind = :kind AND owner = :owner")
            .bind("kind", kind)
            .bind("owner", owner)
            .execute()
        > 0;
  }
}
