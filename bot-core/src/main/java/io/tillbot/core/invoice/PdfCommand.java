package io.tillbot.core.invoice;

import static io.tillbot.core.invoice.InvoiceOptions.ID;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/** {@code /pdf <id> [--proforma]}: download_invoice. */
public final class PdfCommand implements Handler.ReadsAccount {
  private static final OptionSpec<Boolean> PROFORMA = OptionSpec.flag("proforma");
  private static final CommandSpec SPEC =
      CommandSpec.read("pdf", Visibility.PRIVATE, ID, PROFORMA).leadingTo("invoice");

  private PdfCommand() {}

  public static Command command() {
    return new Command(SPEC, new PdfCommand());
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    InvoiceId id = call.options().require(ID);
    Value shown = Value.data(id.toString());
    return call.options().has(PROFORMA)
        ? answer(
            billing,
            ReadRequest.DownloadInvoice.proforma(id),
            Text.of("pdf.proforma-title", shown),
            "proforma-" + id + ".pdf")
        : answer(
            billing,
            ReadRequest.DownloadInvoice.of(id),
            Text.of("pdf.title", shown),
            "invoice-" + id + ".pdf");
  }

  private static Outcome answer(
      BillingReads billing, ReadRequest.DownloadInvoice request, Text title, String fileName) {
    return ApiFailures.answer(
        billing.downloadInvoice(request),
        document ->
            new Outcome.Answered(
                Reply.card(title)
                    .attach(new Attachment(fileName, document))
                    .run(Text.of("button.invoice"), "/invoice " + request.invoice() + " --no-pdf")
                    .build()));
  }
}
