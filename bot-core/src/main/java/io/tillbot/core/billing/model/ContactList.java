package io.tillbot.core.billing.model;

import java.util.List;

/**
 * An answer of get_contacts.
 *
 * @param permissionGranted whether the caller may see the contacts at all
 */
public record ContactList(boolean permissionGranted, List<Contact> contacts) {
  public ContactList {
    contacts = List.copyOf(contacts);
  }
}
