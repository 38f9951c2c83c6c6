package io.tillbot.core.oversight;

import static io.tillbot.core.oversight.OperationOptions.OPERATION;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.reply.Outcome;

/** {@code /billing operations withdraw <op>}: takes back one's own change before it is sent. */
public final class OperationsWithdrawCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.write("billing operations withdraw", Visibility.PRIVATE, OPERATION)
          .leadingTo("billing operations list");

  private final Operations operations;

  private OperationsWithdrawCommand(Operations operations) {
    this.operations = operations;
  }

  public static Command command(Operations operations) {
    return new Command(SPEC, new OperationsWithdrawCommand(operations));
  }

  @Override
  public Outcome handle(Call call) {
    return operations.withdraw(call.options().require(OPERATION), call.caller());
  }
}
