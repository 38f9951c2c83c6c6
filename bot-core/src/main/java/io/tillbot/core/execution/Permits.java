package io.tillbot.core.execution;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.Decision;
import io.tillbot.core.policy.PolicyCards;
import io.tillbot.core.policy.Reserved;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.policy.Verdict;
import io.tillbot.core.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the policy makes of an operation: asked anew at every step, within its unit of work. */
final class Permits {
  private final Means means;

  Permits(Means means) {
    this.means = means;
  }

  /** What the policy says of an operation. */
  sealed interface Permit {
    /** It may go on, once everybody has agreed and its hold is over. */
    record Granted(RuleRef rule, Optional<Approval> approval, Duration hold) implements Permit {
      /** Who may approve it, by their roles; empty where nobody needs to. */
      String approvers() {
        return approval.map(Approval::names).orElse("");
      }
    }

    /**
     * It may not.
     *
     * @param rules those that say so; none when no rule is about it
     */
    record Denied(Outcome outcome, List<RuleRef> rules) implements Permit {
      public Denied {
        rules = List.copyOf(rules);
      }
    }

    /** The rules that say so. */
    default List<RuleRef> deciding() {
      return switch (this) {
        case Granted granted -> List.of(granted.rule());
        case Denied denied -> denied.rules();
      };
    }
  }

  /**
   * Of what its owner is shown or has just confirmed; the day is that of the instant. What is to be
   * held needs somebody who sends it then.
   */
  Permit today(
      Caller caller,
      Place place,
      CommandSpec spec,
      Commitment commitment,
      OperationLedger ledger,
      Instant now,
      Sender sender) {
    Permit permit = of(caller, place, spec, commitment, ledger, now, Optional.empty());
    return sender == Sender.NONE
            && permit instanceof Permit.Granted granted
            && !granted.hold().isZero()
        ? new Permit.Denied(
            OperationAnswers.nobodyWouldSend(granted.rule()), List.of(granted.rule()))
        : permit;
  }

  /** Of an operation that was confirmed, on the day of its confirmation. */
  Permit confirmed(Operation operation, Place place, CommandSpec spec, OperationLedger ledger) {
    return of(
        operation.owner(),
        place,
        spec,
        operation.commitment(),
        ledger,
        operation.when(State.CONFIRMED).orElseGet(means::now),
        Optional.of(operation.id()));
  }

  private Permit of(
      Caller caller,
      Place place,
      CommandSpec spec,
      Commitment commitment,
      OperationLedger ledger,
      Instant confirmed,
      Optional<OperationId> except) {
    return switch (means.gate().mayRun(caller, place, spec)) {
      case Decision.Denied denied ->
          new Permit.Denied(PolicyCards.denied(denied, spec), denied.rules());
      case Decision.Allowed(RuleRef rule, Terms terms) -> {
        LocalDate day = Reserved.day(confirmed);
        Reserved reserved =
            Reserved.on(day, ledger.confirmedSince(caller, Reserved.beginning(day)), except);
        yield switch (means.gate().judge(terms, commitment, reserved)) {
          case Verdict.TooMuch tooMuch ->
              new Permit.Denied(PolicyCards.tooMuch(tooMuch, rule, spec), List.of(rule));
          case Verdict.NeedsApproval(Approval approval) ->
              new Permit.Granted(rule, Optional.of(approval), hold(terms));
          case Verdict.Cleared _ -> new Permit.Granted(rule, Optional.empty(), hold(terms));
        };
      }
    };
  }

  private static Duration hold(Terms terms) {
    return terms.hold().orElse(Duration.ZERO);
  }

  /** Whether somebody will send what is held. */
  enum Sender {
    THERE,
    NONE
  }

  /**
   * Whether a bot runs that sends what this caller's platform leaves behind: a chat is one, and a
   * terminal may be alone. To be asked outside any unit of work.
   */
  Sender sender(Caller caller) {
    return caller.platform() != Platform.CONSOLE || means.jobs().areDone()
        ? Sender.THERE
        : Sender.NONE;
  }
}
