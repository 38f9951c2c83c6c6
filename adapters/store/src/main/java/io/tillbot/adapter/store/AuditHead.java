package io.tillbot.adapter.store;

import io.tillbot.core.audit.ChainHead;
import java.util.Map;

/**
 * How far a chain has come.
 *
 * @param count how many rows it has
 * @param mac of the last one
 */
record AuditHead(String chain, long count, AuditMac mac) {
  static final String KIND = "audit-head";

  private static final String COUNT = "count";
  private static final String MAC = "mac";

  /** Of a chain without rows. */
  static AuditHead first(String chain) {
    return new AuditHead(chain, 0, AuditMac.NONE);
  }

  /** Where the head of a chain is sealed. */
  static RowKey place(String chain) {
    return new RowKey(KIND, "", chain, "");
  }

  /** What {@link #encode} gave. */
  static AuditHead decode(String chain, byte[] bytes) {
    Map<String, String> facts = Facts.decode(bytes);
    try {
      return new AuditHead(
          chain,
          Long.parseLong(facts.getOrDefault(COUNT, "")),
          AuditMac.of(facts.getOrDefault(MAC, "")));
    } catch (IllegalArgumentException e) {
      throw new StoreException("The head of an audit chain has a form that is unknown here", e);
    }
  }

  /** To be sealed. */
  byte[] encode() {
    return Facts.encode(Map.of(COUNT, Long.toString(count), MAC, mac.toString()));
  }

  /** As it may be shown. */
  ChainHead shown() {
    return new ChainHead(chain, count, mac.toString());
  }
}
