package io.tillbot.core.service;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.account.AccountChoice;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.AccountType;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;

/**
 * {@code /billing-admin service-account add [account]}: gives the workspace the key of an account
 * that the caller is linked to. No secret is typed for it: whoever adds one has linked it before,
 * by the page or at the terminal, and may unlink it afterwards.
 */
public final class ServiceAccountAddCommand implements Handler.NeedsNoAccount {
  private static final OptionSpec<AccountName> ACCOUNT =
      OptionSpec.optional("account", new AccountType());
  private static final CommandSpec SPEC =
      CommandSpec.write("billing-admin service-account add", Visibility.PRIVATE, ACCOUNT)
          .leadingTo("billing-admin service-account list", "billing unlink");

  private final Store store;
  private final CredentialVault vault;

  private ServiceAccountAddCommand(Store store, CredentialVault vault) {
    this.store = store;
    this.vault = vault;
  }

  public static Command command(Store store, CredentialVault vault) {
    return new Command(SPEC, new ServiceAccountAddCommand(store, vault));
  }

  @Override
  public Outcome handle(Call call) {
    Caller caller = call.caller();
    Optional<AccountName> account = call.options().find(ACCOUNT).or(() -> vault.inUse(caller));
    Optional<Credential> credential = account.flatMap(name -> vault.open(caller, name));
    if (account.isEmpty() || credential.isEmpty()) {
      return new Outcome.NeedsLink(AccountChoice.needed(vault, caller));
    }
    return switch (credential.get()) {
      case Credential.ApiKey key -> added(call, account.get(), key);
      // Within hours it would be dead, and nobody could look up anything.
      case Credential.Token _ -> new Outcome.Refused(ServiceAccountCards.onlyKeys(account.get()));
    };
  }

  private Outcome added(Call call, AccountName account, Credential.ApiKey key) {
    Workspace workspace = Workspace.of(call.caller());
    ServiceAccount.Added added = ServiceAccount.Added.at(call.place(), call.caller());
    boolean hasRoom =
        store.writeWithoutTrace(
            unit -> {
              exclude(unit, workspace);
              return hasRoom(unit, workspace, account)
                  && kept(unit.serviceAccounts(), workspace, account, key, added);
            });
    return hasRoom
        ? new Outcome.Answered(ServiceAccountCards.added(account))
        : new Outcome.Refused(ServiceAccountCards.tooMany(ServiceAccounts.MOST));
  }

  /** Lets one unit of work at a time change the workspace's own accounts. */
  static void exclude(UnitOfWork unit, Workspace workspace) {
    unit.exclude("service-account/" + workspace.key());
  }

  private static boolean hasRoom(UnitOfWork unit, Workspace workspace, AccountName account) {
    return unit.serviceAccounts().of(workspace).stream()
            .filter(one -> !one.account().equals(account))
            .count()
        < ServiceAccounts.MOST;
  }

  private static boolean kept(
      ServiceAccounts accounts,
      Workspace workspace,
      AccountName account,
      Credential.ApiKey key,
      ServiceAccount.Added added) {
    accounts.add(workspace, account, key, added);
    return true;
  }
}
