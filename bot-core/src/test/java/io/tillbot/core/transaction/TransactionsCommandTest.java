package io.tillbot.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.TransactionId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionsCommandTest {
  private final TestBot bot = TestBot.linked();

  @Test
  void theNewestIsOnTopAndTheUndatedLast() {
    bot.billing()
        .gives(
            ReadRequest.Transactions.class,
            List.of(
                paid(1, "2026-01-01", "EUR"),
                paid(2, null, "EUR"),
                paid(3, "2026-11-01", "EUR"),
                paid(4, "2026-01-01", "EUR")));
    assertThat(Words.rows(bot.say("/transactions").reply()).stream().map(row -> row.get(1)))
        .containsExactly("3", "4", "1", "2");
  }

  @Test
  void aRowHoldsWhatIsKnown() {
    bot.billing().gives(ReadRequest.Transactions.class, List.of(paid(1, "2026-01-01", "USD")));
    Reply card = bot.say("/transactions").reply();
    assertThat(Words.of(card.title())).isEqualTo("transactions.title(1)");
    assertThat(Words.rows(card))
        .containsExactly(
            List.of("2026-01-01", "1", "10.00 USD", "Completed", "123", "Card payment"));
  }

  @Test
  void theClientIsNotAskedForACurrencyThatIsTold() {
    bot.billing().gives(ReadRequest.Transactions.class, List.of(paid(1, "2026-01-01", "USD")));
    bot.say("/transactions");
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void aCurrencyThatIsNotToldIsTheClients() {
    bot.billing()
        .gives(
            ReadRequest.Transactions.class,
            List.of(paid(1, "2026-01-01", "XXX"), paid(2, "2026-01-02", "USD")))
        .gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    assertThat(Words.rows(bot.say("/transactions").reply()).stream().map(row -> row.get(2)))
        .containsExactly("10.00 USD", "10.00 EUR");
  }

  @Test
  void withoutTheClientTheCurrencyStaysUnknown() {
    bot.billing()
        .gives(ReadRequest.Transactions.class, List.of(paid(1, "2026-01-01", "XXX")))
        .on(ReadRequest.GetClient.class, new ApiResult.Refused<>(Samples.refusal("no")));
    assertThat(Words.rows(bot.say("/transactions").reply()).getFirst()).contains("10.00 XXX");
  }

  @Test
  void everyFilterIsPassedOn() {
    bot.billing().gives(ReadRequest.Transactions.class, List.of());
    Reply card = bot.say("/transactions --invoice INV-1 --server #2 --id 3").reply();
    assertThat(bot.billing().requests())
        .containsExactly(
            new ReadRequest.Transactions(new TransactionId(3), new InvoiceId(1), new ServerId(2)));
    assertThat(Words.of(card.body())).containsExactly("transactions.none");
    assertThat(card.table()).isEmpty();
  }

  @Test
  void withoutFiltersAllAreAskedFor() {
    bot.billing().gives(ReadRequest.Transactions.class, List.of());
    bot.say("/transactions");
    assertThat(bot.billing().requests())
        .containsExactly(new ReadRequest.Transactions(null, null, null));
  }

  private static Transaction paid(long id, @Nullable String date, String currency) {
    return new Transaction(
        new TransactionId(id),
        Money.of("10", currency),
        date == null ? null : LocalDate.parse(date),
        "Card payment",
        "Completed",
        new InvoiceId(123));
  }
}
