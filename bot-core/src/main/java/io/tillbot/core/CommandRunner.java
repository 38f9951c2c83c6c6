package io.tillbot.core;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.account.AccountChoice;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Handler;
import io.tillbot.core.execution.Means;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.policy.Decision;
import io.tillbot.core.policy.PolicyCards;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a command that was understood, where the policy allows it, with the caller's own account
 * where it needs one.
 */
final class CommandRunner {
  private final Means means;
  private final Operations operations;

  CommandRunner(Means means, Operations operations) {
    this.means = means;
    this.operations = operations;
  }

  /** Runs it; a change is only shown, and waits for its owner's word. */
  Outcome run(Command command, Call call) {
    return whereAllowed(command, call, () -> allowed(command, call));
  }

  /** Goes on with the answers to a form that asked for a secret. */
  Outcome submit(Command command, Handler.AsksForSecret asking, FormAnswers answers, Call call) {
    return whereAllowed(command, call, () -> asking.submit(call, answers.answers()));
  }

  private interface Work {
    Outcome done();
  }

  private Outcome whereAllowed(Command command, Call call, Work work) {
    return switch (means.gate().mayRun(call.caller(), call.place(), command.spec())) {
      case Decision.Denied denied -> PolicyCards.denied(denied, command.spec());
      case Decision.Allowed _ -> work.done();
    };
  }

  private Outcome allowed(Command command, Call call) {
    return switch (command.handler()) {
      case Handler.NeedsNoAccount local -> local.handle(call);
      case Handler.AsksForSecret asking -> asking.handle(call);
      case Handler.ReadsAccount reads ->
          opened(call.caller(), opened -> reads.handle(call, opened.api().reads()));
      case Handler.ChangesAccount changes ->
          opened(call.caller(), opened -> prepared(command, changes, call, opened));
    };
  }

  /** Of an account whose client nobody knows, nothing could be locked. */
  private Outcome prepared(
      Command command, Handler.ChangesAccount changes, Call call, Opened opened) {
    if (opened.account().equals(AccountName.UNNAMED)) {
      return new Outcome.NeedsLink(
          Reply.card(Text.of("link.again"))
              .tone(Tone.WARNING)
              .body(Text.of("link.again-why"))
              .run(Text.of("button.link"), "/billing link")
              .build());
    }
    return switch (changes.prepare(call, opened.api().reads())) {
      case Preparation.Ended(Outcome outcome) -> outcome;
      case Preparation.Ready(Change<?> change) ->
          operations.ask(call, opened.account(), command.spec(), change);
    };
  }

  private Outcome opened(Caller caller, Function<Opened, Outcome> work) {
    Optional<Opened> opened =
        means
            .vault()
            .inUse(caller)
            .flatMap(
                account ->
                    means
                        .vault()
                        .open(caller, account)
                        .map(credential -> new Opened(account, means.billing().open(credential))));
    return opened
        .map(work)
        .orElseGet(() -> new Outcome.NeedsLink(AccountChoice.needed(means.vault(), caller)));
  }

  /** The account in use, and the API as it sees it. */
  private record Opened(AccountName account, BillingApi api) {}
}
