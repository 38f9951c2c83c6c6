package io.tillbot.adapter.store;

import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.operation.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code operations}, within a unit of work. */
final class OperationRows {
  private static final String SELECT =
      """
      SELECT id, version, owner, account, command, targets, commitment, amount, currency,
        due, holder, tries, history, body
      FROM operations
      """;

  private final Handle handle;
  private final Dialect dialect;

  OperationRows(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /** Whether it was new. */
  boolean add(OperationRow row, Passages passages) {
    Update insert =
        handle
            .createUpdate(
                """
                INSERT INTO operations (id, version, owner, account, client, command, targets, commitment,
                  amount, currency, state, since, due, holder, tries, history, proposed, confirmed,
                  sent, body)
                VALUES (:id, :version, :owner, :account, :client, :command, :targets, :commitment,
                  :amount, :currency, :state, :since, :due, :holder, :tries, :history, :proposed,
                  :confirmed, :sent, :body)
                ON CONFLICT (id) DO NOTHING
                """)
            .bind("command", row.command())
            .bind("targets", row.targets())
            .bind("commitment", row.commitment())
            .bind("amount", row.amount())
            .bind("currency", row.currency())
            .bind("proposed", passages.proposed());
    return bindWhatChanges(insert, row, passages).execute() > 0;
  }

  Optional<OperationRow> find(String id) {
    return handle
        .createQuery(SELECT + "WHERE id = :id")
        .bind("id", id)
        .map(OperationRows::row)
        .findOne();
  }

  /**
   * Replaces what changes in a row that still has the version, unless it would be the second of its
   * client that is being sent.
   */
  boolean replace(OperationRow row, Passages passages) {
    if (passages.state() == State.SENDING) {
      // What another unit is about to commit cannot be seen; after it, it can.
      dialect.exclude(handle, "sending/" + row.key().client());
    }
    Update update =
        handle.createUpdate(
            """
            UPDATE operations
            SET version = version + 1, state = :state, since = :since, due = :due,
              holder = :holder, tries = :tries, history = :history, confirmed = :confirmed,
              sent = :sent, body = :body
            WHERE id = :id AND version = :version AND owner = :owner AND account = :account
              AND NOT (:state = 'SENDING' AND EXISTS
                (SELECT 1 FROM operations AS other
                 WHERE other.client = :client AND other.state = 'SENDING' AND other.id <> :id))
            """);
    return bindWhatChanges(update, row, passages).execute() > 0;
  }

  List<OperationRow> open(String client) {
    return list(
        query("WHERE client = :client AND state IN ('SENDING', 'UNKNOWN') ORDER BY proposed, id")
            .bind("client", client));
  }

  List<OperationRow> sentAfter(String client, long millis) {
    return list(
        query("WHERE client = :client AND sent > :millis ORDER BY sent, id")
            .bind("client", client)
            .bind("millis", millis));
  }

  List<OperationRow> confirmedAfter(String owner, long millis) {
    return list(
        query("WHERE owner = :owner AND confirmed > :millis ORDER BY confirmed, id")
            .bind("owner", owner)
            .bind("millis", millis));
  }

  List<OperationRow> due(long now, int most) {
    return list(
        query("WHERE due <= :now ORDER BY due, id LIMIT :most")
            .bind("now", now)
            .bind("most", most));
  }

  /** Everybody's when no owner is named. */
  List<OperationRow> newest(Optional<String> owner, Set<State> states, int most) {
    if (states.isEmpty()) {
      return List.of();
    }
    String whose = owner.isPresent() ? "owner = :owner AND " : "";
    Query query =
        query("WHERE " + whose + "state IN (<states>) ORDER BY proposed DESC, id DESC LIMIT :most")
            .bindList("states", names(states))
            .bind("most", most);
    owner.ifPresent(name -> query.bind("owner", name));
    return list(query);
  }

  /** Some whose owners begin so, and are not pseudonyms. */
  List<OperationRow> named(String ownersBegin, Set<State> states, int most) {
    return list(
        query(
                """
                WHERE substr(owner, 1, :length) = :begin AND state IN (<states>)
                  AND substr(owner, :length + 1, :pseudonym) <> :pseudonyms
                ORDER BY proposed, id LIMIT :most
                """)
            .bindList("states", names(states))
            .bind("begin", ownersBegin)
            .bind("length", ownersBegin.length())
            .bind("pseudonym", Pseudonym.PREFIX.length())
            .bind("pseudonyms", Pseudonym.PREFIX)
            .bind("most", most));
  }

  /** Gives a row that still has the version to another owner. */
  boolean handOver(OperationRow row, String from) {
    return handle
            .createUpdate(
                """
                UPDATE operations
                SET version = version + 1, owner = :owner, due = :due, holder = :holder, body = :body
                WHERE id = :id AND version = :version AND owner = :from AND account = :account
                """)
            .bind("id", row.key().id())
            .bind("version", row.version())
            .bind("from", from)
            .bind("owner", row.key().owner())
            .bind("account", row.key().account())
            .bind("due", row.due())
            .bind("holder", row.holder())
            .bind("body", row.body().bytes())
            .execute()
        > 0;
  }

  /** Deletes ended rows that were never confirmed, the oldest first. */
  int forgetUnconfirmed(long endedUntil, int most) {
    Set<State> ends = EnumSet.noneOf(State.class);
    Stream.of(State.values()).filter(State::isEnd).forEach(ends::add);
    return handle
        .createUpdate(
            """
            DELETE FROM operations WHERE id IN
              (SELECT id FROM operations
               WHERE confirmed IS NULL AND since <= :until AND state IN (<ends>)
               ORDER BY since LIMIT :most <unlessInOtherHands>)
            """)
        .define("unlessInOtherHands", dialect.unlessInOtherHands())
        .bindList("ends", names(ends))
        .bind("until", endedUntil)
        .bind("most", most)
        .execute();
  }

  private Query query(String rest) {
    return handle.createQuery(SELECT + rest);
  }

  private static List<OperationRow> list(Query query) {
    return query.map(OperationRows::row).list();
  }

  private static List<String> names(Set<State> states) {
    return states.stream().map(State::name).sorted().toList();
  }

  private static Update bindWhatChanges(Update update, OperationRow row, Passages passages) {
    return update
        .bind("id", row.key().id())
        .bind("owner", row.key().owner())
        .bind("account", row.key().account())
        .bind("client", row.key().client())
        .bind("version", row.version())
        .bind("state", passages.state().name())
        .bind("since", passages.since())
        .bind("due", row.due())
        .bind("holder", row.holder())
        .bind("tries", row.tries())
        .bind("history", row.history())
        .bind("confirmed", passages.confirmed())
        .bind("sent", passages.sent())
        .bind("body", row.body().bytes());
  }

  private static OperationRow row(ResultSet row, StatementContext context) throws SQLException {
    return new OperationRow(
        new OperationKey(row.getString("id"), row.getString("owner"), row.getString("account")),
        row.getLong("version"),
        row.getString("command"),
        row.getString("targets"),
        row.getString("commitment"),
        row.getString("amount"),
        row.getString("currency"),
        number(row, "due"),
        row.getString("holder"),
        row.getInt("tries"),
        row.getString("history"),
        new Ciphertext(row.getBytes("body")));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
