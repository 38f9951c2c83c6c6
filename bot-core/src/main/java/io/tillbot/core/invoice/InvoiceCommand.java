package io.tillbot.core.invoice;

import static io.tillbot.core.invoice.InvoiceOptions.ID;
import static io.tillbot.core.invoice.InvoiceOptions.LOCATION;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.PdfDocument;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /invoice <id>}: get_invoice and download_invoice; a card with the PDF attached. */
public final class InvoiceCommand implements Handler.ReadsAccount {
  private static final OptionSpec<Boolean> NO_PDF = OptionSpec.flag("no-pdf");
  private static final CommandSpec SPEC =
      CommandSpec.read("invoice", Visibility.SHAREABLE, ID, NO_PDF, LOCATION)
          .leadingTo("pay", "pay-methods", "server show");

  private final InvoiceCard cards;

  private InvoiceCommand(InvoiceCard cards) {
    this.cards = cards;
  }

  public static Command command(InvoiceWords words) {
    return new Command(SPEC, new InvoiceCommand(new InvoiceCard(words)));
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    InvoiceId id = call.options().require(ID);
    @Nullable Location location = call.options().find(LOCATION).orElse(null);
    ApiResult<Invoice> found = new InvoiceLookup(billing).find(id, location);
    Outcome outcome = ApiFailures.answer(found, invoice -> shown(invoice, call, billing));
    return location == null && found instanceof ApiResult.Refused
        ? outcome.with(outcome.reply().more().note(maybeElsewhere(id)).build())
        : outcome;
  }

  private static Text maybeElsewhere(InvoiceId id) {
    return Text.of(
        "invoice.maybe-elsewhere",
        Value.line("/invoice " + id + " --location " + LOCATION.type().example()));
  }

  private Outcome shown(Invoice invoice, Call call, BillingReads billing) {
    @Nullable Location location = call.options().find(LOCATION).orElse(null);
    Reply.Builder card = cards.card(invoice);
    if (location != null && !isTheOneWithoutLocation(invoice, billing)) {
      card.note(Text.of("invoice.pdf-elsewhere"));
    } else {
      InvoiceCard.offerPayment(card, invoice);
      pdf(card, call, invoice.id(), billing);
    }
    InvoiceCard.offerServers(card, invoice);
    return new Outcome.Answered(card.build());
  }

  private static void pdf(Reply.Builder card, Call call, InvoiceId id, BillingReads billing) {
    if (call.options().has(NO_PDF)) {
      card.run(Text.of("button.pdf"), "/pdf " + id);
    } else {
      attachPdf(card, id, billing);
    }
  }

  /**
   * Whether the API, asked for that number without a location, gives the same invoice: numbers are
   * unique within a location only, and download_invoice takes none.
   */
  private static boolean isTheOneWithoutLocation(Invoice invoice, BillingReads billing) {
    return new InvoiceLookup(billing)
        .find(invoice.id(), null)
        .found()
        .filter(reached -> UnambiguousInvoice.isSame(reached, invoice))
        .isPresent();
  }

  /** The card is worth showing also where its PDF is not to be had. */
  private static void attachPdf(Reply.Builder card, InvoiceId id, BillingReads billing) {
    Optional<PdfDocument> pdf = billing.downloadInvoice(ReadRequest.DownloadInvoice.of(id)).found();
    pdf.ifPresentOrElse(
        document -> card.attach(new Attachment("invoice-" + id + ".pdf", document)),
        () ->
            card.note(Text.of("invoice.pdf-not-available"))
                .run(Text.of("button.pdf"), "/pdf " + id));
  }
}
