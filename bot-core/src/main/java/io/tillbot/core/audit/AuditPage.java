package io.tillbot.core.audit;

import java.util.List;

/**
 * Rows that were looked for.
 *
 * @param records those that can be read
 * @param unreadable how many of them cannot: somebody else has written what is unknown here
 */
public record AuditPage(List<AuditRecord> records, int unreadable) {
  public AuditPage {
    records = List.copyOf(records);
  }
}
