package io.tillbot.core.contact;

import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts, obviously made up. */
final class People {
  static final Contact ANNA = contact(7, "anna@example.com", "Anna", "Jansen", "+31201234567");
  static final Contact BEN = contact(8, "ben@example.com", "Ben", "Bakker", null);

  private People() {}

  static Contact contact(
      long id,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phone) {
    return new Contact(
        new ContactId(id),
        email,
        firstName,
        lastName,
        phone,
        null,
        List.of("contacts", "invoices"));
  }

  /** A list that the caller may see. */
  static ContactList list(Contact... contacts) {
    return new ContactList(true, List.of(contacts));
  }

  /** What the API gives those who may not see contacts. */
  static ContactList notPermitted() {
    return new ContactList(false, List.of());
  }
}
