package io.tillbot.core.cancellation;

import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What cards about cancellations have in common. Names and reasons of others are never shown. */
final class CancellationCards {
  private CancellationCards() {}

  static Value id(ServerId server) {
    return Value.data(server.toString());
  }

  /** Which server it is. */
  static Reply.Builder server(Reply.Builder card, CancellableServer server) {
    return card.field(Text.of("field.server"), id(server.id()))
        .fieldIfKnown(Text.of("field.status"), server.billing().status(), Value::data)
        .fieldIfKnown(
            Text.of("field.account"),
            server.billing().account(),
            account -> Value.data(account.toString()))
        .fieldIfKnown(
            Text.of("field.location"),
            server.billing().location(),
            place -> Value.data(place.value()));
  }

  /** What was requested, and for when. */
  static Reply.Builder request(Reply.Builder card, CancellationRequest request) {
    return card.fieldIfKnown(Text.of("field.takes-effect"), request.type(), CancellationCards::type)
        .fieldIfKnown(Text.of("field.requested"), request.requested(), Value::day)
        .fieldIfKnown(Text.of("field.due"), request.due(), Value::day);
  }

  /** When a request of that type takes effect; empty where WHMCS's words do not say it. */
  static Optional<CancellationTime> time(@Nullable String type) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (lower.contains("end of billing")) {
      return Optional.of(CancellationTime.END_OF_PERIOD);
    }
    return lower.contains("immediate") ? Optional.of(CancellationTime.IMMEDIATE) : Optional.empty();
  }

  /** WHMCS's type in the reader's language; another one in its own words. */
  static Value type(String type) {
    return time(type)
        .<Value>map(
            time ->
                switch (time) {
                  case END_OF_PERIOD -> Text.of("cancel.type-end");
                  case IMMEDIATE -> Text.of("cancel.type-now");
                })
        .orElseGet(() -> Value.data(type));
  }

  static Snapshot.Builder snapshot(CancellableServer server) {
    return Snapshot.builder()
        .fact(Fact.SERVER, server.id())
        .fact(Fact.ACCOUNT, server.billing().account())
        .fact(Fact.STATUS, server.billing().status())
        .fact(
            Fact.CANCELLATION,
            server
                .request()
                .map(request -> request.type() + ", " + request.requested())
                .orElse(null));
  }

  /** What a request of another kind than was asked for looks like to the person. */
  static Finding.Unproven otherKind(CancellationRequest request) {
    Value type = Value.cell(request.type(), CancellationCards::type);
    return new Finding.Unproven(List.of(Text.of("cancel.trace-other-kind", type)));
  }

  static void whereToLook(Reply.Builder card, ServerId server) {
    card.body(Text.of("cancel.where-to-look"))
        .run(Text.of("button.cancellations"), "/cancel list --server " + server)
        .run(Text.of("button.server", id(server)), "/server show " + server);
  }
}
