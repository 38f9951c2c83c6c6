package io.tillbot.core.help;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.Target;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /billing help [command]}: what the caller may run here of the catalogue, or one command of
 * it.
 */
public final class HelpCommand implements Handler.NeedsNoAccount {
  private static final int LONGEST_NAME = 80;
  private static final OptionSpec<String> COMMAND =
      OptionSpec.rest("command", new TextType(LONGEST_NAME, "invoice"));
  private static final CommandSpec SPEC =
      CommandSpec.read("billing help", Visibility.PRIVATE, COMMAND);

  private final Supplier<CommandRegistry> registry;
  private final Gatekeeper gatekeeper;

  private HelpCommand(Supplier<CommandRegistry> registry, Gatekeeper gatekeeper) {
    this.registry = registry;
    this.gatekeeper = gatekeeper;
  }

  /**
   * The command.
   *
   * @param registry asked when help is, since help is itself a part of it
   */
  public static Command command(Supplier<CommandRegistry> registry, Gatekeeper gatekeeper) {
    return new Command(SPEC, new HelpCommand(registry, gatekeeper));
  }

  @Override
  public Outcome handle(Call call) {
    Optional<String> name = call.options().find(COMMAND);
    if (name.isEmpty()) {
      return new Outcome.Answered(HelpCards.everything(allowed(call, registry.get().commands())));
    }
    return switch (new TextParser(registry.get()).find(name.get())) {
      case Target.OfCommand(Command command, var _) ->
          new Outcome.Answered(ofCommand(call, command.spec()));
      case Target.OfParent(String _, List<Command> leaves) ->
          new Outcome.Answered(HelpCards.catalogue(allowed(call, leaves)));
      case Target.Unknown(Text problem) ->
          new Outcome.Refused(
              HelpCards.notUnderstood(new ParseResult.Failed(List.of(problem), null)));
    };
  }

  private Reply ofCommand(Call call, CommandSpec spec) {
    return mayRun(call, spec)
        ? HelpCards.command(spec, spec.next().stream().filter(path -> mayRun(call, path)).toList())
        : HelpCards.deniedCommand(spec);
  }

  private boolean mayRun(Call call, CommandPath path) {
    return registry.get().find(path.words()).filter(next -> mayRun(call, next.spec())).isPresent();
  }

  private boolean mayRun(Call call, CommandSpec spec) {
    return gatekeeper.mayRun(call.caller(), call.place(), spec).isAllowed();
  }

  private List<Command> allowed(Call call, List<Command> commands) {
    return gatekeeper.allowed(commands, call.caller(), call.place());
  }
}
