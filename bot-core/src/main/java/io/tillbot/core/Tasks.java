package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes of what was given what is to be done. Reads nothing. */
final class Tasks {
  private final TextParser parser;
  private final Gatekeeper gatekeeper;
  private final CommandRunner runner;

  Tasks(TextParser parser, Gatekeeper gatekeeper, CommandRunner runner) {
    this.parser = parser;
    this.gatekeeper = gatekeeper;
    this.runner = runner;
  }

  Task given(Invocation invocation, Trail trail, Attempt attempt) {
    ParseResult parsed =
        switch (invocation.input()) {
          case Invocation.Line(String text) -> parser.parse(text);
          case Invocation.Named(String command, var options) -> parser.bind(command, options);
        };
    return task(
        parsed,
        trail,
        parent -> leaves(parent, invocation.caller(), invocation.place()),
        good ->
            attempt == Attempt.AGAIN && changesAtOnce(good.command())
                ? new Outcome.Unknown(HelpCards.perhapsDone(good.command().spec()))
                : runner.run(
                    good.command(),
                    new Call(
                        invocation.caller(), invocation.place(), good.options(), Call.Stage.TYPED),
                    trail));
  }

  /**
   * Whether a command changes something without being confirmed first. Done a second time it may
   * change something else: the account in use may be another one by then.
   */
  private static boolean changesAtOnce(Command command) {
    return command.spec().effect() != Effect.READ
        && !(command.handler() instanceof Handler.ChangesAccount);
  }

  Task filledIn(FormAnswers answers, Trail trail) {
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
            runner.run(
                good.command(),
                new Call(answers.caller(), answers.place(), good.options(), Call.Stage.ANSWERED),
                trail));
  }

  private Outcome leaves(ParseResult.Parent parent, Caller caller, Place place) {
    return new Outcome.Answered(
        HelpCards.leaves(gatekeeper.allowed(parent.leaves(), caller, place)));
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
