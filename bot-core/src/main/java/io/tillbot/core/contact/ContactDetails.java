package io.tillbot.core.contact;

import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;

/** The details of a contact, each in the order in which it is asked for. */
final class ContactDetails {
  /** Those that update_contact changes. */
  static final List<Detail> CHANGEABLE =
      List.of(Detail.EMAIL, Detail.FIRST_NAME, Detail.LAST_NAME, Detail.PHONE);

  /** Those that add_contact takes; a password is none of them. */
  static final List<Detail> NEW =
      List.of(
          Detail.EMAIL,
          Detail.FIRST_NAME,
          Detail.LAST_NAME,
          Detail.PHONE,
          Detail.COMPANY,
          Detail.ADDRESS1,
          Detail.ADDRESS2,
          Detail.CITY,
          Detail.STATE,
          Detail.POSTCODE,
          Detail.COUNTRY);

  private ContactDetails() {}

  static void whereToLook(Reply.Builder card, ContactId contact) {
    card.body(Text.of("contact.where-to-look", Value.data(contact.toString())))
        .run(Text.of("button.contacts"), "/contact list");
  }

  /** A contact of which nothing is known but the number. */
  static Contact unknown(ContactId id) {
    return new Contact(id, null, null, null, null, null, List.of());
  }

  /** What get_contacts tells, which is less than add_contact takes. */
  static Details of(Contact contact) {
    return Details.builder()
        .put(Detail.EMAIL, contact.email())
        .put(Detail.FIRST_NAME, contact.firstName())
        .put(Detail.LAST_NAME, contact.lastName())
        .put(Detail.PHONE, contact.phone())
        .put(Detail.COMPANY, contact.company())
        .build();
  }
}
