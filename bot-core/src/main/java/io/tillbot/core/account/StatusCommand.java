package io.tillbot.core.account;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.billing.BillingAccess;
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
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.util.Optional;

/**
 * {@code /billing status}: whether the caller is linked and to what, and whether the API accepts
 * it.
 */
public final class StatusCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("billing status", Visibility.PRIVATE)
          .leadingTo("billing accounts", "invoices");

  private final CredentialVault vault;
  private final BillingAccess billing;
  private final Clock clock;

  private StatusCommand(CredentialVault vault, BillingAccess billing, Clock clock) {
    this.vault = vault;
    this.billing = billing;
    this.clock = clock;
  }

  public static Command command(CredentialVault vault, BillingAccess billing, Clock clock) {
    return new Command(SPEC, new StatusCommand(vault, billing, clock));
  }

  @Override
  public Outcome handle(Call call) {
    Caller caller = call.caller();
    Optional<CredentialVault.Link> link = vault.link(caller);
    Optional<Credential> credential = link.flatMap(inUse -> vault.open(caller, inUse.account()));
    int accounts = vault.links(caller).size();
    if (link.isEmpty() || credential.isEmpty()) {
      return new Outcome.Answered(
          accounts == 0 ? NotLinked.card() : AccountChoice.needed(vault, caller));
    }
    return ApiFailures.answer(
        billing.open(credential.get()).reads().getClient(ReadRequest.GetClient.own()),
        client -> new Outcome.Answered(card(link.get(), client, accounts - 1)));
  }

  private Reply card(CredentialVault.Link link, Client client, int others) {
    Reply.Builder card =
        Reply.card(Text.of("status.linked"))
            .tone(Tone.GOOD)
            .field(Text.of("field.account-in-use"), Value.data(link.account().value()))
            .field(Text.of("field.linked-with"), LinkWords.kind(link))
            .field(Text.of("field.linked-since"), LinkWords.since(link, clock));
    if (link.kind() == CredentialVault.Kind.TOKEN) {
      card.note(Text.of("status.tokens-expire"));
    }
    if (others > 0) {
      card.note(Text.of("status.others", Value.count(others)))
          .run(Text.of("button.accounts"), "/billing accounts");
    }
    return MaskedClient.of(client).put(card).build();
  }
}
