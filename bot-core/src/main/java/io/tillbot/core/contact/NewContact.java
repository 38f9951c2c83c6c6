package io.tillbot.core.contact;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * add_contact. Its request type is documented to make a random contact unless it is right, and the
 * right one is not documented: so the contact that was made is compared with the one asked for.
 *
 * @param email of the details; nobody in the book has it
 * @param before who was there before: none of them was made, whatever number the API answers with
 */
record NewContact(Details asked, String email, ContactBook before)
    implements Change<WriteAnswer.ContactAdded> {
  private static final Set<Detail> IDENTITY =
      Set.of(Detail.EMAIL, Detail.FIRST_NAME, Detail.LAST_NAME);

  @Override
  public Text subject() {
    return Text.of("contact.add-subject", Value.data(asked.name().orElse("")));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card = Reply.card(subject());
    asked.values().forEach((detail, value) -> card.field(detail.label(), detail.inFull(value)));
    return before.list().permissionGranted() ? card : card.note(Text.of("contact.not-permitted"));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CONTACT, null)
        .fact(Fact.PROFILE, asked.fingerprint())
        .build();
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
        .filter(id -> before.of(id).isEmpty())
        .flatMap(book::of)
        .or(() -> book.of(email))
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
    card.body(Text.of("contact.where-to-look-added"))
        .run(Text.of("button.contacts"), "/contact list");
  }

  @Override
  public String toString() {
    return "NewContact[" + asked + "]";
  }
}
