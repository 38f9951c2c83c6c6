package io.tillbot.adapter.store;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** What binds a row of the audit trail to all rows before it: 32 bytes. Not secret. */
final class AuditMac {
  /** In bytes. */
  static final int LENGTH = 32;

  /** Before the first row. */
  static final AuditMac NONE = new AuditMac(new byte[LENGTH]);

  private final byte[] bytes;

  AuditMac(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** What {@link #toString} gave. */
  static AuditMac of(String hex) {
    return new AuditMac(HexFormat.of().parseHex(hex));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditMac mac && MessageDigest.isEqual(mac.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
