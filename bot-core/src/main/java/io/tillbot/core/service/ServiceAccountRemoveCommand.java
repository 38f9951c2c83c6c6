package io.tillbot.core.service;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.AccountType;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;

/**
 * {@code /billing-admin service-account remove <account>}: erases one of the workspace's own
 * accounts; nothing is looked up with it from now on.
 */
public final class ServiceAccountRemoveCommand implements Handler.NeedsNoAccount {
  private static final OptionSpec<AccountName> ACCOUNT =
      OptionSpec.required("account", new AccountType());
  private static final CommandSpec SPEC =
      CommandSpec.write("billing-admin service-account remove", Visibility.PRIVATE, ACCOUNT)
          .leadingTo("billing-admin service-account list");

  private final Store store;

  private ServiceAccountRemoveCommand(Store store) {
    this.store = store;
  }

  public static Command command(Store store) {
    return new Command(SPEC, new ServiceAccountRemoveCommand(store));
  }

  @Override
  public Outcome handle(Call call) {
    AccountName account = call.options().require(ACCOUNT);
    Workspace workspace = Workspace.of(call.caller());
    boolean wasThere =
        store.writeWithoutTrace(
            unit -> {
              ServiceAccountAddCommand.exclude(unit, workspace);
              return unit.serviceAccounts().remove(workspace, account);
            });
    return wasThere
        ? new Outcome.Answered(ServiceAccountCards.removed(account))
        : new Outcome.Refused(ServiceAccountCards.unknown(account));
  }
}
