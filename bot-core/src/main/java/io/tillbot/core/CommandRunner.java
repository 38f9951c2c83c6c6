package io.tillbot.core;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.account.AccountChoice;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Handler;
import io.tillbot.core.execution.Means;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.OperationId;
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
  private final PaymentButtons payments;

  CommandRunner(Means means, Operations operations, PaymentButtons payments) {
    this.means = means;
    this.operations = operations;
    this.payments = payments;
  }

  /** Runs it; a change is only shown, and waits for its owner's word. */
  Outcome run(Command command, Call call, Trail trail) {
    return whereAllowed(command, call, trail, () -> allowed(command, call, trail));
  }

  /** Goes on with the answers to a form that asked for a secret. */
  Outcome submit(
      Command command, Handler.AsksForSecret asking, FormAnswers answers, Call call, Trail trail) {
    return whereAllowed(
        command,
        call,
        trail,
        () -> {
          trail.changes();
          return asking.submit(call, answers.answers());
        });
  }

  private interface Work {
    Outcome done();
  }

  private Outcome whereAllowed(Command command, Call call, Trail trail, Work work) {
    Decision decision = means.gate().mayRun(call.caller(), call.place(), command.spec());
    trail.decides(decision);
    return switch (decision) {
      case Decision.Denied denied -> denied(denied, command);
      case Decision.Allowed _ -> work.done();
    };
  }

  private Outcome denied(Decision.Denied denied, Command command) {
    Outcome refusal = PolicyCards.denied(denied, command.spec());
    return switch (denied.reason()) {
      case PAYS_BY_LINK -> payments.withPortal(refusal);
      case NO_RULE, RULE_DENIES, RULES_CONTRADICT -> refusal;
    };
  }

  private Outcome allowed(Command command, Call call, Trail trail) {
    return switch (command.handler()) {
      case Handler.NeedsNoAccount local -> {
        if (command.spec().effect() != Effect.READ) {
          trail.changes();
        }
        yield local.handle(call);
      }
      case Handler.AsksForSecret asking -> asking.handle(call);
      case Handler.ReadsAccount reads ->
          opened(call.caller(), opened -> reads.handle(call, opened.api().reads()));
      case Handler.ChangesAccount changes ->
          opened(call.caller(), opened -> prepared(command, changes, call, opened, trail));
    };
  }

  /** Of an account whose client nobody knows, nothing could be locked. */
  private Outcome prepared(
      Command command, Handler.ChangesAccount changes, Call call, Opened opened, Trail trail) {
    if (opened.account().equals(AccountName.UNNAMED)) {
      return new Outcome.NeedsLink(
          Reply.card(Text.of("link.again"))
              .tone(Tone.WARNING)
              .body(Text.of("link.again-why"))
              .run(Text.of("button.link"), "/billing link")
              .build());
    }
    return switch (changes.prepare(call, opened.api().reads())) {
      case Preparation.Ended(Outcome outcome, Optional<OperationId> about) -> {
        about.ifPresent(
            operation -> {
              trail.isAbout(operation);
              trail.changes();
            });
        yield outcome;
      }
      case Preparation.Ready(Change<?> change) ->
          operations.ask(call, opened.account(), command.spec(), change, trail);
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
