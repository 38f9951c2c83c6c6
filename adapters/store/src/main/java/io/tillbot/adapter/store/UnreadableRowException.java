package io.tillbot.adapter.store;

/** One row was damaged, moved, or written by a newer version; the others are fine. */
final class UnreadableRowException extends StoreException {
  UnreadableRowException(String message) {
    super(message);
  }

  UnreadableRowException(String message, Throwable cause) {
    super(message, cause);
  }
}
