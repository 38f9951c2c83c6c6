package io.tillbot.core.cancellation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.InvoiceId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * request_cancellation at once: the server goes, its unpaid invoices are cancelled, and what is
 * left of the last paid period goes to the credit. How much is known only afterwards, and never
 * comes from us. Proven by the list of requests or by the server's own status.
 *
 * @param unpaid the server's invoices that would be cancelled
 * @param credit before
 */
record AtOnce(
    CancellableServer server, @Nullable String reason, List<InvoiceId> unpaid, Money credit)
    implements Change<WriteAnswer.Acknowledged> {
  private static final String UNPAID = "unpaid";

  /** What was written down of it. */
  static AtOnce recalled(Recollection of, @Nullable String reason) {
    return new AtOnce(
        CancellableServer.recalled(of),
        reason,
        of.all(UNPAID, InvoiceId::new),
        of.require(Fact.CREDIT, Money::parse));
  }

  AtOnce {
    unpaid = List.copyOf(unpaid);
  }

  @Override
  public Text subject() {
    return subject(server.id());
  }

  static Text subject(ServerId server) {
    return Text.of("cancel.subject-now", CancellationCards.id(server));
  }

  @Override
  public Reply.Builder preview() {
    Reply.Builder card =
        CancellationCards.server(Reply.card(subject()), server)
            .body(Text.of("cancel.now-what-happens"))
            .field(Text.of("field.credit"), Value.amount(credit))
            .fieldIfKnown(Text.of("field.reason"), reason, Value::data);
    if (!unpaid.isEmpty()) {
      card.body(Text.of("cancel.now-unpaid", Value.data(numbers())));
    }
    return card;
  }

  @Override
  public Snapshot snapshot() {
    return CancellationCards.snapshot(server)
        .fact(Fact.INVOICES, numbers())
        .fact(Fact.CREDIT, credit)
        .build();
  }

  @Override
  public Set<Target> targets() {
    return Stream.concat(
            Stream.of(Target.server(server.id())), unpaid.stream().map(Target::invoice))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Commitment commitment() {
    return Commitment.open();
  }

  @Override
  public Map<String, String> memory() {
    return new Memory().putAll(UNPAID, unpaid).texts();
  }

  @Override
  public ApiResult<WriteAnswer.Acknowledged> send(BillingWrites writes) {
    return writes.requestCancellation(
        new WriteRequest.RequestCancellation(
            server.id(), CancellationTime.IMMEDIATE, reason, null));
  }

  @Override
  public Finding find(
      Optional<WriteAnswer.Acknowledged> told, BillingReads reads, CreditTrail trail) {
    Optional<CancellableServer> now = CancellableServer.read(server.id(), reads).found();
    if (now.isEmpty()) {
      return Finding.Unproven.without();
    }
    boolean isListed =
        now.get().time().filter(time -> time == CancellationTime.IMMEDIATE).isPresent();
    boolean hasEnded = now.get().isOver() && !server.isOver();
    if (isListed || hasEnded) {
      return new Finding.Done(done(now.get(), reads, trail));
    }
    return now.get()
        .request()
        .<Finding>map(CancellationCards::otherKind)
        .orElseGet(Finding.Unproven::without);
  }

  private Reply done(CancellableServer now, BillingReads reads, CreditTrail trail) {
    Reply.Builder card =
        Reply.card(Text.of("cancel.done-now", CancellationCards.id(server.id())))
            .tone(Tone.GOOD)
            .fieldIfKnown(Text.of("field.status"), now.billing().status(), Value::data);
    now.request().ifPresent(request -> CancellationCards.request(card, request));
    Optional<Money> after = Holdings.read(reads).found().map(Holdings::credit);
    after.ifPresentOrElse(
        money -> card.field(Text.of("field.credit"), Holdings.afterwards(credit, money, trail)),
        () -> card.note(Text.of("pay.credit-not-read")));
    return card.run(Text.of("button.undo"), "/cancel undo " + server.id())
        .run(Text.of("button.credit"), "/credit")
        .build();
  }

  @Override
  public void whereToLook(Reply.Builder card) {
    whereToLook(card, server.id());
  }

  static void whereToLook(Reply.Builder card, ServerId server) {
    CancellationCards.whereToLook(card, server);
    card.run(Text.of("button.credit"), "/credit");
  }

  private String numbers() {
    return unpaid.stream().map(InvoiceId::toString).sorted().collect(Collectors.joining(", "));
  }
}
