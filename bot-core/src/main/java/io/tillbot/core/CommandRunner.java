package io.tillbot.core;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.account.AccountChoice;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Executor;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Runs a command that was understood, with the caller's own account where it needs one. */
final class CommandRunner {
  private final CredentialVault vault;
  private final BillingAccess billing;
  private final Confirmations confirmations;

  CommandRunner(CredentialVault vault, BillingAccess billing, Confirmations confirmations) {
    this.vault = vault;
    this.billing = billing;
    this.confirmations = confirmations;
  }

  /** Runs it; a change is only shown, and waits for its owner's word. */
  Outcome run(Command command, Call call) {
    return switch (command.handler()) {
      case Handler.NeedsNoAccount local -> local.handle(call);
      case Handler.AsksForSecret asking -> asking.handle(call);
      case Handler.ReadsAccount reads ->
          opened(call.caller(), opened -> reads.handle(call, opened.api().reads()));
      case Handler.ChangesAccount changes ->
          opened(
              call.caller(),
              opened ->
                  switch (changes.prepare(call, opened.api().reads())) {
                    case Preparation.Ended(Outcome outcome) -> outcome;
                    case Preparation.Ready(Change<?> change) ->
                        confirmations.ask(call, opened.account(), command.spec(), change);
                  });
    };
  }

  /** Carries out a change that its owner has agreed to, if it is still what was shown. */
  Outcome carryOut(ParseResult.Parsed agreed, Press press, Ticket ticket) {
    Call call = new Call(press.caller(), press.place(), agreed.options(), Call.Stage.CONFIRMED);
    return switch (agreed.command().handler()) {
      case Handler.ChangesAccount changes ->
          opened(
              press.caller(),
              opened ->
                  switch (again(changes, call, opened, ticket)) {
                    case Preparation.Ended(Outcome outcome) -> outcome;
                    case Preparation.Ready(Change<?> change) ->
                        unlessStale(agreed.command().spec(), call, change, opened.api(), ticket);
                  });
      case Handler.NeedsNoAccount _, Handler.AsksForSecret _, Handler.ReadsAccount _ ->
          Confirmations.gone();
    };
  }

  /** What was shown for one account never goes to another. */
  private static Preparation again(
      Handler.ChangesAccount changes, Call call, Opened opened, Ticket ticket) {
    return Confirmations.isFor(opened.account(), ticket)
        ? changes.prepare(call, opened.api().reads())
        : new Preparation.Ended(Confirmations.otherAccount(opened.account(), ticket));
  }

  private static Outcome unlessStale(
      CommandSpec spec, Call call, Change<?> change, BillingApi api, Ticket ticket) {
    SortedMap<Fact, Snapshot.Difference> differences = Confirmations.differences(ticket, change);
    return differences.isEmpty()
        ? Executor.carryOut(change, api)
        : Confirmations.stale(differences, spec.line(call.options().words()));
  }

  private Outcome opened(Caller caller, Function<Opened, Outcome> work) {
    Optional<Opened> opened =
        vault
            .inUse(caller)
            .flatMap(
                account ->
                    vault
                        .open(caller, account)
                        .map(credential -> new Opened(account, billing.open(credential))));
    return opened
        .map(work)
        .orElseGet(() -> new Outcome.NeedsLink(AccountChoice.needed(vault, caller)));
  }

  /** The account in use, and the API as it sees it. */
  private record Opened(AccountName account, BillingApi api) {}
}
