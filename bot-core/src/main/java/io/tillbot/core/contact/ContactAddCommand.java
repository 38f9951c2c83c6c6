package io.tillbot.core.contact;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Details;
import io.tillbot.core.person.PersonForm;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /contact add}: add_contact, never with a password. */
public final class ContactAddCommand implements Handler.ChangesAccount {
  private static final Set<Detail> REQUIRED = EnumSet.of(Detail.EMAIL, Detail.FIRST_NAME);
  private static final OptionSpec<?>[] OPTIONS =
      ContactDetails.NEW.stream().map(Detail::option).toArray(OptionSpec<?>[]::new);
  private static final CommandSpec SPEC =
      CommandSpec.write("contact add", Visibility.PRIVATE, OPTIONS)
          .asking(OPTIONS)
          .leadingTo("contact list");

  private ContactAddCommand() {}

  public static Command command() {
    return new Command(SPEC, new ContactAddCommand());
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    Details asked = Details.given(call.options(), ContactDetails.NEW);
    String email = asked.get(Detail.EMAIL);
    if (email == null || !asked.has(Detail.FIRST_NAME)) {
      return call.stage() == Call.Stage.TYPED
          ? new Preparation.Ended(asked(call))
          : Preparation.refused(incomplete());
    }
    return Preparation.of(
        ContactBook.about(email, billing),
        book ->
            book.of(email)
                .map(ContactAddCommand::alreadyThere)
                .orElseGet(
                    () ->
                        new Preparation.Ready(
                            new NewContact(asked, email, NewContact.Before.of(book)))));
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    Details asked = Details.given(call.options(), ContactDetails.NEW);
    return Recalled.of(
        () ->
            NewContact.recalled(recollection, asked, call.options().require(Detail.EMAIL.option())),
        NewContact.subject(asked),
        NewContact::lookAtContacts);
  }

  private static Preparation alreadyThere(Contact contact) {
    Value id = Value.data(contact.id().toString());
    return Preparation.refused(
        card()
            .body(Text.of("contact.already-there", id))
            .run(Text.of("button.contact-edit", id), "/contact edit " + contact.id()));
  }

  private static Outcome asked(Call call) {
    return new Outcome.NeedsInput(
        incomplete().build(),
        PersonForm.of(
            SPEC,
            call.options(),
            Text.of("contact.add-title"),
            ContactDetails.NEW,
            REQUIRED,
            Details.none()));
  }

  private static Reply.Builder incomplete() {
    String example =
        REQUIRED.stream()
            .map(Detail::option)
            .map(option -> " --" + option.name() + " " + option.type().example())
            .collect(Collectors.joining("", SPEC.path().toString(), ""));
    return card()
        .body(Text.of("contact.what-is-needed"))
        .field(Text.of("field.try"), Value.line(example));
  }

  private static Reply.Builder card() {
    return Reply.card(Text.of("contact.add-title"));
  }
}
