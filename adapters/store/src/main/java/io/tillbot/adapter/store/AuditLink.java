package io.tillbot.adapter.store;

import io.tillbot.adapter.store.AuditRow.AuditKey;

/**
 * A row of the audit trail in its chain.
 *
 * @param previous the MAC of the row before it
 * @param mac its own, as the table has it
 */
record AuditLink(AuditRow row, AuditMac previous, AuditMac mac) {

  /** Where it stands. */
  AuditKey key() {
    return row.key();
  }

  /** Whether whoever has the key has written it, for that very place. */
  boolean isGenuine(AuditSecret secret) {
    return isOf(key(), secret);
  }

  /** Whether it was written for that place. */
  boolean isOf(AuditKey place, AuditSecret secret) {
    return secret.mac(row.at(place), previous).equals(mac);
  }
}
