package io.tillbot.core.account;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code /billing accounts}: what the caller is linked to, and which of it is in use. */
public final class AccountsCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("billing accounts", Visibility.PRIVATE).leadingTo("billing use");

  private final CredentialVault vault;
  private final Clock clock;

  private AccountsCommand(CredentialVault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  public static Command command(CredentialVault vault, Clock clock) {
    return new Command(SPEC, new AccountsCommand(vault, clock));
  }

  @Override
  public Outcome handle(Call call) {
    List<CredentialVault.Link> links = vault.links(call.caller());
    return new Outcome.Answered(
        links.isEmpty() ? NotLinked.card() : card(links, vault.inUse(call.caller())));
  }

  private Reply card(List<CredentialVault.Link> links, Optional<AccountName> inUse) {
    Reply.Builder card =
        Reply.card(Text.of("accounts.title", Value.count(links.size()))).table(table(links, inUse));
    if (inUse.isEmpty()) {
      card.tone(Tone.WARNING).note(Text.of("link.choose-how"));
    }
    return AccountChoice.buttons(
            card,
            links.stream()
                .map(CredentialVault.Link::account)
                .filter(account -> !inUse.equals(Optional.of(account)))
                .toList())
        .build();
  }

  private Table table(List<CredentialVault.Link> links, Optional<AccountName> inUse) {
    return new Table(
        List.of(
            Text.of("column.account"),
            Text.of("field.linked-with"),
            Text.of("field.linked-since"),
            Text.of("column.in-use")),
        links.stream().map(link -> row(link, inUse)).toList());
  }

  private Table.Row row(CredentialVault.Link link, Optional<AccountName> inUse) {
    boolean isInUse = inUse.equals(Optional.of(link.account()));
    return new Table.Row(
        isInUse ? Tone.GOOD : Tone.NEUTRAL,
        List.of(
            Value.data(link.account().value()),
            LinkWords.kind(link),
            LinkWords.since(link, clock),
            isInUse ? Text.of("accounts.in-use") : Value.data("")));
  }
}
