package io.tillbot.core.oversight;

import static io.tillbot.core.oversight.OperationOptions.OPERATION;
import static io.tillbot.core.oversight.OperationOptions.REASON;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /billing-admin settle <op> <done|not-done> [reason…]}: says what became of a change of
 * which no read could tell, after somebody has found out.
 */
public final class SettleCommand implements Handler.NeedsNoAccount {
  private static final OptionSpec<State> RESULT =
      OptionSpec.required("result", new ChoiceType<>(results()));
  private static final CommandSpec SPEC =
      CommandSpec.write("billing-admin settle", Visibility.PRIVATE, OPERATION, RESULT, REASON)
          .leadingTo("billing-admin operations");

  private final Operations operations;

  private SettleCommand(Operations operations) {
    this.operations = operations;
  }

  public static Command command(Operations operations) {
    return new Command(SPEC, new SettleCommand(operations));
  }

  private static Map<String, State> results() {
    Map<String, State> results = new LinkedHashMap<>();
    results.put("done", State.SETTLED_DONE);
    results.put("not-done", State.SETTLED_NOT_DONE);
    return results;
  }

  @Override
  public Outcome handle(Call call) {
    return operations.settle(
        call.options().require(OPERATION),
        call.options().require(RESULT),
        call.caller(),
        call.options().find(REASON));
  }
}
