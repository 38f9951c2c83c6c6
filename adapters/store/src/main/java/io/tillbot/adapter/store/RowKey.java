package io.tillbot.adapter.store;

import java.util.List;

/**
 * A row of the table {@code sealed}.
 *
 * @param kind what it is, such as {@code credential}
 * @param owner whose it is
 * @param name which of the owner's; empty where it has none
 * @param label what is known of it without opening it
 */
record RowKey(String kind, String owner, String name, String label) implements SealedPlace {

  /** A name comes last, so that rows from before there were names still open. */
  @Override
  public List<String> parts() {
    return name.isEmpty()
        ? List.of("sealed", "body", kind, owner, label)
        : List.of("sealed", "body", kind, owner, label, name);
  }
}
