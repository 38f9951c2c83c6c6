package io.tillbot.core.server;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /server show <id>}: get_billing_data. */
public final class ServerShowCommand implements Handler.ReadsAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("server show", Visibility.SHAREABLE, ServerOptions.ID)
          .leadingTo("server invoices", "cancel server");

  private ServerShowCommand() {}

  public static Command command() {
    return new Command(SPEC, new ServerShowCommand());
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    ServerId server = call.options().require(ServerOptions.ID);
    return ApiFailures.answer(
        billing.getBillingData(ReadRequest.GetBillingData.of(server)),
        data -> new Outcome.Answered(card(server, data)));
  }

  private static Reply card(ServerId server, ServerBilling data) {
    Reply.Builder card = Reply.card(Text.of("server.title", Value.data(server.toString())));
    String status = data.status();
    card.tone(tone(status))
        .field(
            Text.of("field.status"),
            status == null ? Text.of("server.status-not-told") : Value.data(status));
    AccountId account = data.account();
    card.field(
        Text.of("field.account"),
        account == null ? Text.of("server.no-account") : Value.data(account.toString()));
    return card.fieldIfKnown(
            Text.of("field.billing-location"), data.billing(), place -> Value.data(place.value()))
        .fieldIfKnown(
            Text.of("field.location"), data.location(), place -> Value.data(place.value()))
        .run(Text.of("button.server-invoices"), "/server invoices " + server)
        .build();
  }

  /** WHMCS's service statuses: Pending, Active, Suspended, Terminated, Cancelled, Fraud. */
  private static Tone tone(@Nullable String status) {
    return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
      case "active" -> Tone.GOOD;
      case "suspended", "fraud" -> Tone.BAD;
      case "pending" -> Tone.WARNING;
      default -> Tone.NEUTRAL;
    };
  }
}
