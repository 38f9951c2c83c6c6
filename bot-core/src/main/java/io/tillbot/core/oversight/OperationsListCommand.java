package io.tillbot.core.oversight;

import static io.tillbot.core.oversight.OperationOptions.STATE;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.execution.OperationCards;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * {@code /billing operations list}: the caller's own changes and what became of them, and those
 * that wait for the caller's approval.
 */
public final class OperationsListCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("billing operations list", Visibility.PRIVATE, STATE)
          .leadingTo("billing operations show", "billing operations withdraw");

  private final Operations operations;

  private OperationsListCommand(Operations operations) {
    this.operations = operations;
  }

  public static Command command(Operations operations) {
    return new Command(SPEC, new OperationsListCommand(operations));
  }

  @Override
  public Outcome handle(Call call) {
    Set<State> states =
        call.options()
            .find(STATE)
            .<Set<State>>map(EnumSet::of)
            .orElseGet(() -> EnumSet.complementOf(EnumSet.of(State.PROPOSED)));
    List<Operation> listed = operations.list(call.caller(), call.place(), states);
    boolean isAllOwn = listed.stream().allMatch(one -> one.owner().equals(call.caller()));
    return new Outcome.Answered(
        OperationCards.list(
            Text.of(isAllOwn ? "operations.title" : "operations.title-and-waiting"),
            listed,
            OperationCards.Viewer.OWNER));
  }
}
