package io.tillbot.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code sealed}, within a unit of work. */
final class SealedRows {
  private final Handle handle;

  SealedRows(Handle handle) {
    this.handle = handle;
  }

  boolean isEmpty() {
    return handle.createQuery("SELECT count(*) FROM sealed").mapTo(Long.class).one() == 0;
  }

  Optional<SealedRow> find(String kind, String owner, String name) {
    return handle
        .createQuery(
            """
            SELECT kind, owner, name, label, body, since FROM sealed
            WHERE kind = :kind AND owner = :owner AND name = :name
            """)
        .bind("kind", kind)
        .bind("owner", owner)
        .bind("name", name)
        .map(SealedRows::row)
        .findOne();
  }

  /** The row of that place. */
  Optional<SealedRow> find(RowKey key) {
    return find(key.kind(), key.owner(), key.name());
  }

  /** Everybody's rows of that kind, one after the other. */
  void each(String kind, Consumer<SealedRow> taking) {
    handle
        .createQuery("SELECT kind, owner, name, label, body, since FROM sealed WHERE kind = :kind")
        .bind("kind", kind)
        .map(SealedRows::row)
        .forEach(taking);
  }

  /** All of the owner's rows of that kind. */
  List<SealedRow> all(String kind, String owner) {
    return handle
        .createQuery(
            """
            SELECT kind, owner, name, label, body, since FROM sealed
            WHERE kind = :kind AND owner = :owner
            """)
        .bind("kind", kind)
        .bind("owner", owner)
        .map(SealedRows::row)
        .list();
  }

  /** Everybody's rows of that kind. */
  List<SealedRow> all(String kind) {
    return handle
        .createQuery("SELECT kind, owner, name, label, body, since FROM sealed WHERE kind = :kind")
        .bind("kind", kind)
        .map(SealedRows::row)
        .list();
  }

  /** The name of the owner's row that is in use. */
  Optional<String> inUse(String kind, String owner) {
    return handle
        .createQuery("SELECT name FROM sealed WHERE kind = :kind AND owner = :owner AND in_use = 1")
        .bind("kind", kind)
        .bind("owner", owner)
        .mapTo(String.class)
        .findOne();
  }

  /** Adds the row in place of the owner's earlier one of that kind and name. */
  SealedRow put(SealedRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO sealed (kind, owner, name, label, body, since)
            VALUES (:kind, :owner, :name, :label, :body, :since)
            ON CONFLICT (kind, owner, name) DO UPDATE
            SET label = excluded.label, body = excluded.body, since = excluded.since
            """)
        .bind("kind", row.key().kind())
        .bind("owner", row.key().owner())
        .bind("name", row.key().name())
        .bind("label", row.key().label())
        .bind("body", row.body().bytes())
        .bind("since", row.since().toEpochMilli())
        .execute();
    return row;
  }

  /** Puts the row to use in place of any other; without such a row, nothing changes. */
  boolean use(String kind, String owner, String name) {
    if (find(kind, owner, name).isEmpty()) {
      return false;
    }
    // In two steps: SQLite holds each row against the unique index as it changes it.
    handle
        .createUpdate("UPDATE sealed SET in_use = 0 WHERE kind = :kind AND owner = :owner")
        .bind("kind", kind)
        .bind("owner", owner)
        .execute();
    handle
        .createUpdate(
            """
            UPDATE sealed SET in_use = 1
            WHERE kind = :kind AND owner = :owner AND name = :name
            """)
        .bind("kind", kind)
        .bind("owner", owner)
        .bind("name", name)
        .execute();
    return true;
  }

  /** Whether there was one. */
  boolean delete(String kind, String owner, String name) {
    return handle
            .createUpdate(
                "DELETE FROM sealed WHERE kind = :kind AND owner = :owner AND name = :name")
            .bind("kind", kind)
            .bind("owner", owner)
            .bind("name", name)
            .execute()
        > 0;
  }

  /** Deletes some of that kind whose owners begin so; how many they were. */
  int deleteSome(String kind, String ownersBegin, int most) {
    return handle
        .createUpdate(
            """
            DELETE FROM sealed WHERE kind = :kind AND (owner, name) IN
              (SELECT owner, name FROM sealed
               WHERE kind = :kind AND substr(owner, 1, :length) = :begin
               ORDER BY owner, name LIMIT :most)
            """)
        .bind("kind", kind)
        .bind("begin", ownersBegin)
        .bind("length", ownersBegin.length())
        .bind("most", most)
        .execute();
  }

  private static SealedRow row(ResultSet row, StatementContext context) throws SQLException {
    return new SealedRow(
        new RowKey(
            row.getString("kind"),
            row.getString("owner"),
            row.getString("name"),
            row.getString("label")),
        new Ciphertext(row.getBytes("body")),
        Instant.ofEpochMilli(row.getLong("since")));
  }
}
