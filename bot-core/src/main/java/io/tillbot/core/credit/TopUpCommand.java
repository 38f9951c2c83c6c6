package io.tillbot.core.credit;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.MoneyType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.invoice.KnownInvoices;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recalled;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * {@code /top-up <amount> [description]}: create_addfunds makes an invoice; the credit rises when
 * that is paid.
 */
public final class TopUpCommand implements Handler.ChangesAccount {
  /** Of the API's document: "minimum 20 for regular payments", in whatever currency. */
  private static final BigDecimal LEAST = BigDecimal.valueOf(20);

  private static final int LONGEST_DESCRIPTION = 200;
  private static final OptionSpec<BigDecimal> AMOUNT =
      OptionSpec.required("amount", new MoneyType());
  private static final OptionSpec<String> DESCRIPTION =
      OptionSpec.rest("description", new TextType(LONGEST_DESCRIPTION, "December"));
  private static final OptionSpec<Boolean> SUBSCRIBE = OptionSpec.flag("subscribe");
  private static final CommandSpec SPEC =
      CommandSpec.money("top-up", Visibility.PRIVATE, AMOUNT, DESCRIPTION, SUBSCRIBE)
          .leadingTo("pay-methods", "credit");

  private TopUpCommand() {}

  public static Command command() {
    return new Command(SPEC, new TopUpCommand());
  }

  @Override
  public Preparation prepare(Call call, BillingReads billing) {
    BigDecimal amount = call.options().require(AMOUNT);
    if (amount.compareTo(LEAST) < 0) {
      return Preparation.refused(
          Reply.card(Text.of("top-up.title"))
              .body(Text.of("top-up.least", Value.data(LEAST.toPlainString())))
              .field(Text.of("field.try"), Value.line("/top-up " + LEAST.toPlainString())));
    }
    return Preparation.of(
        billing
            .getClient(ReadRequest.GetClient.own())
            .then(
                client ->
                    billing
                        .getInvoices(new ReadRequest.GetInvoices(null))
                        .map(list -> topUp(call, amount, client, list))),
        Preparation.Ready::new);
  }

  private static TopUp topUp(Call call, BigDecimal amount, Client client, InvoiceList list) {
    CurrencyCode currency = Objects.requireNonNullElse(client.currency(), CurrencyCode.NONE);
    return new TopUp(
        request(call, amount),
        new Money(amount, currency),
        client.id(),
        client.location(),
        KnownInvoices.of(list));
  }

  private static WriteRequest.CreateAddFunds request(Call call, BigDecimal amount) {
    return new WriteRequest.CreateAddFunds(
        amount,
        call.options().find(DESCRIPTION).orElse(null),
        call.options().has(SUBSCRIBE) ? true : null);
  }

  @Override
  public Change<?> recall(Call call, Recollection recollection) {
    return Recalled.of(
        () -> TopUp.recalled(recollection, request(call, call.options().require(AMOUNT))),
        Text.of("top-up.title"),
        TopUp::lookAtInvoices);
  }
}
