package io.tillbot.adapter.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Where a sealed body is kept: a row of the table {@code sealed}.
 *
 * @param kind what it is, such as {@code credential}
 * @param owner whose it is
 * @param label what is known of it without opening it
 */
record RowKey(String kind, String owner, String label) {
  private static final String TABLE = "sealed";
  private static final String COLUMN = "body";

  /** Different for any two places: each part goes with its length. */
  byte[] associatedData() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      data.writeUTF(TABLE);
      data.writeUTF(COLUMN);
      data.writeUTF(kind);
      data.writeUTF(owner);
      data.writeUTF(label);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
