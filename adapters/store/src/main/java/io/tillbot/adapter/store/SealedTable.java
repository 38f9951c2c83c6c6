package io.tillbot.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The tables whose column {@code body} is sealed, and for which place each of their rows is. One
 * that is missing here would not open any more once keys were rotated; a test compares them with
 * the database.
 */
enum SealedTable {
  SEALED("sealed", "kind, owner, name", "label") {
    @Override
    SealedPlace place(ResultSet row) throws SQLException {
      return new RowKey(
          row.getString("kind"),
          row.getString("owner"),
          row.getString("name"),
          row.getString("label"));
    }
  },

  TICKETS("tickets", "hash", "owner, purpose, expires") {
    @Override
    SealedPlace place(ResultSet row) throws SQLException {
      return new TicketKey(
          row.getString("hash"),
          row.getString("owner"),
          row.getString("purpose"),
          Instant.ofEpochMilli(row.getLong("expires")));
    }
  },

  OPERATIONS("operations", "id", "owner, account") {
    @Override
    SealedPlace place(ResultSet row) throws SQLException {
      return new OperationKey(
          row.getString("id"), row.getString("owner"), row.getString("account"));
    }
  },

  DELIVERIES("deliveries", "key", "key") {
    @Override
    SealedPlace place(ResultSet row) throws SQLException {
      return new DeliveryKey(row.getString("key"));
    }
  };

  /**
   * A row's body and where it is kept.
   *
   * @param key what tells it apart in its table
   */
  record Body(List<String> key, SealedPlace place, Ciphertext sealed) {}

  private final String table;
  private final String key;
  private final String others;

  /**
   * @param key the columns of text, parted by commas, that tell a row apart; never all empty
   * @param others the columns of what else its place is made of
   */
  SealedTable(String table, String key, String others) {
    this.table = table;
    this.key = key;
    this.others = others;
  }

  abstract SealedPlace place(ResultSet row) throws SQLException;

  /** Before every row. */
  List<String> start() {
    return Collections.nCopies(columns().size(), "");
  }

  /**
   * The next rows that are sealed with another key, in the order of what tells them apart. Rows
   * that another unit of work has in its hands are passed over; the others stay as they are until
   * this one has ended.
   */
  List<Body> next(Handle handle, Dialect dialect, int notWith, List<String> after, int most) {
    return rows(handle, dialect.unlessInOtherHands(), notWith, after, most);
  }

  /** The same with those in other hands as well, as they were before; nothing is held. */
  List<Body> nextOfAll(Handle handle, int notWith, List<String> after, int most) {
    return rows(handle, "", notWith, after, most);
  }

  private List<Body> rows(
      Handle handle, String holding, int notWith, List<String> after, int most) {
    var query =
        handle
            .createQuery(
                """
                SELECT <key>, <others>, body FROM <table>
                WHERE body IS NOT NULL AND substr(body, 1, :length) <> :prefix
                  AND (<key>) > (<after>)
                ORDER BY <key> LIMIT :most <holding>
                """)
            .define("others", others)
            .define("table", table)
            .define("key", key)
            .define("after", parameters())
            .define("holding", holding)
            .bind("most", most);
    bindPrefix(query, notWith);
    bindKey(query, after);
    return query
        .map((row, _) -> new Body(keyOf(row), place(row), new Ciphertext(row.getBytes("body"))))
        .list();
  }

  /** Puts another body into a row. */
  void replace(Handle handle, List<String> row, Ciphertext body) {
    var update =
        handle
            .createUpdate("UPDATE <table> SET body = :body WHERE (<key>) = (<row>)")
            .define("table", table)
            .define("key", key)
            .define("row", parameters())
            .bind("body", body.bytes());
    bindKey(update, row);
    update.execute();
  }

  /** How many rows are sealed with another key. */
  long count(Handle handle, int notWith) {
    var query =
        handle
            .createQuery(
                """
                SELECT count(*) FROM <table>
                WHERE body IS NOT NULL AND substr(body, 1, :length) <> :prefix
                """)
            .define("table", table);
    bindPrefix(query, notWith);
    return query.mapTo(Long.class).one();
  }

  /** The table's name. */
  @Override
  public String toString() {
    return table;
  }

  private List<String> columns() {
    return List.of(key.split(", ", -1));
  }

  private String parameters() {
    return ":" + key.replace(", ", ", :");
  }

  private List<String> keyOf(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (String column : columns()) {
      values.add(row.getString(column));
    }
    return List.copyOf(values);
  }

  private void bindKey(SqlStatement<?> statement, List<String> values) {
    for (int n = 0; n < values.size(); n++) {
      statement.bind(columns().get(n), values.get(n));
    }
  }

  private static void bindPrefix(SqlStatement<?> statement, int keyId) {
    byte[] prefix = Ciphertext.prefix(keyId);
    statement.bind("prefix", prefix).bind("length", prefix.length);
  }
}
