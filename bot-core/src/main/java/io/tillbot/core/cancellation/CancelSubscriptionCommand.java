package io.tillbot.core.cancellation;

import static io.tillbot.core.cancellation.CancelOptions.ID;
import static io.tillbot.core.cancellation.CancelOptions.REASON;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
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
  public Change<?> recall(Call call, Recollection recollection) {
    ServerId server = call.options().require(ID);
    return Recalled.of(
        () -> TicketRequest.recalled(recollection, type, call.options().find(REASON).orElse(null)),
        TicketRequest.subject(server),
        TicketRequest::askSupport);
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    ServerId server = call.options().require(ID);
    @Nullable String reason = call.options().find(REASON).orElse(null);
    return Preparation.of(
        billing.getBillingData(ReadRequest.GetBillingData.of(server)),
        data -> new Preparation.Ready(new TicketRequest(server, data, type, reason)));
  }
}
