package io.tillbot.adapter.billing;

/**
 * The number that stands for a server where the document is of two minds ("Server ID (relid)",
 * "Server ID (account_id)"): the server's id or its billing account's, as {@link
 * Dialect#serverNumber()} says.
 */
record ServerNumber(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
