package io.tillbot.core.invoice;

import static io.tillbot.core.invoice.InvoiceOptions.LOCATION;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;

/** {@code /invoices [status]}: get_invoices, or get_related_invoices for one server. */
public final class InvoicesCommand implements Handler.ReadsAccount {
  private static final OptionSpec<InvoiceFilter> STATUS =
      OptionSpec.optional("status", InvoiceFilter.type());
  private static final OptionSpec<ServerId> SERVER = OptionSpec.named("server", IdType.server());
  private static final CommandSpec SPEC =
      CommandSpec.read("invoices", Visibility.SHAREABLE, STATUS, SERVER, LOCATION)
          .leadingTo("invoice", "pay", "mass-pay");

  private final InvoiceWords words;

  private InvoicesCommand(InvoiceWords words) {
    this.words = words;
  }

  public static Command command(InvoiceWords words) {
    return new Command(SPEC, new InvoicesCommand(words));
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    Optional<ServerId> server = call.options().find(SERVER);
    if (server.isPresent() && call.options().find(LOCATION).isPresent()) {
      return new Outcome.Refused(
          Reply.card(Text.of("input.title"))
              .tone(Tone.WARNING)
              .body(Text.of("invoices.server-has-its-location"))
              .build());
    }
    ApiResult<InvoiceList> invoices =
        server
            .map(id -> ofServer(id, billing))
            .orElseGet(
                () ->
                    billing.getInvoices(
                        new ReadRequest.GetInvoices(call.options().find(LOCATION).orElse(null))));
    Optional<InvoiceFilter> filter = call.options().find(STATUS);
    return ApiFailures.answer(
        invoices,
        found -> new Outcome.Answered(card(found, filter, call.options().find(LOCATION))));
  }

  private static ApiResult<InvoiceList> ofServer(ServerId server, BillingReads billing) {
    return billing
        .getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server))
        .map(invoices -> new InvoiceList(invoices, invoices.size()));
  }

  private Reply card(
      InvoiceList list, Optional<InvoiceFilter> filter, Optional<Location> location) {
    List<InvoiceSummary> chosen =
        list.invoices().stream()
            .filter(invoice -> filter.isEmpty() || filter.get().accepts(invoice, words))
            .toList();
    Reply.Builder card =
        Reply.card(Text.of("invoices.title", Value.count(chosen.size())))
            .tone(isAnyOverdue(chosen) ? Tone.BAD : Tone.NEUTRAL);
    if (chosen.isEmpty()) {
      card.body(Text.of("invoices.none"));
    } else {
      new InvoiceTable(words).put(chosen, location, card);
    }
    InvoiceTable.noteIfCutShort(list, card);
    return card.build();
  }

  private boolean isAnyOverdue(List<InvoiceSummary> invoices) {
    return invoices.stream().anyMatch(invoice -> words.isOverdue(invoice.status(), invoice.due()));
  }
}
