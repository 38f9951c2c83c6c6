package io.tillbot.adapter.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Where a sealed body is kept; what is moved to another place does not open there. */
sealed interface SealedPlace permits RowKey, TicketKey, OperationKey, DeliveryKey {

  /** Table, column, and what tells the row apart: no two places have the same. */
  List<String> parts();

  /** Different for any two places: each part goes with its length. */
  default byte[] associatedData() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      for (String part : parts()) {
        data.writeUTF(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
