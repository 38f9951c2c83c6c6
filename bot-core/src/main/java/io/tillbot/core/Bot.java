package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Act;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.execution.Means;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.overview.Overview;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one entrance: an invocation in, an outcome out. Blocks the calling thread; safe for many
 * threads; never throws for anything that a caller can do.
 */
public final class Bot {
  /** How long a button of a card that only reads goes on working. */
  private static final Duration LIFE_OF_STEPS = Duration.ofHours(24);

  /** No platform has a user of that name. */
  private static final String EVERYBODY = "everybody";

  private final Tasks tasks;
  private final Answers answers;
  private final Store store;
  private final Clock clock;
  private final Auditor auditor;
  private final Receipts receipts;
  private final Overview overview;
  private final Supplier<CorrelationId> correlations;
  private final Function<Caller, Optional<Duration>> pace;

  /** One in which nobody comes too often. */
  public Bot(Catalogue catalogue, Means means, Supplier<CorrelationId> correlations) {
    this(catalogue, means, correlations, _ -> Optional.empty());
  }

  public Bot(
      Catalogue catalogue, Means means, Supplier<CorrelationId> correlations, Throttle throttle) {
    this(catalogue, means, correlations, throttle::tooSoon);
  }

  private Bot(
      Catalogue catalogue,
      Means means,
      Supplier<CorrelationId> correlations,
      Function<Caller, Optional<Duration>> pace) {
    this.correlations = correlations;
    this.pace = pace;
    this.store = means.store();
    this.clock = means.clock();
    this.auditor = new Auditor(means);
    Operations operations = catalogue.operations();
    TextParser parser = new TextParser(catalogue.registry());
    PaymentButtons payments = new PaymentButtons(parser, means.gate(), catalogue.clientArea());
    this.tasks = new Tasks(parser, means.gate(), new CommandRunner(means, operations, payments));
    this.answers =
        new Answers(tasks, operations, store, new Guard(clock, correlations, auditor), payments);
    this.receipts = new Receipts(means);
    this.overview = catalogue.overview();
  }

  /** Runs a command. One that changes something is shown first, and waits to be confirmed. */
  public Answer handle(Invocation invocation) {
    return tooOften(invocation.caller(), Act.COMMAND)
        .orElseGet(() -> answers.ran(invocation, Attempt.FIRST));
  }

  /**
   * What is known at once of what {@code /billing overview} will show; empty where the caller may
   * not see it there, or it cannot be told. To be shown while that command runs, which is what is
   * counted and audited.
   */
  public Optional<Reply> overviewBeforehand(Caller caller, Place place) {
    try {
      return overview.beforehand(caller, place);
    } catch (RuntimeException broken) {
      // The command itself finds out what is broken, and says so.
      return Optional.empty();
    }
  }

  /** Goes on with the answers to a form that an earlier outcome asked for. */
  public Answer submit(FormAnswers filledIn) {
    return tooOften(filledIn.caller(), Act.FORM)
        .orElseGet(() -> answers.filledIn(filledIn, Attempt.FIRST));
  }

  /** The answer to somebody who comes too often: nothing is done for them, or written down. */
  private Optional<Answer> tooOften(Caller caller, Act act) {
    return pace.apply(caller)
        .map(
            wait -> {
              Outcome refusal = Throttle.refusal(wait);
              auditor.turnsAway(caller, act, refusal);
              return new Answer(refusal, correlations.get(), Answer.Use.TURNED_AWAY);
            });
  }

  /**
   * What is wrong with the answers to a form, by their questions' names; empty when nothing is.
   * Reads nothing, so that a platform can ask it within its three seconds.
   */
  public Map<String, Text> check(FormAnswers filledIn) {
    return tasks.check(filledIn);
  }

  /**
   * Carries out the change that the ticket stands for, once, and only when everything is still as
   * its owner has seen it.
   */
  public Answer confirm(Press press) {
    return tooOften(press.caller(), Act.CONFIRM)
        .orElseGet(() -> answers.confirm(press, (_, _) -> {}));
  }

  /** Forgets the change that the ticket stands for. */
  public Answer stop(Press press) {
    return tooOften(press.caller(), Act.STOP).orElseGet(() -> answers.stopped(press));
  }

  /** Does what somebody at the machine does with the program itself. */
  public Answer operate(Caller operator, OperatorAction action) {
    return answers.operate(operator, action);
  }

  /** What writes the audit trail. */
  public Auditor auditor() {
    return auditor;
  }

  /**
   * Takes up what a platform delivered; empty when that was done before, by whichever process: then
   * it is answered nothing. Durable on return, so that the platform may be told that it arrived.
   * Where the store fails nobody knows whether it is new, and its answer says so.
   */
  public Optional<Received> takeUp(Delivered delivered) {
    Message message = delivered.message();
    if (message instanceof FormAnswers filledIn && tasks.asksForSecret(filledIn)) {
      throw new IllegalArgumentException("a secret is never written down: submit it");
    }
    Optional<Answer> refusal = tooOften(message.caller(), Answers.act(message));
    if (refusal.isPresent()) {
      // One that was here before is being done, or was: nobody is told that it was not.
      return receipts.isKnown(delivered)
          ? Optional.empty()
          : refusal.map(
              answer -> new Received(_ -> new Stepped(answer, Optional.empty()), () -> {}));
    }
    try {
      return receipts
          .claim(delivered)
          .map(
              receipt ->
                  new Received(
                      seen -> answers.answered(message.at(seen.apply(message.place())), receipt),
                      () -> receipts.end(receipt)));
    } catch (RuntimeException broken) {
      return Optional.of(
          new Received(
              _ -> new Stepped(answers.failed(message, broken), Optional.empty()), () -> {}));
    }
  }

  /**
   * Answers again what no process has brought to an end in time: a read is done again, a write goes
   * on from where the ledger has it. Tried a few times, then given up.
   *
   * @param platform whose messages the messenger can answer
   * @return how many there were
   */
  public int answerLeft(Platform platform, Messenger messenger) {
    return new Leftovers(receipts, answers::answeredAgain, messenger).answer(platform);
  }

  /**
   * The same for everybody of a workspace: whoever presses runs it with their own rights and their
   * own account.
   */
  public TicketId offerToAll(Workspace workspace, Step step) {
    Caller everybody = new Caller(workspace.platform(), workspace.id(), EVERYBODY);
    return kept(everybody, Ticket.Purpose.OPEN_STEP, step);
  }

  /**
   * Keeps what a button is to run, for that caller alone, and names it; a {@link Pressed.Kind#STEP}
   * runs it. One that only reads may be pressed again.
   */
  public TicketId offer(Caller caller, Step step) {
    return kept(caller, Ticket.Purpose.STEP, step);
  }

  private TicketId kept(Caller owner, Ticket.Purpose purpose, Step step) {
    Ticket ticket = new Ticket(owner, purpose, step.facts(), clock.instant().plus(LIFE_OF_STEPS));
    return store.write(unit -> unit.tickets().keep(ticket));
  }
}
