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
import io.tillbot.core.person.Edit;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * update_contact. Names and e-mail go along as they are, since the API may clear what a request
 * leaves out; a number only when it changes, since the API verifies it anew.
 *
 * @param contact before
 * @param email the address that the contact will have
 * @param line the command that would offer it again
 */
record ContactChange(Contact contact, Edit edit, String email, String line)
    implements Change<WriteAnswer.ContactChanged> {

  /**
   * What was written down of it.
   *
   * @param asked the details as they were given
   */
  static ContactChange recalled(Recollection of, Details asked, String line) {
    Edit edit = Edit.of(Details.recalled(of), asked);
    return new ContactChange(
        ContactDetails.unknown(of.require(Fact.CONTACT, Recollection.id(ContactId::new))),
        edit,
        Objects.requireNonNull(edit.merged(Detail.EMAIL)),
        line);
  }

  @Override
  public Text subject() {
    return subject(contact.id());
  }

  static Text subject(ContactId contact) {
    return Text.of("contact.edit-subject", Value.data(contact.toString()));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card = Reply.card(subject());
    edit.present().name().ifPresent(name -> card.field(Text.of("field.name"), Value.data(name)));
    edit.showDifference(card);
    return card;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.CONTACT, contact.id())
        .fact(Fact.PROFILE, edit.present().fingerprint())
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
    Memory memory = new Memory();
    edit.present().remember(memory);
    return memory.texts();
  }

  @Override
  public ApiResult<WriteAnswer.ContactChanged> send(BillingWrites writes) {
    return writes.updateContact(
        new WriteRequest.UpdateContact(
            contact.id(),
            email,
            edit.merged(Detail.FIRST_NAME),
            edit.merged(Detail.LAST_NAME),
            edit.changes().get(Detail.PHONE),
            null,
            null));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.ContactChanged> told, BillingReads reads, CreditTrail trail) {
    Optional<ContactBook> book = ContactBook.whole(reads).found();
    if (book.isEmpty()) {
      return new Finding.Unproven(List.of(Text.of("unknown.reads-failed")));
    }
    return book.get()
        .of(contact.id())
        .map(ContactDetails::of)
        .map(now -> find(now, told.isEmpty()))
        .orElseGet(() -> new Finding.Unproven(List.of(Text.of("contact.not-there"))));
  }

  private Finding find(Details now, boolean isUntold) {
    return switch (edit.progress(now)) {
      case ALL_NEW -> new Finding.Done(done(now));
      case ALL_OLD -> isUntold ? new Finding.NotDone(line) : new Finding.Unproven(edit.traces(now));
      case MIXED -> new Finding.Unproven(edit.traces(now));
    };
  }

  private Reply done(Details now) {
    Reply.Builder card = Reply.card(Text.of("contact.edited", id())).tone(Tone.GOOD);
    edit.showDone(card);
    List<Detail> others = edit.changedBesides(now);
    if (!others.isEmpty()) {
      card.tone(Tone.WARNING);
      others.forEach(detail -> card.body(Text.of("edit.changed-besides", detail.label())));
    }
    return card.run(Text.of("button.contacts"), "/contact list").build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    ContactDetails.whereToLook(card, contact.id());
  }

  private Value id() {
    return Value.data(contact.id().toString());
  }

  @Override
  public String toString() {
    return "ContactChange[" + contact + ", " + edit + "]";
  }
}
