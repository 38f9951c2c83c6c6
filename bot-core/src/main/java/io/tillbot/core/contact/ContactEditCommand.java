package io.tillbot.core.contact;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import io.tillbot.core.person.Edit;
import io.tillbot.core.person.PersonForm;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /contact edit <id>}: update_contact, after the difference was shown. */
public final class ContactEditCommand implements Handler.ChangesAccount {
  private static final OptionSpec<ContactId> ID = OptionSpec.required("id", IdType.contact());
  private static final List<OptionSpec<?>> FIELDS =
      ContactDetails.CHANGEABLE.stream().<OptionSpec<?>>map(Detail::option).toList();
  private static final CommandSpec SPEC =
      CommandSpec.write(
              "contact edit",
              Visibility.PRIVATE,
              Stream.concat(Stream.of(ID), FIELDS.stream()).toArray(OptionSpec<?>[]::new))
          .asking(FIELDS.toArray(OptionSpec<?>[]::new))
          .leadingTo("contact list");

  private ContactEditCommand() {}

  public static Command command() {
    return new Command(SPEC, new ContactEditCommand());
  }

  /** The line that gives the contact those of the details that can be changed. */
  static String line(ContactId id, Details details) {
    Map<String, String> words = new HashMap<>();
    words.put(ID.name(), id.toString());
    for (Detail detail : ContactDetails.CHANGEABLE) {
      String value = details.get(detail);
      if (value != null) {
        words.put(detail.option().name(), value);
      }
    }
    return SPEC.line(words);
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    return ContactBook.find(
        call.options().require(ID), billing, (contact, _) -> edit(call, contact));
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    ContactId id = call.options().require(ID);
    return Recalled.of(
        () -> ContactChange.recalled(recollection, given(call), again(call)),
        ContactChange.subject(id),
        card -> ContactDetails.whereToLook(card, id));
  }

  private static Details given(Call call) {
    return Details.given(call.options(), ContactDetails.CHANGEABLE);
  }

  private static String again(Call call) {
    return SPEC.line(call.options().words());
  }

  private static Preparation edit(Call call, Contact contact) {
    Details present = ContactDetails.of(contact);
    if (call.opensForm(SPEC)) {
      return new Preparation.Ended(asked(call, contact, present));
    }
    Edit edit = Edit.of(present, given(call));
    if (edit.isEmpty()) {
      return new Preparation.Ended(nothingToChange(contact));
    }
    String email = edit.merged(Detail.EMAIL);
    return email == null
        ? Preparation.refused(
            card(contact)
                .body(Text.of("edit.email-not-told"))
                .field(Text.of("field.try"), example(contact)))
        : new Preparation.Ready(new ContactChange(contact, edit, email, again(call)));
  }

  private static Outcome asked(Call call, Contact contact, Details present) {
    Reply.Builder card = card(contact).body(Text.of("edit.what-changes"));
    PersonForm.showPresent(card, ContactDetails.CHANGEABLE, present);
    return new Outcome.NeedsInput(
        card.field(Text.of("field.try"), example(contact)).build(),
        PersonForm.of(
            SPEC,
            call.options(),
            Text.of("contact.edit-title", id(contact)),
            ContactDetails.CHANGEABLE,
            Set.of(),
            present));
  }

  private static Outcome nothingToChange(Contact contact) {
    return new Outcome.Answered(
        card(contact)
            .body(Text.of("edit.nothing-to-change"))
            .run(Text.of("button.contacts"), "/contact list")
            .build());
  }

  private static Value example(Contact contact) {
    String address = Detail.EMAIL.option().type().example();
    return Value.line(line(contact.id(), Details.builder().put(Detail.EMAIL, address).build()));
  }

  private static Reply.Builder card(Contact contact) {
    return Reply.card(Text.of("contact.edit-title", id(contact)));
  }

  private static Value id(Contact contact) {
    return Value.data(contact.id().toString());
  }
}
