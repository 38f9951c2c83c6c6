package io.tillbot.core.cancellation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
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

/** request_cancellation at the end of the period; proven by the list of requests. */
record EndOfPeriod(CancellableServer server, @Nullable String reason)
    implements Change<WriteAnswer.Acknowledged> {

  /** What was written down of it. */
  static EndOfPeriod recalled(Recollection of, @Nullable String reason) {
    return new EndOfPeriod(CancellableServer.recalled(of), reason);
  }

  @Override
  public Text subject() {
    return subject(server.id());
  }

  static Text subject(ServerId server) {
    return Text.of("cancel.subject-end", CancellationCards.id(server));
  }

  @Override
  public Reply.Builder preview() {
    return CancellationCards.server(Reply.card(subject()), server)
        .body(Text.of("cancel.end-what-happens"))
        .fieldIfKnown(Text.of("field.reason"), reason, Value::data);
  }

  @Override
  public Snapshot snapshot() {
    return CancellationCards.snapshot(server).build();
  }

  @Override
  public Set<Target> targets() {
    return Set.of(Target.server(server.id()));
  }

  @Override
  public Commitment commitment() {
    return Commitment.nothing();
  }

  @Override
  public ApiResult<WriteAnswer.Acknowledged> send(BillingWrites writes) {
    return writes.requestCancellation(
        new WriteRequest.RequestCancellation(
            server.id(), CancellationTime.END_OF_PERIOD, reason, null));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.Acknowledged> told, BillingReads reads, CreditTrail trail) {
    Optional<CancellableServer> now = CancellableServer.read(server.id(), reads).found();
    Optional<CancellationRequest> request = now.flatMap(CancellableServer::request);
    if (now.isEmpty() || request.isEmpty()) {
      return Finding.Unproven.without();
    }
    boolean isProven =
        now.get()
            .time()
            .map(time -> time == CancellationTime.END_OF_PERIOD)
            .orElse(told.isPresent());
    return isProven
        ? new Finding.Done(done(request.get()))
        : CancellationCards.otherKind(request.get());
  }

  private Reply done(CancellationRequest request) {
    return CancellationCards.request(
            Reply.card(Text.of("cancel.done-end", CancellationCards.id(server.id())))
                .tone(Tone.GOOD),
            request)
        .run(Text.of("button.undo"), "/cancel undo " + server.id())
        .build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    CancellationCards.whereToLook(card, server.id());
  }
}
