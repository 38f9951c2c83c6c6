package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.request.ReadRequest;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long lists, page by page in the same message. */
class PagesTest {
  private final SlackBot bot = SlackBot.impatient();

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void aLongListIsShownPageByPageInOneMessage() {
    invoices(25);
    bot.type("/invoices");
    Seen first = bot.slack().awaitMessage(1);
    assertThat(table(first)).contains("125", "116").doesNotContain("115");
    assertThat(first.texts()).contains("slack.page(1, 10, 25)");
    assertThat(first.labels()).contains("slack.next").doesNotContain("slack.previous");

    Seen second = turn(first, "slack.next", "slack.page(11, 20, 25)");
    assertThat(table(second)).contains("115", "106").doesNotContain("116", "105");
    assertThat(second.labels()).contains("slack.previous", "slack.next");

    Seen third = turn(second, "slack.next", "slack.page(21, 25, 25)");
    assertThat(third.labels()).contains("slack.previous").doesNotContain("slack.next");

    Seen again = turn(third, "slack.previous", "slack.page(11, 20, 25)");
    assertThat(again.texts()).isEqualTo(second.texts());
  }

  @Test
  void aListThatBecameShorterShowsItsLastPage() {
    invoices(25);
    bot.type("/invoices");
    Seen first = bot.slack().awaitMessage(1);
    Seen second = turn(first, "slack.next", "slack.page(11, 20, 25)");
    invoices(12);
    turn(second, "slack.next", "slack.page(11, 12, 12)");
  }

  @Test
  void aShortListHasNoPages() {
    invoices(10);
    bot.type("/invoices");
    Seen list = bot.slack().awaitMessage(1);
    assertThat(list.labels()).doesNotContain("slack.next", "slack.previous");
    assertThat(list.texts()).noneMatch(text -> text.startsWith("slack.page"));
  }

  @Test
  void aStrangerTurnsNoPage() {
    invoices(25);
    bot.type("/invoices");
    Seen first = bot.slack().awaitMessage(1);
    bot.press(SlackBot.EVE, first, "slack.next");
    Seen refusal = bot.slack().awaitMessage(2);
    assertThat(refusal.user()).isEqualTo(SlackBot.EVE);
    assertThat(refusal.text()).startsWith("! ticket.foreign");
    assertThat(bot.slack().seen().getFirst()).isEqualTo(first);
    assertThat(bot.billing().requests()).hasSize(1);
  }

  private Seen turn(Seen message, String label, String note) {
    assertThat(bot.press(SlackBot.ANN, message, label).status()).isEqualTo(200);
    Awaitility.await().until(() -> bot.slack().seen().getFirst().texts().contains(note));
    assertThat(bot.slack().seen()).hasSize(1);
    return bot.slack().seen().getFirst();
  }

  private static String table(Seen message) {
    return String.join("\n", message.texts());
  }

  private void invoices(int count) {
    List<InvoiceSummary> rows =
        LongStream.range(0, count)
            .mapToObj(i -> Samples.unpaid(101 + i, "2026-12-01", "10.00", "EUR"))
            .toList();
    bot.billing()
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(new InvoiceList(rows, count)));
  }
}
