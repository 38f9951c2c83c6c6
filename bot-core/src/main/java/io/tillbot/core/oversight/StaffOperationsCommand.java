package io.tillbot.core.oversight;

import static io.tillbot.core.oversight.OperationOptions.STATE;

import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.execution.OperationCards;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code /billing-admin operations}: everybody's changes that have not come to their end, so that
 * staff see what is to be settled. What they were about is told, no more.
 */
public final class StaffOperationsCommand implements Handler.NeedsNoAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("billing-admin operations", Visibility.PRIVATE, STATE)
          .leadingTo("billing-admin show", "billing-admin settle");

  private final Operations operations;

  private StaffOperationsCommand(Operations operations) {
    this.operations = operations;
  }

  public static Command command(Operations operations) {
    return new Command(SPEC, new StaffOperationsCommand(operations));
  }

  @Override
  public Outcome handle(Call call) {
    Set<State> states =
        call.options()
            .find(STATE)
            .<Set<State>>map(EnumSet::of)
            .orElseGet(
                () ->
                    EnumSet.of(State.AWAITING_APPROVAL, State.HELD, State.SENDING, State.UNKNOWN));
    return new Outcome.Answered(
        OperationCards.list(
            Text.of("operations.everybodys"),
            operations.listAll(states),
            OperationCards.Viewer.STAFF));
  }
}
