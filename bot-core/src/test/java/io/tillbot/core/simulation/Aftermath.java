package io.tillbot.core.simulation;

import io.tillbot.core.Answer;
import io.tillbot.core.access.Caller;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Set;

/** Holds the end of a run against the laws. */
final class Aftermath {
  /** Undone twice is undone once: a request that arrives late does no harm. */
  private static final String HARMLESS = "cancel undo";

  /** What does not say whether it is done. */
  private static final Set<String> SAY_NEITHER =
      Set.of("bot.broken", "operation.elsewhere", "not-done.title");

  private final Setting setting;
  private final Desk desk;
  private final People people;

  Aftermath(Setting setting, Desk desk, People people) {
    this.setting = setting;
    this.desk = desk;
    this.people = people;
  }

  void check() {
    for (Operation one : setting.journal.operations()) {
      if (!one.state().isEnd() && (one.state() != State.UNKNOWN || one.due().isPresent())) {
        throw new Broken(Law.NOTHING_LEFT, one + " is left");
      }
      isTrue(one);
    }
    long moved = setting.account.deeds().stream().mapToLong(Account.Deed::moved).sum();
    if (moved != setting.account.fallOfCredit()) {
      throw new Broken(Law.LEDGER_TRUE, "the model itself lost money");
    }
    desk.told().forEach(this::wasTrue);
    setting.mail.check();
    unknownIsReported();
    settled();
  }

  private List<Account.Deed> deeds(Operation of) {
    return setting.account.deeds().stream().filter(deed -> deed.by().equals(of.id())).toList();
  }

  private void isTrue(Operation one) {
    List<Account.Deed> deeds = deeds(one);
    boolean isHarmless = one.command().equals(HARMLESS);
    boolean agrees =
        switch (one.state()) {
          case SUCCEEDED, SETTLED_DONE -> isHarmless || deeds.size() == 1;
          case UNKNOWN -> deeds.size() <= 1;
          case SETTLED_NOT_DONE -> isHarmless || deeds.isEmpty();
          case PROPOSED,
              CONFIRMED,
              AWAITING_APPROVAL,
              HELD,
              SENDING,
              REFUSED,
              NOT_SENT,
              EXPIRED,
              WITHDRAWN,
              REJECTED,
              STALE ->
              deeds.isEmpty();
        };
    if (!agrees) {
      throw new Broken(Law.LEDGER_TRUE, one + " was done " + deeds.size() + " times");
    }
    deeds.forEach(deed -> movedAsAgreed(one, deed));
  }

  private void movedAsAgreed(Operation one, Account.Deed deed) {
    if (!one.command().equals("pay") || !(one.commitment() instanceof Commitment.Of of)) {
      return;
    }
    int order = Shapes.money(deed.moved()).compareTo(of.money());
    boolean isDisturbed = deed.isLate() || setting.account.hasOutsidePayments();
    if (order > 0 || (order < 0 && !isDisturbed)) {
      throw new Broken(
          Law.LEDGER_TRUE, one + " moved " + Shapes.money(deed.moved()) + " of " + of.money());
    }
  }

  private void wasTrue(Desk.Told told) {
    Operation operation = setting.journal.find(told.operation());
    if (operation == null || operation.command().equals(HARMLESS)) {
      return;
    }
    boolean isDone = !deeds(operation).isEmpty();
    Outcome outcome = told.answer().outcome();
    if (outcome instanceof Outcome.Answered && !isDone) {
      throw new Broken(Law.TOLD_TRUE, "told done, and it is not: " + operation);
    }
    boolean saysNo =
        switch (outcome) {
          case Outcome.Refused _, Outcome.NeedsLink _, Outcome.Unavailable _ ->
              told.answer().use() == Answer.Use.SERVED
                  && !SAY_NEITHER.contains(outcome.reply().title().key());
          case Outcome.Answered _,
              Outcome.Pending _,
              Outcome.NeedsConfirmation _,
              Outcome.NeedsInput _,
              Outcome.Unknown _ ->
              false;
        };
    if (saysNo && isDone) {
      throw new Broken(
          Law.TOLD_TRUE,
          "told " + outcome.reply().title().key() + ", and it was done: " + operation);
    }
  }

  private void unknownIsReported() {
    for (Operation one : List.copyOf(setting.journal.operations())) {
      if (one.state() == State.UNKNOWN && !isListed(one.owner(), one)) {
        throw new Broken(Law.UNKNOWN_REPORTED, one + " is not shown to its owner");
      }
    }
  }

  private boolean isListed(Caller owner, Operation one) {
    return desk.calmly(owner, "/billing operations list --state unknown")
        .reply()
        .table()
        .filter(
            table ->
                table.rows().stream()
                    .anyMatch(row -> Words.of(row.cells()).contains(one.id().value())))
        .isPresent();
  }

  /** A person finds out about every unknown one; then nothing is locked. */
  private void settled() {
    setting.change(Rules.OPEN);
    List.copyOf(setting.journal.operations()).stream()
        .filter(one -> one.state() == State.UNKNOWN)
        .forEach(people::settle);
    for (Operation one : setting.journal.operations()) {
      if (!one.state().isEnd()) {
        throw new Broken(Law.LOCKS_GONE, one + " cannot be settled");
      }
      isTrue(one);
    }
    for (String line : List.of("/pay 101 1", "/pay 102 1", "/cancel server 42")) {
      Outcome outcome = desk.calmly(People.ANN, line);
      if (outcome.reply().title().key().startsWith("operation.")) {
        throw new Broken(Law.LOCKS_GONE, line + ": " + outcome.reply().title().key());
      }
    }
  }
}
