package io.tillbot.core.account;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Outcome;

/** {@code /billing unlink}: erases the credential in use and ends its session. */
public final class UnlinkCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC = CommandSpec.write("billing unlink", Visibility.PRIVATE);

  private final AccountLink link;

  private UnlinkCommand(AccountLink link) {
    this.link = link;
  }

  public static Command command(AccountLink link) {
    return new Command(SPEC, new UnlinkCommand(link));
  }

  @Override
  public Outcome handle(Call call) {
    return link.unlink(call.caller());
  }
}
