package io.tillbot.core.execution;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.operation.Intent;
import io.tillbot.core.operation.Operation;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the call of a command again from what the ledger keeps of it. */
final class Bindings {
  private final Supplier<CommandRegistry> registry;

  Bindings(Supplier<CommandRegistry> registry) {
    this.registry = registry;
  }

  /** A command that changes something, as it was called. */
  record Bound(Command command, Handler.ChangesAccount changes, Call call) {

    /** The line that calls it again. */
    String line() {
      return command.spec().line(call.options().words());
    }
  }

  /** The operation's command; empty where this version of the program does not know it any more. */
  Optional<CommandSpec> spec(Operation operation) {
    return new TextParser(registry.get()).command(operation.command()).map(Command::spec);
  }

  /** The operation's call; empty where this version of the program does not know it any more. */
  Optional<Bound> of(Operation operation, Intent intent) {
    ParseResult parsed = new TextParser(registry.get()).bind(operation.command(), intent.words());
    return parsed instanceof ParseResult.Parsed(Command command, var options)
            && command.handler() instanceof Handler.ChangesAccount changes
        ? Optional.of(
            new Bound(
                command,
                changes,
                new Call(operation.owner(), intent.place(), options, Call.Stage.CONFIRMED)))
        : Optional.empty();
  }
}
