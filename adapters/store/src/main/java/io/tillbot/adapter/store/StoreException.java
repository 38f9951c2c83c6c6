package io.tillbot.adapter.store;

/**
 * The store cannot be opened or used. The message says what is wrong and what to do about it, is
 * fit for an operator's terminal, and never holds a credential.
 */
public sealed class StoreException extends RuntimeException permits UnreadableRowException {
  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
