package io.tillbot.adapter.sandbox.book;

import java.util.Set;

/**
 * An additional contact of a client.
 *
 * @param key its number, unique everywhere
 * @param client whose contact it is
 * @param permissions what it may see: {@code contacts}, {@code invoices} and the like
 */
public record Contact(
    Integer key,
    ClientKey client,
    String email,
    String firstName,
    String lastName,
    String phone,
    String company,
    Address address,
    Set<String> permissions)
    implements Entity {

  public Contact {
    permissions = Set.copyOf(permissions);
  }

  @Override
  public ClientKey owner() {
    return client;
  }

  @Override
  public String toString() {
    return "Contact[" + key + ", ***]";
  }
}
