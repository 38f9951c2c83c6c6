package io.tillbot.core.transaction;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.TransactionId;
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
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** {@code /transactions}: the transactions method, newest first. */
public final class TransactionsCommand implements Handler.ReadsAccount {
  private static final OptionSpec<InvoiceId> INVOICE =
      OptionSpec.named("invoice", IdType.invoice());
  private static final OptionSpec<ServerId> SERVER = OptionSpec.named("server", IdType.server());
  private static final OptionSpec<TransactionId> ID = OptionSpec.named("id", IdType.transaction());
  private static final CommandSpec SPEC =
      CommandSpec.read("transactions", Visibility.PRIVATE, INVOICE, SERVER, ID)
          .leadingTo("invoice");

  private TransactionsCommand() {}

  public static Command command() {
    return new Command(SPEC, new TransactionsCommand());
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    ReadRequest.Transactions request =
        new ReadRequest.Transactions(
            call.options().find(ID).orElse(null),
            call.options().find(INVOICE).orElse(null),
            call.options().find(SERVER).orElse(null));
    return ApiFailures.answer(
        billing.transactions(request),
        transactions -> new Outcome.Answered(card(transactions, billing)));
  }

  private static Reply card(List<Transaction> transactions, BillingReads billing) {
    Reply.Builder card =
        Reply.card(Text.of("transactions.title", Value.count(transactions.size())));
    if (transactions.isEmpty()) {
      return card.body(Text.of("transactions.none")).build();
    }
    CurrencyCode currency = currency(transactions, billing);
    Money.sums(transactions.stream().map(paid -> paid.amount().orIn(currency)).toList())
        .forEach(
            (code, sum) ->
                card.field(Text.of("field.listed", Value.data(code)), Value.amount(sum)));
    return card.table(
            new Table(
                List.of(
                    Text.of("column.date"),
                    Text.of("column.transaction"),
                    Text.of("column.amount"),
                    Text.of("column.status"),
                    Text.of("column.invoice"),
                    Text.of("column.description")),
                transactions.stream()
                    .sorted(newestFirst())
                    .map(transaction -> row(transaction, currency))
                    .toList()))
        .build();
  }

  /** The method's answers name no currency: it is the client's, which is asked for only then. */
  private static CurrencyCode currency(List<Transaction> transactions, BillingReads billing) {
    boolean isTold =
        transactions.stream()
            .noneMatch(transaction -> transaction.amount().currency().equals(CurrencyCode.NONE));
    return isTold
        ? CurrencyCode.NONE
        : billing
            .getClient(ReadRequest.GetClient.own())
            .found()
            .map(Client::currency)
            .orElse(CurrencyCode.NONE);
  }

  private static Comparator<Transaction> newestFirst() {
    Comparator<Transaction> byDate =
        Comparator.comparing(
            transaction -> Objects.requireNonNullElse(transaction.date(), LocalDate.MIN));
    return byDate.thenComparingLong(transaction -> transaction.id().value()).reversed();
  }

  private static Table.Row row(Transaction transaction, CurrencyCode currency) {
    return new Table.Row(
        Tone.NEUTRAL,
        List.of(
            Value.cell(transaction.date(), Value::day),
            Value.data(transaction.id().toString()),
            Value.amount(transaction.amount().orIn(currency)),
            Value.data(transaction.status()),
            Value.cell(transaction.invoice(), invoice -> Value.data(invoice.toString())),
            Value.data(transaction.description())));
  }
}
