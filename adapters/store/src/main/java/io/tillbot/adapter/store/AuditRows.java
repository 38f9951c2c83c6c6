package io.tillbot.adapter.store;

import io.tillbot.adapter.store.AuditRow.AuditKey;
import io.tillbot.core.audit.AuditFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code audit}, within a unit of work. */
final class AuditRows {
  /** Rows that are in memory at once while all of them are gone through. */
  private static final int AT_ONCE = 500;

  private static final String SELECT =
      """
      SELECT chain, number, at, who, platform, workspace, place, channel, act, command, options,
        rules, operation, whom, outcome, took, correlation, times, previous, mac
      FROM audit
      """;

  private final Handle handle;

  AuditRows(Handle handle) {
    this.handle = handle;
  }

  boolean isEmpty() {
    return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM audit)").mapTo(Boolean.class).one();
  }

  void add(AuditLink link) {
    AuditRow row = link.row();
    handle
        .createUpdate(
            """
            INSERT INTO audit (chain, number, at, who, platform, workspace, place, channel, act,
              command, options, rules, operation, whom, outcome, took, correlation, times,
              previous, mac)
            VALUES (:chain, :number, :at, :who, :platform, :workspace, :place, :channel, :act,
              :command, :options, :rules, :operation, :whom, :outcome, :took, :correlation, :times,
              :previous, :mac)
            """)
        .bind("chain", row.key().chain())
        .bind("number", row.key().number())
        .bind("at", row.at())
        .bind("who", row.who())
        .bind("platform", row.platform())
        .bind("workspace", row.workspace())
        .bind("place", row.place())
        .bind("channel", row.channel())
        .bind("act", row.act())
        .bind("command", row.command())
        .bind("options", row.options())
        .bind("rules", row.rules())
        .bind("operation", row.operation())
        .bind("whom", row.whom())
        .bind("outcome", row.outcome())
        .bind("took", row.took())
        .bind("correlation", row.correlation())
        .bind("times", row.times())
        .bind("previous", link.previous().bytes())
        .bind("mac", link.mac().bytes())
        .execute();
  }

  /** The MAC of the row that stands there. */
  Optional<AuditMac> mac(AuditKey key) {
    return handle
        .createQuery("SELECT mac FROM audit WHERE chain = :chain AND number = :number")
        .bind("chain", key.chain())
        .bind("number", key.number())
        .mapTo(byte[].class)
        .findOne()
        .map(AuditMac::new);
  }

  List<AuditLink> newest(AuditFilter filter, int most) {
    return query(filter, "ORDER BY at DESC, number DESC, chain DESC LIMIT :most")
        .bind("most", most)
        .map(AuditRows::link)
        .list();
  }

  /** Goes through those of a time in the order of time, few of them in memory at once. */
  void eachByTime(AuditFilter filter, Consumer<AuditLink> taking) {
    each(query(filter, "ORDER BY at, chain, number"), taking);
  }

  /** Goes through all of them, chain by chain in their order, few of them in memory at once. */
  void eachByChain(Consumer<AuditLink> taking) {
    each(query(AuditFilter.everything(), "ORDER BY chain, number"), taking);
  }

  private static void each(Query query, Consumer<AuditLink> taking) {
    query.setFetchSize(AT_ONCE).map(AuditRows::link).forEach(taking);
  }

  private Query query(AuditFilter filter, String rest) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = conditions(filter, values);
    String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + "\n";
    return handle.createQuery(SELECT + where + rest).bindMap(values);
  }

  private static List<String> conditions(AuditFilter filter, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    filter
        .who()
        .ifPresent(
            who -> {
              conditions.add("who = :who");
              values.put("who", who.value());
            });
    filter
        .command()
        .ifPresent(
            command -> {
              conditions.add("(command = :command OR substr(command, 1, :length) = :parent)");
              values.put("command", command);
              values.put("parent", command + " ");
              values.put("length", command.length() + 1);
            });
    filter
        .outcome()
        .ifPresent(
            outcome -> {
              conditions.add("outcome = :outcome");
              values.put("outcome", outcome);
            });
    filter
        .rule()
        .ifPresent(
            rule -> {
              // A rule's name holds nothing that LIKE takes for more than itself.
              conditions.add("(' ' || rules) LIKE :rule");
              values.put("rule", "% " + rule + ":%");
            });
    filter
        .operation()
        .ifPresent(
            operation -> {
              conditions.add("operation = :operation");
              values.put("operation", operation.value());
            });
    filter
        .since()
        .ifPresent(
            since -> {
              conditions.add("at > :since");
              values.put("since", Millis.before(since));
            });
    filter
        .until()
        .ifPresent(
            until -> {
              conditions.add("at <= :until");
              values.put("until", Millis.before(until));
            });
    return conditions;
  }

  private static AuditLink link(ResultSet row, StatementContext context) throws SQLException {
    return new AuditLink(
        new AuditRow(
            new AuditKey(row.getString("chain"), row.getLong("number")),
            row.getLong("at"),
            row.getString("who"),
            row.getString("platform"),
            row.getString("workspace"),
            row.getString("place"),
            row.getString("channel"),
            row.getString("act"),
            row.getString("command"),
            row.getString("options"),
            row.getString("rules"),
            row.getString("operation"),
            row.getString("whom"),
            row.getString("outcome"),
            row.getLong("took"),
            row.getString("correlation"),
            row.getLong("times")),
        new AuditMac(row.getBytes("previous")),
        new AuditMac(row.getBytes("mac")));
  }
}
