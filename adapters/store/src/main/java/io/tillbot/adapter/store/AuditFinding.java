package io.tillbot.adapter.store;

import io.tillbot.core.reply.Plain;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is not as Tillbot has written it.
 *
 * @param chain in which
 * @param from the number of the first row that it is about; 0 when it is about the whole chain
 * @param to the number of the last one
 * @param at when that row, or the one beside the gap, says that it was written
 * @param detail what else is known of it
 */
public record AuditFinding(
    Kind kind, String chain, long from, long to, Optional<Instant> at, String detail) {

  /** What was found. */
  public enum Kind {
    /** A row cannot be shown. */
    UNREADABLE("not readable: it holds what is unknown here"),
    /** A row is not what was written there. */
    CHANGED("changed: it is not what was written there"),
    /** A row was written for another place. */
    OUT_OF_ORDER("out of order: it was written for another place"),
    /** A row is Tillbot's own and does not follow the one before it: one of another copy. */
    OTHER_COPY("out of order: it belongs to another copy of the trail"),
    /** Rows before an existing one are gone. */
    MISSING("missing"),
    /** The last rows are gone. */
    CUT_OFF("cut off: rows at the end are missing"),
    /** There are more rows than were written. */
    ADDED("added: more rows than were written"),
    /** The head of a chain is gone. */
    HEAD_MISSING("the head of the chain is missing"),
    /** The head of a chain is not the one that was written last. */
    HEAD_CHANGED("the head of the chain was changed"),
    /** What was noted elsewhere is not in the trail. */
    NOTED_HEAD_DIFFERS("the trail is not the one whose head was noted"),
    /** Without the key nothing can be verified. */
    KEY_MISSING("the trail's key is missing or does not open: nothing can be verified");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For an operator. */
    public String words() {
      return words;
    }
  }

  static AuditFinding ofRow(Kind kind, AuditRow row) {
    long number = row.key().number();
    Instant at = Instant.ofEpochMilli(row.at());
    return new AuditFinding(kind, row.key().chain(), number, number, Optional.of(at), "");
  }

  static AuditFinding ofChain(Kind kind, String chain, String detail) {
    return new AuditFinding(kind, chain, 0, 0, Optional.empty(), detail);
  }

  /** One line for an operator: chain, numbers, time, what. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    if (!chain.isEmpty()) {
      line.append("chain ").append(chain);
    }
    if (from != 0 || to != 0) {
      line.append(from == to ? " row " + from : " rows " + from + " to " + to);
    }
    at.ifPresent(instant -> line.append(" (").append(instant).append(')'));
    line.append(line.isEmpty() ? "" : ": ").append(kind.words());
    // A chain's name is as somebody wrote it into the database; the operator has a terminal.
    return Plain.of(detail.isEmpty() ? line.toString() : line + " (" + detail + ")");
  }
}
