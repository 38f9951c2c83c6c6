package io.tillbot.core.server;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.invoice.InvoiceTable;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;

/** {@code /server invoices <id>}: get_related_invoices. */
public final class ServerInvoicesCommand implements Handler.ReadsAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("server invoices", Visibility.SHAREABLE, ServerOptions.ID)
          .leadingTo("invoice", "pay");

  private final InvoiceTable table;

  private ServerInvoicesCommand(InvoiceTable table) {
    this.table = table;
  }

  public static Command command(InvoiceWords words) {
    return new Command(SPEC, new ServerInvoicesCommand(new InvoiceTable(words)));
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    ServerId server = call.options().require(ServerOptions.ID);
    return ApiFailures.answer(
        billing.getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server)),
        invoices -> new Outcome.Answered(card(server, invoices)));
  }

  private Reply card(ServerId server, List<InvoiceSummary> invoices) {
    Value id = Value.data(server.toString());
    Reply.Builder card =
        Reply.card(Text.of("server.invoices-title", id, Value.count(invoices.size())))
            .run(Text.of("button.server", id), "/server show " + server);
    if (invoices.isEmpty()) {
      return card.body(Text.of("server.no-invoices")).build();
    }
    table.put(invoices, Optional.empty(), card);
    return card.build();
  }
}
