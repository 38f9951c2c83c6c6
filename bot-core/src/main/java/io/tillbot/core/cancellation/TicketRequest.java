package io.tillbot.core.cancellation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * request_subscription_cancellation. No read of the API tells of tickets: only its own clear answer
 * does.
 */
record TicketRequest(
    ServerId server, ServerBilling data, @Nullable String type, @Nullable String reason)
    implements Change<WriteAnswer.TicketCreated> {

  /** What was written down of it. */
  static TicketRequest recalled(Recollection of, @Nullable String type, @Nullable String reason) {
    CancellableServer server = CancellableServer.recalled(of);
    return new TicketRequest(server.id(), server.billing(), type, reason);
  }

  @Override
  public Text subject() {
    return subject(server);
  }

  static Text subject(ServerId server) {
    return Text.of("cancel-subscription.subject", CancellationCards.id(server));
  }

  @Override
  public Reply.Builder preview() {
    return Reply.card(subject())
        .body(Text.of("cancel-subscription.what-happens"))
        .fieldIfKnown(Text.of("field.status"), data.status(), Value::data)
        .fieldIfKnown(Text.of("field.reason"), reason, Value::data);
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.builder()
        .fact(Fact.SERVER, server)
        .fact(Fact.ACCOUNT, data.account())
        .fact(Fact.STATUS, data.status())
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Set.of(Target.server(server));
  }

  @Override
  public Commitment commitment() {
    return Commitment.nothing();
  }

  @Override
  public ApiResult<WriteAnswer.TicketCreated> send(BillingWrites writes) {
    return writes.requestSubscriptionCancellation(
        new WriteRequest.RequestSubscriptionCancellation(server, type, reason));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.TicketCreated> told, BillingReads reads, CreditTrail trail) {
    return told.<Finding>map(answer -> new Finding.Done(made(answer.ticket())))
        .orElseGet(Finding.Unproven::without);
  }

  private Reply made(String ticket) {
    return Reply.card(
            Text.of("cancel-subscription.done", Value.data(ticket), CancellationCards.id(server)))
        .tone(Tone.GOOD)
        .body(Text.of("cancel-subscription.done-what-now"))
        .field(Text.of("field.ticket"), Value.data(ticket))
        .build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    askSupport(card);
  }

  /** Where any ticket is asked for. */
  static void askSupport(Reply.Builder card) {
    card.body(Text.of("cancel-subscription.where-to-look"));
  }
}
