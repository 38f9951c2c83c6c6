package io.tillbot.core.oversight;

import static io.tillbot.core.oversight.OperationOptions.OPERATION;
import static io.tillbot.core.oversight.OperationOptions.REASON;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.reply.Outcome;

/** {@code /billing-admin reject <op> [reason…]}: does not agree to somebody else's change. */
public final class RejectCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.write("billing-admin reject", Visibility.PRIVATE, OPERATION, REASON)
          .leadingTo("billing-admin approve", "billing operations show");

  private final Operations operations;

  private RejectCommand(Operations operations) {
    this.operations = operations;
  }

  public static Command command(Operations operations) {
    return new Command(SPEC, new RejectCommand(operations));
  }

  @Override
  public Outcome handle(Call call) {
    return operations.reject(
        call.options().require(OPERATION),
        call.caller(),
        call.place(),
        call.options().find(REASON));
  }
}
