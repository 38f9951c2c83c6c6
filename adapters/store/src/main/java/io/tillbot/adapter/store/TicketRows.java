package io.tillbot.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code tickets}, within a unit of work. */
final class TicketRows {
  private final Handle handle;
  private final Dialect dialect;

  TicketRows(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  void add(TicketRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO tickets (hash, owner, purpose, expires, body)
            VALUES (:hash, :owner, :purpose, :expires, :body)
            """)
        .bind("hash", row.key().hash())
        .bind("owner", row.key().owner())
        .bind("purpose", row.key().purpose())
        .bind("expires", row.key().expires().toEpochMilli())
        .bind("body", row.body().bytes())
        .execute();
  }

  /** The row, expired or not. */
  Optional<TicketRow> find(String hash) {
    return handle
        .createQuery("SELECT hash, owner, purpose, expires, body FROM tickets WHERE hash = :hash")
        .bind("hash", hash)
        .map(TicketRows::row)
        .findOne();
  }

  /** Deletes the row and gives it, if it is that owner's, for that purpose, and live. */
  Optional<TicketRow> take(String hash, String owner, String purpose, Instant now) {
    return handle
        .createQuery(
            """
            DELETE FROM tickets
            WHERE hash = :hash AND owner = :owner AND purpose = :purpose AND expires > :now
            RETURNING hash, owner, purpose, expires, body
            """)
        .bind("hash", hash)
        .bind("owner", owner)
        .bind("purpose", purpose)
        .bind("now", now.toEpochMilli())
        .map(TicketRows::row)
        .findOne();
  }

  /** The newest of the owner's live rows for that purpose. */
  Optional<TicketRow> newest(String owner, String purpose, Instant now) {
    return handle
        .createQuery(
            """
            SELECT hash, owner, purpose, expires, body FROM tickets
            WHERE owner = :owner AND purpose = :purpose AND expires > :now
            ORDER BY number DESC LIMIT 1
            """)
        .bind("owner", owner)
        .bind("purpose", purpose)
        .bind("now", now.toEpochMilli())
        .map(TicketRows::row)
        .findOne();
  }

  /** Deletes all of the owner's rows for that purpose, and gives the newest live one. */
  Optional<TicketRow> takeAll(String owner, String purpose, Instant now) {
    return handle
        .createQuery(
            """
            DELETE FROM tickets WHERE owner = :owner AND purpose = :purpose
            RETURNING number, hash, owner, purpose, expires, body
            """)
        .bind("owner", owner)
        .bind("purpose", purpose)
        .map((row, context) -> Map.entry(row.getLong("number"), row(row, context)))
        .list()
        .stream()
        .filter(entry -> now.isBefore(entry.getValue().key().expires()))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  /** Deletes expired rows, the oldest first. */
  void sweep(Instant now, int most) {
    handle
        .createUpdate(
            """
            DELETE FROM tickets WHERE number IN
              (SELECT number FROM tickets WHERE expires <= :now ORDER BY expires LIMIT :most
               <unlessInOtherHands>)
            """)
        .define("unlessInOtherHands", dialect.unlessInOtherHands())
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .execute();
  }

  /** Deletes all of the owner's rows that are older than so many live ones. */
  void keepNewest(String owner, Instant now, int most) {
    handle
        .createUpdate(
            """
            DELETE FROM tickets WHERE number IN
              (SELECT number FROM tickets WHERE owner = :owner AND number <=
                (SELECT number FROM tickets WHERE owner = :owner AND expires > :now
                 ORDER BY number DESC LIMIT 1 OFFSET :most)
               <unlessInOtherHands>)
            """)
        .define("unlessInOtherHands", dialect.unlessInOtherHands())
        .bind("owner", owner)
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .execute();
  }

  /** Deletes some whose owners begin so; how many they were. */
  int erase(String ownersBegin, int most) {
    return handle
        .createUpdate(
            """
            DELETE FROM tickets WHERE number IN
              (SELECT number FROM tickets WHERE substr(owner, 1, :length) = :begin
               ORDER BY number LIMIT :most)
            """)
        .bind("begin", ownersBegin)
        .bind("length", ownersBegin.length())
        .bind("most", most)
        .execute();
  }

  private static TicketRow row(ResultSet row, StatementContext context) throws SQLException {
    return new TicketRow(
        new TicketKey(
            row.getString("hash"),
            row.getString("owner"),
            row.getString("purpose"),
            Instant.ofEpochMilli(row.getLong("expires"))),
        new Ciphertext(row.getBytes("body")));
  }
}
