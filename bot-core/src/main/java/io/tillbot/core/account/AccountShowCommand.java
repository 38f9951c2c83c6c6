package io.tillbot.core.account;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /account show}: get_client in full. Addresses of machines, telephone numbers, notes and
 * tax ids stay where they are.
 */
public final class AccountShowCommand implements Handler.ReadsAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("account show", Visibility.PRIVATE)
          .leadingTo("account edit", "contact list");

  private AccountShowCommand() {}

  public static Command command() {
    return new Command(SPEC, new AccountShowCommand());
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    return ApiFailures.answer(
        billing.getClient(ReadRequest.GetClient.ownInFull()),
        client -> new Outcome.Answered(card(client)));
  }

  private static Reply card(Client client) {
    Reply.Builder card =
        Reply.card(Text.of("account.title"))
            .fieldIfKnown(Text.of("field.name"), name(client), Value::data);
    return MaskedClient.of(client)
        .put(card)
        .fieldIfKnown(Text.of("field.company"), client.company(), Value::data)
        .fieldIfKnown(Text.of("field.country"), client.countryCode(), Value::data)
        .fieldIfKnown(Text.of("field.status"), client.status(), Value::data)
        .fieldIfKnown(Text.of("field.group"), client.group(), group -> Value.data(group.name()))
        .fieldIfKnown(Text.of("field.client-since"), client.activeSince(), Value::day)
        .run(Text.of("button.account-edit"), "/account edit")
        .run(Text.of("button.credit"), "/credit")
        .run(Text.of("button.unpaid"), "/invoices unpaid")
        .build();
  }

  private static @Nullable String name(Client client) {
    return ClientDetails.of(client)
        .name()
        .or(() -> Optional.ofNullable(client.fullName()))
        .orElse(null);
  }
}
