package io.tillbot.core.cancellation;

import static io.tillbot.core.cancellation.CancelOptions.ID;
import static io.tillbot.core.cancellation.CancelOptions.REASON;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.credit.Holdings;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /cancel server <id> [reason…] [--now]}: request_cancellation. It ends with the paid
 * period; ending it at once must be written as {@code --now}, so that no slip of the tongue does
 * it.
 */
public final class CancelServerCommand implements Handler.ChangesAccount {
  private static final String END = "end";
  private static final OptionSpec<Boolean> NOW = OptionSpec.flag("now");
  private static final CommandSpec SPEC =
      CommandSpec.destructive("cancel server", Visibility.PRIVATE, ID, REASON, NOW)
          .leadingTo("cancel undo", "cancel list");

  private CancelServerCommand() {}

  public static Command command() {
    return new Command(SPEC, new CancelServerCommand());
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    ServerId server = call.options().require(ID);
    Optional<String> reason = call.options().find(REASON);
    if (reason.filter(CancelServerCommand::soundsLikeNow).isPresent()) {
      return Preparation.refused(
          Reply.card(title(server))
              .body(Text.of("cancel.now-is-an-option"))
              .field(Text.of("field.try"), Value.line("/cancel server " + server + " --now")));
    }
    return Preparation.of(
        CancellableServer.read(server, billing),
        found -> prepared(found, time(call), stated(call), billing));
  }

  private static CancellationTime time(Call call) {
    return call.options().has(NOW) ? CancellationTime.IMMEDIATE : CancellationTime.END_OF_PERIOD;
  }

  private static @Nullable String stated(Call call) {
    return call.options()
        .find(REASON)
        .filter(words -> !words.toLowerCase(Locale.ROOT).equals(END))
        .orElse(null);
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    ServerId server = call.options().require(ID);
    return switch (time(call)) {
      case END_OF_PERIOD ->
          Recalled.of(
              () -> EndOfPeriod.recalled(recollection, stated(call)),
              EndOfPeriod.subject(server),
              card -> CancellationCards.whereToLook(card, server));
      case IMMEDIATE ->
          Recalled.of(
              () -> AtOnce.recalled(recollection, stated(call)),
              AtOnce.subject(server),
              card -> AtOnce.whereToLook(card, server));
    };
  }

  private static Preparation prepared(
      CancellableServer server,
      CancellationTime time,
      @Nullable String reason,
      BillingReads billing) {
    if (server.billing().account() == null) {
      return Preparation.refused(
          Reply.card(title(server.id())).body(Text.of("cancel.not-in-billing")));
    }
    if (server.isOver()) {
      return Preparation.refused(
          Reply.card(title(server.id()))
              .body(Text.of("cancel.is-over", Value.cell(server.billing().status(), Value::data))));
    }
    if (server.isBeingCancelled()) {
      return Preparation.refused(
          Reply.card(title(server.id()))
              .body(Text.of("cancel.requested-already"))
              .run(Text.of("button.undo"), "/cancel undo " + server.id()));
    }
    return switch (time) {
      case END_OF_PERIOD -> new Preparation.Ready(new EndOfPeriod(server, reason));
      case IMMEDIATE -> atOnce(server, reason, billing);
    };
  }

  private static Preparation atOnce(
      CancellableServer server, @Nullable String reason, BillingReads billing) {
    return Preparation.of(
        billing
            .getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server.id()))
            .then(
                invoices ->
                    Holdings.read(billing)
                        .map(
                            holdings ->
                                new AtOnce(server, reason, unpaid(invoices), holdings.credit()))),
        Preparation.Ready::new);
  }

  private static List<InvoiceId> unpaid(List<InvoiceSummary> invoices) {
    return invoices.stream()
        .filter(invoice -> invoice.status() == InvoiceStatus.UNPAID)
        .map(InvoiceSummary::id)
        .toList();
  }

  private static boolean soundsLikeNow(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.equals("now") || lower.startsWith("now ") || lower.equals("immediate");
  }

  private static Text title(ServerId server) {
    return Text.of("cancel.title", Value.data(server.toString()));
  }
}
