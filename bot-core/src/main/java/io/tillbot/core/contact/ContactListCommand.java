package io.tillbot.core.contact;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.person.Detail;
import io.tillbot.core.person.Masked;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;

/** {@code /contact list}: get_contacts, addresses masked, numbers left out. */
public final class ContactListCommand implements Handler.ReadsAccount {
  private static final OptionSpec<String> EMAIL = Detail.EMAIL.option();
  private static final CommandSpec SPEC =
      CommandSpec.read("contact list", Visibility.PRIVATE, EMAIL)
          .leadingTo("contact edit", "contact add", "contact delete");

  private ContactListCommand() {}

  public static Command command() {
    return new Command(SPEC, new ContactListCommand());
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    return ApiFailures.answer(
        billing.getContacts(new ReadRequest.GetContacts(call.options().find(EMAIL).orElse(null))),
        list -> new Outcome.Answered(card(call, list)));
  }

  private static Reply card(Call call, ContactList list) {
    List<Contact> contacts = list.contacts();
    Reply.Builder card = Reply.card(Text.of("contacts.title", Value.count(contacts.size())));
    if (!list.permissionGranted()) {
      card.tone(Tone.WARNING).body(Text.of("contact.not-permitted"));
    } else if (contacts.isEmpty()) {
      card.body(Text.of("contacts.none"));
    }
    if (call.options().find(EMAIL).isPresent()) {
      card.note(Text.of("contacts.by-address"));
    }
    if (!contacts.isEmpty()) {
      Value first = Value.data(contacts.getFirst().id().toString());
      card.table(table(contacts))
          .run(Text.of("button.contact-edit", first), "/contact edit " + contacts.getFirst().id());
    }
    return card.run(Text.of("button.contact-add"), "/contact add").build();
  }

  private static Table table(List<Contact> contacts) {
    return new Table(
        List.of(
            Text.of("column.contact"),
            Text.of("column.name"),
            Text.of("column.email"),
            Text.of("column.permissions")),
        contacts.stream().map(ContactListCommand::row).toList());
  }

  private static Table.Row row(Contact contact) {
    return new Table.Row(
        Tone.NEUTRAL,
        List.of(
            Value.data(contact.id().toString()),
            Value.data(ContactDetails.of(contact).name().orElse("")),
            Value.cell(contact.email(), email -> Value.data(Masked.email(email))),
            Value.data(String.join(", ", contact.permissions()))));
  }
}
