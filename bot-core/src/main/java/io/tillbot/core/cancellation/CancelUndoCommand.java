package io.tillbot.core.cancellation;

import static io.tillbot.core.cancellation.CancelOptions.ID;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.credit.Holdings;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.Optional;

/** {@code /cancel undo <server id>}: delete_cancellation_request restores the order. */
public final class CancelUndoCommand implements Handler.ChangesAccount {
  private static final CommandSpec SPEC =
      CommandSpec.write("cancel undo", Visibility.SHAREABLE, ID)
          .leadingTo("server show", "cancel list");

  private final Operations operations;

  private CancelUndoCommand(Operations operations) {
    this.operations = operations;
  }

  /**
   * The command.
   *
   * @param operations among which a cancellation may still wait to be sent
   */
  public static Command command(Operations operations) {
    return new Command(SPEC, new CancelUndoCommand(operations));
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    ServerId id = call.options().require(ID);
    return waiting(call, id).<Preparation>map(ended -> ended).orElseGet(() -> prepare(id, billing));
  }

  /**
   * One of the caller's own that is held, or awaits approval, is taken back before it is sent; a
   * confirmed undo takes back nothing but what it was shown for.
   */
  private Optional<Preparation.Ended> waiting(Call call, ServerId id) {
    return call.stage() == Call.Stage.CONFIRMED
        ? Optional.empty()
        : operations.withdrawWaiting(call.caller(), "cancel server", Target.server(id));
  }

  private static Preparation prepare(ServerId id, BillingReads billing) {
    return Preparation.of(
        CancellableServer.read(id, billing),
        server ->
            server.isBeingCancelled()
                ? Preparation.of(
                    credit(server, billing),
                    credit -> new Preparation.Ready(new Withdrawal(server, server.time(), credit)))
                : Preparation.refused(
                    Reply.card(Text.of("cancel-undo.title", CancellationCards.id(id)))
                        .body(Text.of("cancel-undo.nothing-to-undo"))
                        .run(Text.of("button.cancellations"), "/cancel list")));
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    ServerId id = call.options().require(ID);
    return Recalled.of(
        () -> Withdrawal.recalled(recollection),
        Withdrawal.subject(id),
        card -> CancellationCards.whereToLook(card, id));
  }

  /** Taking back one that took effect at once takes its refund back from the credit. */
  private static ApiResult<Optional<Money>> credit(CancellableServer server, BillingReads billing) {
    return server.time().filter(time -> time == CancellationTime.IMMEDIATE).isPresent()
        ? Holdings.read(billing).map(holdings -> Optional.of(holdings.credit()))
        : new ApiResult.Done<>(Optional.empty());
  }
}
