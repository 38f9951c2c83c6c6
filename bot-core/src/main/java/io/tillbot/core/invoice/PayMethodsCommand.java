package io.tillbot.core.invoice;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * {@code /pay-methods <id>}: getpaymentgw. Addresses of allowed hosts are passed on, words are
 * shown as words, and everything that would have to be executed is left to the client area.
 */
public final class PayMethodsCommand implements Handler.ReadsAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("pay-methods", Visibility.PRIVATE, InvoiceOptions.ID)
          .leadingTo("pay", "invoice");

  private final PaymentPages pages;

  private PayMethodsCommand(PaymentPages pages) {
    this.pages = pages;
  }

  public static Command command(PaymentPages pages) {
    return new Command(SPEC, new PayMethodsCommand(pages));
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    InvoiceId id = call.options().require(InvoiceOptions.ID);
    return ApiFailures.answer(
        billing.getPaymentGateways(new ReadRequest.GetPaymentGateways(id)),
        gateways -> new Outcome.Answered(card(id, gateways)));
  }

  private Reply card(InvoiceId id, List<PaymentGateway> gateways) {
    Reply.Builder card = Reply.card(Text.of("pay-methods.title", Value.data(id.toString())));
    if (gateways.isEmpty()) {
      card.body(Text.of("pay-methods.none"));
    }
    boolean needsClientArea = false;
    for (PaymentGateway gateway : gateways) {
      Value name = Value.data(gateway.name());
      switch (gateway.call()) {
        case PaymentGateway.Note(String text) ->
            card.field(Text.of("pay-methods.method", name), Value.data(text));
        case PaymentGateway.Form _ -> {
          card.field(Text.of("pay-methods.method", name), Text.of("pay-methods.in-client-area"));
          needsClientArea = true;
        }
        case PaymentGateway.Link(URI address) -> {
          Optional<URI> allowed = pages.allowed(address);
          if (allowed.isPresent()) {
            card.field(Text.of("pay-methods.method", name), Text.of("pay-methods.by-link"))
                .button(Text.of("pay-methods.open", name), new Button.Open(allowed.get()));
          } else {
            card.field(
                Text.of("pay-methods.method", name), Text.of("pay-methods.link-not-allowed"));
            needsClientArea = true;
          }
        }
      }
    }
    if (needsClientArea || gateways.isEmpty()) {
      card.button(Text.of("pay-methods.client-area"), new Button.Open(pages.clientArea()));
    }
    return card.note(Text.of("pay-methods.check-the-address"))
        .run(Text.of("button.pay"), "/pay " + id)
        .run(Text.of("button.invoice"), "/invoice " + id + " --no-pdf")
        .build();
  }
}
