package io.tillbot.core.service;

import io.tillbot.core.access.Workspace;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;

/** {@code /billing-admin service-account list}: the workspace's own accounts. */
public final class ServiceAccountListCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("billing-admin service-account list", Visibility.PRIVATE)
          .leadingTo("billing-admin service-account add", "billing-admin service-account remove");

  private final Store store;

  private ServiceAccountListCommand(Store store) {
    this.store = store;
  }

  public static Command command(Store store) {
    return new Command(SPEC, new ServiceAccountListCommand(store));
  }

  @Override
  public Outcome handle(Call call) {
    Workspace workspace = Workspace.of(call.caller());
    return new Outcome.Answered(
        ServiceAccountCards.list(store.read(unit -> unit.serviceAccounts().of(workspace))));
  }
}
