package io.tillbot.core.account;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;

/**
 * {@code /account reset-password}: has reset_password mail its link. It is finished there: no reset
 * token, code or password is ever taken in a chat.
 */
public final class ResetPasswordCommand implements Handler.ChangesAccount {
  private static final CommandSpec SPEC =
      CommandSpec.write("account reset-password", Visibility.PRIVATE);

  private ResetPasswordCommand() {}

  public static Command command() {
    return new Command(SPEC, new ResetPasswordCommand());
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    return Preparation.of(
        billing.getClient(ReadRequest.GetClient.own()), ResetPasswordCommand::reset);
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    // Without the address there is no mailbox to point to.
    return Recalled.of(
        () -> PasswordReset.recalled(recollection), Text.of("password.title"), _ -> {});
  }

  private static Preparation reset(Client client) {
    String email = client.email();
    return email == null
        ? Preparation.refused(
            Reply.card(Text.of("password.title")).body(Text.of("password.email-not-told")))
        : new Preparation.Ready(new PasswordReset(client.id(), email, client.location()));
  }
}
