package io.tillbot.app.cli;

import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * Writes rows of the audit trail to a stream, as they come.
 *
 * @see io.tillbot.core.audit.AuditEntry what they mean
 */
interface AuditExport extends Closeable {
  /** The columns' names, in their order. */
  List<String> COLUMNS =
      List.of(
          "at",
          "chain",
          "number",
          "who",
          "platform",
          "workspace",
          "place",
          "channel",
          "act",
          "command",
          "options",
          "rules",
          "operation",
          "whom",
          "outcome",
          "milliseconds",
          "correlation",
          "times");

  /**
   * Writes one row.
   *
   * @throws java.io.UncheckedIOException when nobody takes it
   */
  void write(AuditRecord record);

  /** As the store has it. */
  static String who(Actor who) {
    return switch (who) {
      case Actor.Known(var pseudonym) -> pseudonym.value();
      case Actor.Bot _ -> "bot";
      case Actor.Strangers _ -> "strangers";
      case Actor.Person _ -> throw new IllegalStateException("a row that is kept names nobody");
    };
  }

  /**
   * Fails when what was written did not get through, as when a pipe's reader has gone.
   *
   * @throws IOException then
   */
  static void check(PrintStream out) throws IOException {
    if (out.checkError()) {
      throw new IOException("standard output cannot be written");
    }
  }
}
