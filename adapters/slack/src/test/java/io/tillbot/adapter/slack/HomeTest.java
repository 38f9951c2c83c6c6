package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.adapter.slack.fake.ShownView;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.support.ScriptedBilling;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The app's own page: what a person's account needs them to know, and the way on from there. */
class HomeTest {
  private static final String TITLE = "overview.title";

  private SlackBot bot = SlackBot.patient();

  @BeforeEach
  void anAccount() {
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal("12.5"))))
        .always(ReadRequest.GetCancellationRequests.class, new ApiResult.Done<>(List.of()));
    invoices(12);
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void openingItShowsTheAccountAndTheWayOn() {
    Person ann = person(SlackBot.ANN);
    assertThat(ann.opensHome().status()).isEqualTo(200);
    Seen page = awaitPage(ann, TITLE);
    assertThat(page.texts())
        .contains("12.50 EUR", "invoices.owed(120.00 EUR, 12)", "77@whmcs_eu")
        .contains("slack.page(1, 10, 12)");
    assertThat(page.labels())
        .contains("button.pay-of(112)", "button.invoice-of(112)", "slack.next", "button.unpaid");
  }

  @Test
  void anotherPageOfTheTableTakesItsPlaceAndSaysNothingElsewhere() {
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    awaitPage(ann, "slack.page(1, 10, 12)");
    ann.presses(view(ann), "slack.next");
    Seen second = awaitPage(ann, "slack.page(11, 12, 12)");
    assertThat(second.labels()).contains("slack.previous").doesNotContain("slack.next");
    assertThat(bot.slack().seen()).isEmpty();
  }

  @Test
  void whatAButtonOfItAsksForIsAnsweredInTheDirectMessage() {
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    awaitPage(ann, TITLE);
    ann.presses(view(ann), "button.unpaid");
    Seen answer = bot.slack().awaitMessage(1);
    assertThat(answer.channel()).isEqualTo(ann.direct());
    assertThat(answer.text()).contains("invoices.title(12)");
  }

  @Test
  void whoIsNotLinkedIsToldHow() {
    Person zoe = person("U9");
    zoe.opensHome();
    assertThat(awaitPage(zoe, "! link.needed").labels()).containsExactly("button.link");
  }

  @Test
  void whereTheBillingSystemIsSlowThePageShowsWhatIsKnownFirst() {
    CountDownLatch latch = new CountDownLatch(1);
    slowly(latch);
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    Seen first = awaitPage(ann, "overview.asking");
    assertThat(first.texts()).contains("77@whmcs_eu").doesNotContain("12.50 EUR");
    latch.countDown();
    awaitPage(ann, "12.50 EUR");
    assertThat(bot.slack().api().calls("views.publish")).isEqualTo(2);
  }

  @Test
  void whatSomebodyChangesIsSeenThere() {
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    awaitPage(ann, TITLE);
    bot.billing().on(ScriptedBilling.LogOut.class, new ApiResult.NotAuthorized<>("gone"));
    bot.type("/billing unlink");
    awaitPage(ann, "! link.needed");
  }

  @Test
  void whoNeverOpenedItHasNoPage() {
    bot.billing().on(ScriptedBilling.LogOut.class, new ApiResult.NotAuthorized<>("gone"));
    bot.type("/billing unlink");
    bot.slack().awaitMessage(1);
    assertThat(bot.slack().api().calls("views.publish")).isZero();
  }

  @Test
  void whatOnlyReadsDrawsNothingAnew() {
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    awaitPage(ann, TITLE);
    bot.type("/invoices");
    bot.slack().awaitMessage(1);
    assertThat(bot.slack().api().calls("views.publish")).isOne();
  }

  @Test
  void whatIsDeliveredTwiceIsDrawnOnce() {
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    ann.opensHome();
    awaitPage(ann, TITLE);
    assertThat(bot.slack().api().calls("views.publish")).isOne();
  }

  @Test
  void whoMayNotSeeItIsToldSo() {
    bot.close();
    bot = SlackBot.under(new Gatekeeper(() -> new Policy(List.of())));
    bot.letAnswersGo();
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    Awaitility.await().until(() -> ann.home().isPresent());
    assertThat(page(ann).texts()).noneMatch(text -> text.contains(TITLE));
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void anAppWithoutAHomeLosesNothingElse() {
    bot.slack().withoutHome();
    Person ann = person(SlackBot.ANN);
    ann.opensHome();
    Awaitility.await().until(() -> bot.slack().api().calls("views.publish") == 1);
    bot.type("/invoices");
    assertThat(bot.slack().awaitMessage(1).text()).contains("invoices.title(12)");
  }

  private Person person(String user) {
    return bot.slack().person(user, bot.slack().http(bot.app()));
  }

  private static ShownView view(Person person) {
    return person.home().orElseThrow();
  }

  private static Seen page(Person person) {
    return new Seen(person.id(), FakeSlack.CHANNEL, view(person).view());
  }

  private Seen awaitPage(Person person, String words) {
    Awaitility.await()
        .until(
            () ->
                person.home().isPresent()
                    && page(person).texts().stream().anyMatch(text -> text.contains(words)));
    return page(person);
  }

  private void invoices(int count) {
    InvoiceList list =
        new InvoiceList(
            LongStream.range(0, count)
                .mapToObj(i -> Samples.unpaid(101 + i, "2026-12-01", "10.00", "EUR"))
                .toList(),
            count);
    bot.billing().always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(list));
  }

  private void slowly(CountDownLatch latch) {
    bot.billing()
        .answers(
            ReadRequest.GetClient.class,
            _ -> {
              try {
                latch.await();
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
              return new ApiResult.Done<>(Samples.client("EUR"));
            });
  }
}
