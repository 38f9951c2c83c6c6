package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.execution.ConfirmationCards;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.invoice.FoundInvoices;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import io.tillbot.core.share.Sharing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes of what was given what is to be done. Reads nothing. */
final class Tasks {
  /** The command that shows an invoice, and its option. */
  private static final String LOOK_UP = "invoice";

  private static final String ID = "id";

  private final TextParser parser;
  private final Gatekeeper gatekeeper;
  private final CommandRunner runner;

  Tasks(TextParser parser, Gatekeeper gatekeeper, CommandRunner runner) {
    this.parser = parser;
    this.gatekeeper = gatekeeper;
    this.runner = runner;
  }

  Task given(Invocation invocation, Trail trail, Attempt attempt) {
    return switch (invocation.input()) {
      case Invocation.Line(String text) -> parsed(parser.parse(text), invocation, trail, attempt);
      case Invocation.Named(String command, var options) ->
          parsed(parser.bind(command, options), invocation, trail, attempt);
      case Invocation.FoundIn(String text) -> foundIn(text, invocation, trail, attempt);
    };
  }

  private Task parsed(ParseResult parsed, Invocation invocation, Trail trail, Attempt attempt) {
    return task(
        parsed,
        trail,
        parent -> leaves(parent, invocation.caller(), invocation.place()),
        good -> {
          Call call =
              new Call(invocation.caller(), invocation.place(), good.options(), Call.Stage.TYPED);
          return Sharing.offered(
              done(good.command(), call, trail, attempt),
              good.command().spec(),
              good.options().words());
        });
  }

  private Task foundIn(String text, Invocation invocation, Trail trail, Attempt attempt) {
    List<InvoiceId> found = FoundInvoices.in(text);
    return FoundInvoices.only(found)
        .map(id -> parser.bind(LOOK_UP, Map.of(ID, id.toString())))
        .map(parsed -> parsed(parsed, invocation, trail, attempt))
        .orElseGet(
            () -> {
              trail.runs(LOOK_UP);
              return new Task("found in a message", () -> FoundInvoices.choice(found));
            });
  }

  /** What a command shows its caller, for everybody to see. */
  Task shared(Invocation invocation, Trail trail) {
    boolean isShareable =
        invocation.input() instanceof Invocation.Line(String line)
            && parser.parse(line) instanceof ParseResult.Parsed(Command command, var _)
            && Sharing.isShareable(command.spec());
    if (!isShareable) {
      return Task.turnedAway("share", ConfirmationCards::gone);
    }
    Task own = given(invocation, trail, Attempt.FIRST);
    return new Task(own.name(), () -> Sharing.shared(own.work().get()));
  }

  private Outcome done(Command command, Call call, Trail trail, Attempt attempt) {
    return attempt == Attempt.AGAIN && changesAtOnce(command)
        ? new Outcome.Unknown(HelpCards.perhapsDone(command.spec()))
        : runner.run(command, call, trail);
  }

  /**
   * Whether a command changes something without being confirmed first. Done a second time it may
   * change something else: the account in use may be another one by then.
   */
  private static boolean changesAtOnce(Command command) {
    return command.spec().effect() != Effect.READ
        && !(command.handler() instanceof Handler.ChangesAccount);
  }

  /** Whether what was filled in may hold a secret, which is never written down. */
  boolean asksForSecret(FormAnswers answers) {
    return parser
        .command(answers.command())
        .filter(command -> command.handler() instanceof Handler.AsksForSecret)
        .isPresent();
  }

  Task filledIn(FormAnswers answers, Trail trail, Attempt attempt) {
    Optional<Command> command = parser.command(answers.command());
    if (command.isPresent() && command.get().handler() instanceof Handler.AsksForSecret asking) {
      Call call = new Call(answers.caller(), answers.place(), Options.none(), Call.Stage.ANSWERED);
      trail.runs(command.get().spec(), Map.of());
      return new Task(
          command.get().spec().path().toString(),
          () -> runner.submit(command.get(), asking, answers, call, trail));
    }
    Map<String, String> words = new HashMap<>(answers.given());
    answers.answers().entrySet().stream()
        .filter(answer -> !answer.getValue().isBlank())
        .forEach(answer -> words.put(answer.getKey(), answer.getValue()));
    return task(
        parser.bind(answers.command(), words),
        trail,
        parent -> leaves(parent, answers.caller(), answers.place()),
        good ->
            done(
                good.command(),
                new Call(answers.caller(), answers.place(), good.options(), Call.Stage.ANSWERED),
                trail,
                attempt));
  }

  private Outcome leaves(ParseResult.Parent parent, Caller caller, Place place) {
    List<Command> allowed = gatekeeper.allowed(parent.leaves(), caller, place);
    // At a terminal a button is one more line that says what the list says.
    return new Outcome.Answered(
        switch (place.kind()) {
          case TERMINAL -> HelpCards.catalogue(allowed);
          case DIRECT_MESSAGE, PRIVATE_CHANNEL, PUBLIC_CHANNEL -> HelpCards.leaves(allowed);
        });
  }

  private static Task task(
      ParseResult parsed,
      Trail trail,
      Function<ParseResult.Parent, Outcome> leaves,
      Function<ParseResult.Parsed, Outcome> work) {
    return switch (parsed) {
      case ParseResult.Parsed good -> {
        trail.runs(good.command().spec(), good.options().words());
        yield new Task(good.command().spec().path().toString(), () -> work.apply(good));
      }
      case ParseResult.Parent parent -> {
        trail.runs(parent.word());
        yield new Task("/" + parent.word(), () -> leaves.apply(parent));
      }
      case ParseResult.Failed failed ->
          new Task("not understood", () -> new Outcome.Refused(HelpCards.notUnderstood(failed)));
    };
  }

  /**
   * What is wrong with the answers to a form, by their questions' names; empty when nothing is.
   * Reads nothing, so that a platform can ask it within its three seconds.
   */
  Map<String, Text> check(FormAnswers answers) {
    Map<String, Text> problems = new LinkedHashMap<>();
    parser
        .command(answers.command())
        .ifPresent(
            command ->
                answers
                    .answers()
                    .forEach(
                        (name, word) ->
                            problem(command, name, word)
                                .ifPresent(problem -> problems.put(name, problem))));
    return problems;
  }

  private static Optional<Text> problem(Command command, String name, String word) {
    return word.isBlank()
        ? Optional.empty()
        : command.spec().option(name).flatMap(option -> option.problem(word));
  }
}
