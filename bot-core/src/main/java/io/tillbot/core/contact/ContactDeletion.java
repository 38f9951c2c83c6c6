package io.tillbot.core.contact;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Memory;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.Target;
import io.tillbot.core.person.Details;
import io.tillbot.core.person.Masked;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * delete_contact. Proven by a list that lacks the contact and nobody else: get_contacts counts
 * nothing, so a list cut short would look the same.
 *
 * @param others who else was listed before
 */
record ContactDeletion(Contact contact, Set<ContactId> others)
    implements Change<WriteAnswer.ContactChanged> {
  private static final String OTHERS = "others";

  /** What was written down of it. */
  static ContactDeletion recalled(Recollection of) {
    return new ContactDeletion(
        ContactDetails.unknown(of.require(Fact.CONTACT, Recollection.id(ContactId::new))),
        Set.copyOf(of.all(OTHERS, ContactId::new)));
  }

  ContactDeletion {
    others = Set.copyOf(others);
  }

  @Override
  public Text subject() {
    return subject(contact.id());
  }

  static Text subject(ContactId contact) {
    return Text.of("contact.delete-subject", Value.data(contact.toString()));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card = Reply.card(subject()).body(Text.of("contact.delete-is-final"));
    details().name().ifPresent(name -> card.field(Text.of("field.name"), Value.data(name)));
    return card.fieldIfKnown(
        Text.of("field.email"), contact.email(), email -> Value.data(Masked.email(email)));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CONTACT, contact.id())
        .fact(Fact.PROFILE, details().fingerprint())
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Set.of(Target.contact(contact.id()));
  }

  @Override
  public Commitment commitment() {
    return Commitment.nothing();
  }

  @Override
  public Map<String, String> memory() {
    return new Memory().putAll(OTHERS, others).texts();
  }

  @Override
  public ApiResult<WriteAnswer.ContactChanged> send(BillingWrites writes) {
    return writes.deleteContact(new WriteRequest.DeleteContact(contact.id()));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.ContactChanged> told, BillingReads reads, CreditTrail trail) {
    Optional<ContactBook> found = ContactBook.whole(reads).found();
    if (found.isEmpty()) {
      return new Finding.Unproven(List.of(Text.of("unknown.reads-failed")));
    }
    ContactBook now = found.get();
    if (now.of(contact.id()).isPresent()) {
      return told.isEmpty()
          ? new Finding.NotDone("/contact delete " + contact.id())
          : new Finding.Unproven(List.of(Text.of("contact.trace-still-there")));
    }
    boolean isWhole = now.list().permissionGranted() && now.shows(others);
    return isWhole
        ? new Finding.Done(deleted())
        : new Finding.Unproven(List.of(Text.of("contact.trace-list-not-whole")));
  }

  private Reply deleted() {
    return Reply.card(Text.of("contact.deleted", id()))
        .tone(Tone.GOOD)
        .run(Text.of("button.contacts"), "/contact list")
        .build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    ContactDetails.whereToLook(card, contact.id());
  }

  private Details details() {
    return ContactDetails.of(contact);
  }

  private Value id() {
    return Value.data(contact.id().toString());
  }
}
