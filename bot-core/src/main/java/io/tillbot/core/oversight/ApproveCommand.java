package io.tillbot.core.oversight;

import static io.tillbot.core.oversight.OperationOptions.OPERATION;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.reply.Outcome;

/**
 * {@code /billing-admin approve <op>}: agrees to somebody else's change, where the policy asks for
 * a second person and names this one. It is checked again, and sent with its owner's own account.
 */
public final class ApproveCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.write("billing-admin approve", Visibility.PRIVATE, OPERATION)
          .leadingTo("billing-admin reject", "billing operations show");

  private final Operations operations;

  private ApproveCommand(Operations operations) {
    this.operations = operations;
  }

  public static Command command(Operations operations) {
    return new Command(SPEC, new ApproveCommand(operations));
  }

  @Override
  public Outcome handle(Call call) {
    return operations.approve(call.options().require(OPERATION), call.caller(), call.place());
  }
}
