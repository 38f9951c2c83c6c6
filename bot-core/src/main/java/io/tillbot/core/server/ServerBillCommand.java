package io.tillbot.core.server;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.credit.Holdings;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.invoice.KnownInvoices;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;

/** {@code /server bill <id>}: generate_due_invoice makes a server's next invoice early. */
public final class ServerBillCommand implements Handler.ChangesAccount {
  private static final CommandSpec SPEC =
      CommandSpec.money("server bill", Visibility.PRIVATE, ServerOptions.ID)
          .leadingTo("pay", "server invoices");

  private final InvoiceWords words;

  private ServerBillCommand(InvoiceWords words) {
    this.words = words;
  }

  public static Command command(InvoiceWords words) {
    return new Command(SPEC, new ServerBillCommand(words));
  }

  /** What is read before. */
  private record Look(ServerBilling server, List<InvoiceSummary> invoices, Holdings holdings) {}

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    ServerId server = call.options().require(ServerOptions.ID);
    return Preparation.of(
        billing
            .getBillingData(ReadRequest.GetBillingData.of(server))
            .then(
                data ->
                    billing
                        .getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server))
                        .then(
                            invoices ->
                                Holdings.read(billing)
                                    .map(holdings -> new Look(data, invoices, holdings)))),
        look -> prepared(server, look));
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    ServerId server = call.options().require(ServerOptions.ID);
    return Recalled.of(
        () -> DueInvoice.recalled(recollection, words),
        DueInvoice.subject(server),
        card -> DueInvoice.whereToLook(card, server));
  }

  private Preparation prepared(ServerId server, Look look) {
    Optional<InvoiceSummary> unpaid =
        look.invoices().stream()
            .filter(invoice -> invoice.status() == InvoiceStatus.UNPAID)
            .findFirst();
    return unpaid
        .map(invoice -> blocked(server, invoice))
        .orElseGet(
            () ->
                new Preparation.Ready(
                    new DueInvoice(
                        server,
                        look.server(),
                        KnownInvoices.of(look.invoices()),
                        look.holdings().credit(),
                        words)));
  }

  /** The API refuses it as well, without saying which invoice it is. */
  private static Preparation blocked(ServerId server, InvoiceSummary unpaid) {
    String id = unpaid.id().toString();
    return Preparation.refused(
        Reply.card(Text.of("server-bill.title", Value.data(server.toString())))
            .body(Text.of("server-bill.unpaid-first", Value.data(id)))
            .run(Text.of("button.invoice-of", Value.data(id)), "/invoice " + id)
            .run(Text.of("button.pay"), "/pay " + id));
  }
}
