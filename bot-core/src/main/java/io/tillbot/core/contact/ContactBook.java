package io.tillbot.core.contact;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** get_contacts, and whom it shows. Prints nothing of what it holds. */
record ContactBook(ContactList list) {

  /** Every contact that the caller may see. */
  static ApiResult<ContactBook> whole(BillingReads reads) {
    return reads.getContacts(new ReadRequest.GetContacts(null)).map(ContactBook::new);
  }

  /**
   * A book that shows the contact of that address if any does. Asked by an address the API leaves
   * out contacts that lack a right, so one that is not shown is looked up in the whole list.
   */
  static ApiResult<ContactBook> about(String email, BillingReads reads) {
    return reads
        .getContacts(new ReadRequest.GetContacts(email))
        .map(ContactBook::new)
        .then(
            filtered ->
                filtered.of(email).isPresent() ? new ApiResult.Done<>(filtered) : whole(reads));
  }

  /** Goes on with the contact of that number, or ends with the card that says why not. */
  static Preparation find(
      ContactId id, BillingReads reads, BiFunction<Contact, ContactBook, Preparation> next) {
    return Preparation.of(
        whole(reads),
        book ->
            book.of(id)
                .map(contact -> next.apply(contact, book))
                .orElseGet(() -> Preparation.refused(book.notThere(id))));
  }

  /** The contact of that number. */
  Optional<Contact> of(ContactId id) {
    return list.contacts().stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  /** The contact of that address, in whatever case. */
  Optional<Contact> of(String email) {
    return list.contacts().stream()
        .filter(contact -> email.equalsIgnoreCase(contact.email()))
        .findFirst();
  }

  /** Everyone's numbers. */
  Set<ContactId> everyone() {
    return ids().collect(Collectors.toUnmodifiableSet());
  }

  /** Everyone else's numbers. */
  Set<ContactId> allBut(Contact contact) {
    return ids().filter(id -> !id.equals(contact.id())).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether all of them are there. */
  boolean shows(Set<ContactId> contacts) {
    return ids().collect(Collectors.toSet()).containsAll(contacts);
  }

  private Stream<ContactId> ids() {
    return list.contacts().stream().map(Contact::id);
  }

  private Reply.Builder notThere(ContactId id) {
    Reply.Builder card =
        Reply.card(Text.of("contact.title", Value.data(id.toString())))
            .body(
                list.permissionGranted()
                    ? Text.of("contact.not-there")
                    : Text.of("contact.not-permitted"));
    return card.run(Text.of("button.contacts"), "/contact list");
  }

  @Override
  public String toString() {
    return "ContactBook[]";
  }
}
