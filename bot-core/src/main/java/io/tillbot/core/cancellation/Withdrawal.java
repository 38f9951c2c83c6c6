package io.tillbot.core.cancellation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.credit.Holdings;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Memory;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import io.tillbot.core.share.Sharing;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * delete_cancellation_request. Proven by the list of requests, in which it is no more, while the
 * server goes on: one that was carried out is not in the list either. Harmless to send again.
 *
 * @param time when what it takes back takes effect, as far as that was told
 * @param credit before, where it may change
 */
record Withdrawal(CancellableServer server, Optional<CancellationTime> time, Optional<Money> credit)
    implements Change<WriteAnswer.CancellationWithdrawn> {
  private static final String TIME = "takes-effect";

  /** What was written down of it. */
  static Withdrawal recalled(Recollection of) {
    return new Withdrawal(
        CancellableServer.recalled(of),
        of.told(TIME, CancellationTime::valueOf),
        of.told(Fact.CREDIT, Money::parse));
  }

  @Override
  public Text subject() {
    return subject(server.id());
  }

  static Text subject(ServerId server) {
    return Text.of("cancel-undo.subject", CancellationCards.id(server));
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
  public Set<Target> targets() {
    return Set.of(Target.server(server.id()));
  }

  @Override
  public Commitment commitment() {
    // The refund of one that took effect at once goes back; of one whose time is not told, it may.
    return time.filter(when -> when == CancellationTime.END_OF_PERIOD).isPresent()
        ? Commitment.nothing()
        : Commitment.open();
  }

  @Override
  public Map<String, String> memory() {
    return new Memory().put(TIME, time.orElse(null)).texts();
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
      return new Finding.Done(done(now.get(), reads, trail));
    }
    return told.isPresent()
        ? Finding.Unproven.without()
        : new Finding.NotDone("/cancel undo " + server.id());
  }

  private Reply done(CancellableServer now, BillingReads reads, CreditTrail trail) {
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
                            Holdings.afterwards(before, after.credit(), trail)),
                    () -> card.note(Text.of("pay.credit-not-read"))));
    Sharing.offer(card, "/cancel list --server " + server.id());
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
