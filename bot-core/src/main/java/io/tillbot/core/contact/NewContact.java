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
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * add_contact. Its request type is documented to make a random contact unless it is right, and the
 * right one is not documented: so the contact that was made is compared with the one asked for.
 *
 * @param email of the details; nobody who was seen before has it
 */
record NewContact(Details asked, String email, Before before)
    implements Change<WriteAnswer.ContactAdded> {
  private static final String KNOWN = "known-contacts";
  private static final String VIEW = "view";
  private static final Set<Detail> IDENTITY =
      Set.of(Detail.EMAIL, Detail.FIRST_NAME, Detail.LAST_NAME);

  /** Whether the caller may see the contacts. */
  enum View {
    GRANTED,
    DENIED
  }

  /**
   * Who was there before: none of them was made, whatever number the API answers with. Where nobody
   * could be seen, who is seen later may have been there.
   */
  record Before(Set<ContactId> known, View view) {
    Before {
      known = Set.copyOf(known);
    }

    static Before of(ContactBook book) {
      return new Before(
          book.everyone(), book.list().permissionGranted() ? View.GRANTED : View.DENIED);
    }
  }

  /** What was written down of it. */
  static NewContact recalled(Recollection of, Details asked, String email) {
    return new NewContact(
        asked,
        email,
        new Before(Set.copyOf(of.all(KNOWN, ContactId::new)), of.require(VIEW, View::valueOf)));
  }

  @Override
  public Text subject() {
    return subject(asked);
  }

  static Text subject(Details asked) {
    return Text.of("contact.add-subject", Value.data(asked.name().orElse("")));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card = Reply.card(subject());
    asked.values().forEach((detail, value) -> card.field(detail.label(), detail.inFull(value)));
    return before.view() == View.GRANTED ? card : card.note(Text.of("contact.not-permitted"));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CONTACT, null)
        .fact(Fact.PROFILE, asked.fingerprint())
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Set.of(Target.all(Target.Kind.CONTACT));
  }

  @Override
  public Commitment commitment() {
    return Commitment.nothing();
  }

  @Override
  public Map<String, String> memory() {
    return new Memory().putAll(KNOWN, before.known()).put(VIEW, before.view()).texts();
  }

  @Override
  public ApiResult<WriteAnswer.ContactAdded> send(BillingWrites writes) {
    return writes.addContact(
        new WriteRequest.AddContact(
            asked.get(Detail.FIRST_NAME),
            asked.get(Detail.LAST_NAME),
            email,
            null,
            null,
            asked.get(Detail.PHONE),
            asked.get(Detail.COMPANY),
            asked.get(Detail.ADDRESS1),
            asked.get(Detail.ADDRESS2),
            asked.get(Detail.CITY),
            asked.get(Detail.STATE),
            asked.get(Detail.POSTCODE),
            asked.get(Detail.COUNTRY),
            null));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.ContactAdded> told, BillingReads reads, CreditTrail trail) {
    Optional<ContactBook> found = ContactBook.about(email, reads).found();
    if (found.isEmpty()) {
      return new Finding.Unproven(List.of(Text.of("unknown.reads-failed")));
    }
    ContactBook book = found.get();
    return told.map(WriteAnswer.ContactAdded::contact)
        .filter(id -> !before.known().contains(id))
        .flatMap(book::of)
        .or(() -> before.view() == View.GRANTED ? book.of(email) : Optional.empty())
        .<Finding>map(made -> new Finding.Done(card(made)))
        .orElseGet(() -> new Finding.Unproven(List.of(Text.of("contact.trace-absent"))));
  }

  private Reply card(Contact made) {
    List<Detail> others = differences(ContactDetails.of(made));
    Value id = Value.data(made.id().toString());
    Reply.Builder card =
        others.isEmpty()
            ? Reply.card(Text.of("contact.added", id)).tone(Tone.GOOD)
            : Reply.card(Text.of("contact.made-otherwise", id))
                .tone(Tone.WARNING)
                .body(Text.of("contact.made-otherwise-what-to-do"))
                .run(Text.of("button.contact-edit", id), ContactEditCommand.line(made.id(), asked));
    others.forEach(detail -> card.field(detail.label(), Text.of("contact.is-otherwise")));
    return card.run(Text.of("button.contacts"), "/contact list").build();
  }

  /** What is told otherwise; who has it, and by what name, must be told. */
  private List<Detail> differences(Details made) {
    return asked.values().keySet().stream()
        .filter(detail -> made.has(detail) || IDENTITY.contains(detail))
        .filter(detail -> !asked.agrees(detail, made))
        .toList();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    lookAtContacts(card);
  }

  /** Where any new contact is seen. */
  static void lookAtContacts(Reply.Builder card) {
    card.body(Text.of("contact.where-to-look-added"))
        .run(Text.of("button.contacts"), "/contact list");
  }

  @Override
  public String toString() {
    return "NewContact[" + asked + "]";
  }
}
