package io.tillbot.core.cancellation;

import static io.tillbot.core.cancellation.CancelOptions.ID;
import static io.tillbot.core.cancellation.CancelOptions.REASON;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /cancel subscription <id> [reason…]}: request_subscription_cancellation makes a ticket for
 * people to work on; it stops nothing at once.
 */
public final class CancelSubscriptionCommand implements Handler.ChangesAccount {
  private static final CommandSpec SPEC =
      CommandSpec.destructive("cancel subscription", Visibility.PRIVATE, ID, REASON)
          .leadingTo("server show");

  private final @Nullable String type;

  private CancelSubscriptionCommand(@Nullable String type) {
    this.type = type;
  }

  /**
   * The command.
   *
   * @param type the API's {@code cancellation_type}, whose words the document leaves open; null
   *     sends none
   */
  public static Command command(@Nullable String type) {
    return new Command(SPEC, new CancelSubscriptionCommand(type));
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    ServerId server = call.options().require(ID);
    @Nullable String reason = call.options().find(REASON).orElse(null);
    return Preparation.of(
        billing.getBillingData(ReadRequest.GetBillingData.of(server)),
        data -> new Preparation.Ready(new TicketRequest(server, data, type, reason)));
  }

  /** No read of the API tells of tickets: only its own clear answer does. */
  private record TicketRequest(
      ServerId server, ServerBilling data, @Nullable String type, @Nullable String reason)
      implements Change<WriteAnswer.TicketCreated> {

    @Override
    public Text subject() {
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
      card.body(Text.of("cancel-subscription.where-to-look"));
    }
  }
}
