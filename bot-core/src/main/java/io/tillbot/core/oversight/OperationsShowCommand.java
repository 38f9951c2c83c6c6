package io.tillbot.core.oversight;

import static io.tillbot.core.oversight.OperationOptions.OPERATION;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.execution.OperationCards;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.reply.Outcome;

/**
 * {@code /billing operations show <op>}: one change and what became of it; looks again when that is
 * unknown.
 */
public final class OperationsShowCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("billing operations show", Visibility.PRIVATE, OPERATION)
          .leadingTo("billing operations list", "billing operations withdraw");

  private final Operations operations;

  private OperationsShowCommand(Operations operations) {
    this.operations = operations;
  }

  public static Command command(Operations operations) {
    return new Command(SPEC, new OperationsShowCommand(operations));
  }

  @Override
  public Outcome handle(Call call) {
    return operations.show(
        call.options().require(OPERATION),
        call.caller(),
        call.place(),
        OperationCards.Viewer.OWNER);
  }
}
