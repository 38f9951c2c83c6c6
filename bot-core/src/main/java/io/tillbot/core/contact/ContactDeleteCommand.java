package io.tillbot.core.contact;

import io.tillbot.core.billing.BillingReads;
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

/** {@code /contact delete <id>}: delete_contact. */
public final class ContactDeleteCommand implements Handler.ChangesAccount {
  private static final OptionSpec<ContactId> ID = OptionSpec.required("id", IdType.contact());
  private static final CommandSpec SPEC =
      CommandSpec.destructive("contact delete", Visibility.PRIVATE, ID).leadingTo("contact list");

  private ContactDeleteCommand() {}

  public static Command command() {
    return new Command(SPEC, new ContactDeleteCommand());
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    return ContactBook.find(
        call.options().require(ID),
        billing,
        (contact, book) ->
            new Preparation.Ready(new ContactDeletion(contact, book.allBut(contact))));
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    ContactId id = call.options().require(ID);
    return Recalled.of(
        () -> ContactDeletion.recalled(recollection),
        ContactDeletion.subject(id),
        card -> ContactDetails.whereToLook(card, id));
  }
}
