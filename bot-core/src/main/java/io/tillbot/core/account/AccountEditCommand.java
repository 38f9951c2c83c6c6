package io.tillbot.core.account;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.request.ReadRequest;
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
import io.tillbot.core.person.Edit;
import io.tillbot.core.person.PersonForm;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /account edit}: update_client, after the difference was shown. */
public final class AccountEditCommand implements Handler.ChangesAccount {
  private static final OptionSpec<?>[] OPTIONS =
      ClientDetails.ALL.stream().map(Detail::option).toArray(OptionSpec<?>[]::new);
  private static final CommandSpec SPEC =
      CommandSpec.write("account edit", Visibility.PRIVATE, OPTIONS)
          .asking(OPTIONS)
          .leadingTo("account show");

  private final @Nullable String formId;

  private AccountEditCommand(@Nullable String formId) {
    this.formId = formId;
  }

  /**
   * The command.
   *
   * @param formId {@code form_id} of update_client, by which the billing system knows which fields
   *     it requires; null sends none
   */
  public static Command command(@Nullable String formId) {
    return new Command(SPEC, new AccountEditCommand(formId));
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    return Preparation.of(
        billing.getClient(ReadRequest.GetClient.ownInFull()), client -> edit(call, client));
  }

  private Preparation edit(Call call, Client client) {
    Details present = ClientDetails.of(client);
    if (call.opensForm(SPEC)) {
      return new Preparation.Ended(asked(call, present));
    }
    Edit edit = Edit.of(present, given(call));
    if (edit.isEmpty()) {
      return new Preparation.Ended(nothingToChange());
    }
    Location location = client.location();
    if (location == null) {
      return Preparation.refused(card().body(Text.of("account.location-not-told")));
    }
    if (edit.merged(Detail.EMAIL) == null) {
      return Preparation.refused(
          card().body(Text.of("edit.email-not-told")).field(Text.of("field.try"), example()));
    }
    return new Preparation.Ready(
        new ProfileChange(
            client.id(), location, edit, ProfileMarks.of(client.profile()), formId, again(call)));
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    return Recalled.of(
        () -> ProfileChange.recalled(recollection, given(call), formId, again(call)),
        Text.of("account.edit-title"),
        ProfileChange::lookAtAccount);
  }

  private static Details given(Call call) {
    return Details.given(call.options(), ClientDetails.ALL);
  }

  private static String again(Call call) {
    return SPEC.line(call.options().words());
  }

  private static Outcome asked(Call call, Details present) {
    Reply.Builder card = card().body(Text.of("edit.what-changes"));
    PersonForm.showPresent(card, ClientDetails.ALL, present);
    return new Outcome.NeedsInput(
        card.field(Text.of("field.try"), example()).build(),
        PersonForm.of(
            SPEC,
            call.options(),
            Text.of("account.edit-title"),
            ClientDetails.ALL,
            Set.of(),
            present));
  }

  private static Outcome nothingToChange() {
    return new Outcome.Answered(
        card()
            .body(Text.of("edit.nothing-to-change"))
            .run(Text.of("button.account"), "/account show")
            .build());
  }

  private static Value example() {
    OptionSpec<String> email = Detail.EMAIL.option();
    return Value.line(SPEC.path() + " --" + email.name() + " " + email.type().example());
  }

  private static Reply.Builder card() {
    return Reply.card(Text.of("account.edit-title"));
  }
}
