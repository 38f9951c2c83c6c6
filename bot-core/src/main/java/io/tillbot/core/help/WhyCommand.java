package io.tillbot.core.help;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.Target;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.LineType;
import io.tillbot.core.policy.Decision;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.PolicyCards;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.function.Supplier;

/** {@code /billing why <line>}: whether the caller may run it here, and which rule says so. */
public final class WhyCommand implements Handler.NeedsNoAccount {
  private static final OptionSpec<String> LINE = OptionSpec.required("line", new LineType());

  private static final CommandSpec SPEC =
      CommandSpec.read("billing why", Visibility.PRIVATE, LINE).leadingTo("billing help");

  private final Supplier<CommandRegistry> registry;
  private final Gatekeeper gatekeeper;

  private WhyCommand(Supplier<CommandRegistry> registry, Gatekeeper gatekeeper) {
    this.registry = registry;
    this.gatekeeper = gatekeeper;
  }

  /**
   * The command.
   *
   * @param registry asked when the question is, since this command is itself a part of it
   */
  public static Command command(Supplier<CommandRegistry> registry, Gatekeeper gatekeeper) {
    return new Command(SPEC, new WhyCommand(registry, gatekeeper));
  }

  @Override
  public Outcome handle(Call call) {
    String line = call.options().require(LINE);
    TextParser parser = new TextParser(registry.get());
    return switch (parser.find(line)) {
      case Target.OfCommand(Command command, var words) -> {
        Reply.Builder card = decided(call, command.spec());
        // The rule does not depend on the words after the command; a bare name is no mistake here.
        if (!words.isEmpty() && parser.parse(line) instanceof ParseResult.Failed failed) {
          failed.problems().forEach(problem -> card.note(Text.of("why.problem", problem)));
        }
        yield new Outcome.Answered(card.run(helpOf(command.spec()), help(command)).build());
      }
      case Target.OfParent(String word, List<Command> leaves) ->
          new Outcome.Answered(ofParent(call, word, leaves));
      case Target.Unknown(Text problem) ->
          new Outcome.Refused(
              HelpCards.notUnderstood(new ParseResult.Failed(List.of(problem), null)));
    };
  }

  private Reply.Builder decided(Call call, CommandSpec spec) {
    return switch (gatekeeper.mayRun(call.caller(), call.place(), spec)) {
      case Decision.Allowed allowed ->
          PolicyCards.permission(allowed, spec, gatekeeper.spentToday(call.caller()));
      case Decision.Denied denied -> PolicyCards.denial(denied, spec);
    };
  }

  private static Text helpOf(CommandSpec spec) {
    return Text.of("why.help", Value.line(spec.path().toString()));
  }

  private static String help(Command command) {
    return "/billing help " + command.spec().path().name();
  }

  private Reply ofParent(Call call, String word, List<Command> leaves) {
    return Reply.card(Text.of("why.parent", Value.line("/" + word)))
        .table(
            new Table(
                List.of(
                    Text.of("column.command"), Text.of("column.allowed"), Text.of("column.rule")),
                leaves.stream().map(leaf -> row(call, leaf.spec())).toList()))
        .build();
  }

  private Table.Row row(Call call, CommandSpec spec) {
    Decision decision = gatekeeper.mayRun(call.caller(), call.place(), spec);
    return new Table.Row(
        Tone.NEUTRAL,
        List.of(
            Value.line(spec.path().toString()),
            decision.isAllowed() ? Text.of("why.yes") : Text.of("why.no"),
            switch (decision) {
              case Decision.Allowed(RuleRef rule, var _) -> rule.label();
              case Decision.Denied(var _, List<RuleRef> rules) ->
                  rules.isEmpty() ? Text.of("why.no-rule") : rules.getFirst().label();
            }));
  }
}
