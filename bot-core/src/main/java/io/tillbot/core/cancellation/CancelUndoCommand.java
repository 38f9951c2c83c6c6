package io.tillbot.core.cancellation;

import static io.tillbot.core.cancellation.CancelOptions.ID;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.credit.Holdings;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Objects;
import java.util.Optional;

/** {@code /cancel undo <server id>}: delete_cancellation_request restores the order. */
public final class CancelUndoCommand implements Handler.ChangesAccount {
  private static final CommandSpec SPEC =
      CommandSpec.write("cancel undo", Visibility.SHAREABLE, ID)
          .leadingTo("server show", "cancel list");

  private CancelUndoCommand() {}

  public static Command command() {
    return new Command(SPEC, new CancelUndoCommand());
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    ServerId id = call.options().require(ID);
    return Preparation.of(
        CancellableServer.read(id, billing),
        server ->
            server.isBeingCancelled()
                ? Preparation.of(
                    credit(server, billing),
                    credit -> new Preparation.Ready(new Withdrawal(server, credit)))
                : Preparation.refused(
                    Reply.card(Text.of("cancel-undo.title", CancellationCards.id(id)))
                        .body(Text.of("cancel-undo.nothing-to-undo"))
                        .run(Text.of("button.cancellations"), "/cancel list")));
  }

  /** Taking back one that took effect at once takes its refund back from the credit. */
  private static ApiResult<Optional<Money>> credit(CancellableServer server, BillingReads billing) {
    return server.time().filter(time -> time == CancellationTime.IMMEDIATE).isPresent()
        ? Holdings.read(billing).map(holdings -> Optional.of(holdings.credit()))
        : new ApiResult.Done<>(Optional.empty());
  }

  /**
   * Proven by the list of requests, in which it is no more, while the server goes on: one that was
   * carried out is not in the list either. Harmless to send again.
   *
   * @param credit before, where it may change
   */
  private record Withdrawal(CancellableServer server, Optional<Money> credit)
      implements Change<WriteAnswer.CancellationWithdrawn> {

    @Override
    public Text subject() {
      return Text.of("cancel-undo.subject", CancellationCards.id(server.id()));
    }

    @Override
    public Reply.Builder preview() {
      Reply.Builder card = CancellationCards.server(Reply.card(subject()), server);
      server.request().ifPresent(request -> CancellationCards.request(card, request));
      credit.ifPresent(
          money ->
              card.field(Text.of("field.credit"), Value.amount(money))
                  .body(Text.of("cancel-undo.refund-goes-back")));
      return card.body(Text.of("cancel-undo.what-happens"));
    }

    @Override
    public Snapshot snapshot() {
      return CancellationCards.snapshot(server).fact(Fact.CREDIT, credit.orElse(null)).build();
    }

    @Override
    public ApiResult<WriteAnswer.CancellationWithdrawn> send(BillingWrites writes) {
      return writes.deleteCancellationRequest(
          new WriteRequest.DeleteCancellationRequest(server.id()));
    }

    @Override
    public Finding find(
        Optional<WriteAnswer.CancellationWithdrawn> told, BillingReads reads, CreditTrail trail) {
      Optional<CancellableServer> now = CancellableServer.read(server.id(), reads).found();
      if (now.isEmpty()) {
        return Finding.Unproven.without();
      }
      boolean isSameAccount =
          Objects.equals(now.get().billing().account(), server.billing().account());
      if (!isSameAccount || now.get().isOver()) {
        return Finding.Unproven.without();
      }
      if (!now.get().isBeingCancelled()) {
        return new Finding.Done(done(now.get(), reads));
      }
      return told.isPresent()
          ? Finding.Unproven.without()
          : new Finding.NotDone("/cancel undo " + server.id());
    }

    private Reply done(CancellableServer now, BillingReads reads) {
      Reply.Builder card =
          CancellationCards.server(
              Reply.card(Text.of("cancel-undo.done", CancellationCards.id(server.id())))
                  .tone(Tone.GOOD),
              now);
      credit.ifPresent(
          before ->
              Holdings.read(reads)
                  .found()
                  .ifPresentOrElse(
                      after ->
                          card.field(
                              Text.of("field.credit"),
                              Text.of(
                                  "confirm.changed",
                                  Value.amount(before),
                                  Value.amount(after.credit()))),
                      () -> card.note(Text.of("pay.credit-not-read"))));
      return card.run(Text.of("button.server", CancellationCards.id(server.id())), show()).build();
    }

    private String show() {
      return "/server show " + server.id();
    }

    @Override
    public void whereToLook(Reply.Builder card) {
      CancellationCards.whereToLook(card, server.id());
    }
  }
}
