package io.tillbot.core.account;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.AccountType;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;

/** {@code /billing use <account>}: which of the caller's accounts their commands go to. */
public final class UseCommand implements Handler.NeedsNoAccount {
  private static final OptionSpec<AccountName> ACCOUNT =
      OptionSpec.required("account", new AccountType());
  private static final CommandSpec SPEC =
      CommandSpec.write("billing use", Visibility.PRIVATE, ACCOUNT).leadingTo("billing status");

  private final CredentialVault vault;

  private UseCommand(CredentialVault vault) {
    this.vault = vault;
  }

  public static Command command(CredentialVault vault) {
    return new Command(SPEC, new UseCommand(vault));
  }

  @Override
  public Outcome handle(Call call) {
    Caller caller = call.caller();
    AccountName word = call.options().require(ACCOUNT);
    List<AccountName> known = AccountChoice.known(vault, caller);
    if (known.isEmpty()) {
      return new Outcome.NeedsLink(AccountChoice.needed(vault, caller));
    }
    List<AccountName> meant = AccountChoice.meant(word, known);
    if (meant.size() > 1) {
      return refused(Text.of("use.several", Value.data(word.value())), meant);
    }
    return meant.stream()
        .filter(account -> vault.use(caller, account))
        .findFirst()
        .<Outcome>map(account -> new Outcome.Answered(done(account)))
        .orElseGet(() -> refused(Text.of("use.unknown", Value.data(word.value())), known));
  }

  private static Reply done(AccountName account) {
    return Reply.card(Text.of("use.done", Value.data(account.value())))
        .tone(Tone.GOOD)
        .body(Text.of("use.from-now-on"))
        .build();
  }

  private static Outcome refused(Text title, List<AccountName> accounts) {
    return new Outcome.Refused(
        AccountChoice.offer(Reply.card(title).tone(Tone.WARNING), accounts).build());
  }
}
