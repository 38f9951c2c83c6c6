package io.tillbot.adapter.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code audit} before it is bound to its chain. Texts are as the table has
 * them.
 *
 * @param at in milliseconds since 1970, UTC
 * @param took in milliseconds
 */
record AuditRow(
    AuditKey key,
    long at,
    String who,
    @Nullable String platform,
    @Nullable String workspace,
    @Nullable String place,
    @Nullable String channel,
    String act,
    String command,
    String options,
    String rules,
    @Nullable String operation,
    @Nullable String whom,
    String outcome,
    long took,
    @Nullable String correlation,
    long times) {

  /** Where a row stands. */
  record AuditKey(String chain, long number) {}

  /** The same row standing elsewhere. */
  AuditRow at(AuditKey other) {
    return new AuditRow(
        other,
        at,
        who,
        platform,
        workspace,
        place,
        channel,
        act,
        command,
        options,
        rules,
        operation,
        whom,
        outcome,
        took,
        correlation,
        times);
  }

  /** Every column by its name; what is empty is left out. */
  Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>();
    columns.put("chain", key.chain());
    columns.put("number", Long.toString(key.number()));
    columns.put("at", Long.toString(at));
    columns.put("who", who);
    put(columns, "platform", platform);
    put(columns, "workspace", workspace);
    put(columns, "place", place);
    put(columns, "channel", channel);
    columns.put("act", act);
    columns.put("command", command);
    columns.put("options", options);
    columns.put("rules", rules);
    put(columns, "operation", operation);
    put(columns, "whom", whom);
    columns.put("outcome", outcome);
    columns.put("took", Long.toString(took));
    put(columns, "correlation", correlation);
    columns.put("times", Long.toString(times));
    return columns;
  }

  private static void put(Map<String, String> columns, String name, @Nullable String text) {
    if (text != null) {
      columns.put(name, text);
    }
  }
}
