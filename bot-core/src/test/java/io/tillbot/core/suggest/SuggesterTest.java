package io.tillbot.core.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policies;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.TestBot;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is offered to somebody who is typing, by the whole bot. */
class SuggesterTest {
  private static final AccountName OTHER = new AccountName("78@whmcs_eu");

  private static final ServerBilling SERVER = new ServerBilling(null, null, "Active", null, null);

  private final AtomicReference<Policy> policy = new AtomicReference<>(new AllowAll().current());
  private final Policies policies = policy::get;
  private final TestBot bot = TestBot.linked(new Gatekeeper(policies));

  @Test
  void anInvoicesLabelIsItsStatusAndDueDateAlone() {
    invoices();
    assertThat(suggest("invoice", "id", ""))
        .containsExactly(
            new Suggestion("1024", List.of(Text.of("invoice.status.unpaid"), due("2026-12-01"))),
            new Suggestion("1023", List.of(Text.of("invoice.status.overdue"), due("2026-11-01"))));
  }

  private static Value due(String day) {
    return Value.day(LocalDate.parse(day));
  }

  @Test
  void whatIsTypedNarrowsThemAndItsSignStays() {
    invoices();
    assertThat(words("invoice", "id", "1023")).containsExactly("1023");
    assertThat(words("invoice", "id", "#10")).containsExactly("#1024", "#1023");
    assertThat(words("invoice", "id", "inv-1024")).containsExactly("inv-1024");
    assertThat(words("invoice", "id", "9")).isEmpty();
    assertThat(words("mass-pay", "ids", "1024 10")).containsExactly("1024 1024", "1024 1023");
  }

  @Test
  void aChoicesWordsAreOffered() {
    assertThat(words("invoices", "status", "un")).containsExactly("unpaid");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void severalWhoAskWithinAMinuteReadOnce() {
    invoices();
    suggest("invoice", "id", "");
    suggest("pay", "invoice", "1");
    assertThat(readings()).isEqualTo(1);
  }

  @Test
  void whoMayNotRunTheCommandIsOfferedNothingAndNothingIsRead() {
    policy.set(new Policy(List.of()));
    assertThat(suggest("invoice", "id", "")).isEmpty();
    assertThat(suggest("invoices", "status", "")).isEmpty();
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void whoIsNotLinkedIsOfferedNothing() {
    Caller stranger = Caller.local("eve");
    assertThat(bot.bot().suggest(new Typing(stranger, Place.terminal(), "invoice", "id", "")))
        .isEmpty();
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void afterUnlinkingNothingIsOffered() {
    invoices();
    seeAServer();
    suggest("invoice", "id", "");
    bot.vault().erase(TestBot.ANN);
    assertThat(suggest("invoice", "id", "")).isEmpty();
    assertThat(suggest("server show", "id", "")).isEmpty();
    link(TestBot.ACCOUNT);
    assertThat(suggest("server show", "id", "")).as("not even when linked again").isEmpty();
  }

  @Test
  void anotherAccountsInvoicesAreReadAnewAndItsServersAreNotTheOthers() {
    invoices();
    seeAServer();
    suggest("invoice", "id", "");
    link(OTHER);
    suggest("invoice", "id", "");
    assertThat(readings()).isEqualTo(2);
    assertThat(suggest("server show", "id", "")).isEmpty();
    bot.say("/billing use " + TestBot.ACCOUNT);
    suggest("invoice", "id", "");
    assertThat(readings()).isEqualTo(3);
  }

  @Test
  void newRulesForgetWhatWasReadUnderTheOld() {
    invoices();
    suggest("invoice", "id", "");
    policy.set(
        new Policy(
            List.of(
                new PolicyRule(
                    new RuleRef("everything-anew", 1),
                    Scope.everything(),
                    new PolicyRule.Ruling.Allow(Terms.none())))));
    suggest("invoice", "id", "");
    assertThat(readings()).isEqualTo(2);
  }

  @Test
  void aChangeHasThemReadAnew() {
    invoices();
    suggest("invoice", "id", "");
    bot.press(TestBot.ANN, new TicketId("ticket-that-is-not-there"));
    suggest("invoice", "id", "");
    assertThat(readings()).isEqualTo(2);
  }

  @Test
  void serversAreThoseOfInvoiceLinesAndThoseThatWereOpenedTheLastFirst() {
    assertThat(suggest("server show", "id", "")).isEmpty();
    seeAServer();
    assertThat(words("server show", "id", "")).containsExactly("42");
    bot.billing().gives(ReadRequest.GetBillingData.class, SERVER);
    bot.say("/server show 77");
    assertThat(words("cancel server", "id", "#")).containsExactly("#77", "#42");
    assertThat(words("server show", "id", "4")).containsExactly("42");
  }

  @Test
  @Timeout(30)
  void nobodyWaitsLongAndWhatComesLateServesTheNext() {
    CountDownLatch slow = new CountDownLatch(1);
    bot.billing()
        .answers(
            ReadRequest.GetInvoices.class,
            _ -> {
              pass(slow);
              return new ApiResult.Done<>(
                  Samples.list(Samples.unpaid(5, "2026-12-01", "1", "EUR")));
            });
    assertThat(suggest("invoice", "id", "")).isEmpty();
    slow.countDown();
    List<String> later = List.of();
    for (int tries = 0; tries < 20 && later.isEmpty(); tries++) {
      // Each waits for as long as anybody waits.
      later = words("invoice", "id", "");
    }
    assertThat(later).containsExactly("5");
    assertThat(readings()).isEqualTo(1);
  }

  private static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFaultOffersNothingAndTheNextTriesAgain() {
    bot.billing()
        .answers(
            ReadRequest.GetInvoices.class,
            _ -> {
              throw new IllegalStateException("no store");
            });
    assertThat(suggest("invoice", "id", "")).isEmpty();
    invoices();
    assertThat(words("invoice", "id", "")).isNotEmpty();
  }

  @Test
  void whatIsNoCommandOrOptionOffersNothing() {
    assertThat(suggest("nonsense", "id", "")).isEmpty();
    assertThat(suggest("invoice", "nonsense", "")).isEmpty();
    assertThat(suggest("pay", "amount", "1")).isEmpty();
  }

  @Test
  void howManyCallersAreRememberedIsBounded() {
    SeenServers seen = new SeenServers();
    for (int i = 0; i < SeenServers.MOST_CALLERS + 10; i++) {
      Caller caller = Caller.local("u" + i);
      bot.billing().gives(ReadRequest.GetBillingData.class, SERVER);
      seen.watching(caller, OTHER, bot.billing().open(token()).reads())
          .getBillingData(ReadRequest.GetBillingData.of(new ServerId(1)));
    }
    assertThat(seen.of(Caller.local("u0"), OTHER)).isEmpty();
    assertThat(seen.of(Caller.local("u" + SeenServers.MOST_CALLERS), OTHER)).hasSize(1);
  }

  private void invoices() {
    bot.billing()
        .always(
            ReadRequest.GetInvoices.class,
            new ApiResult.Done<>(
                Samples.list(
                    Samples.unpaid(1_023, "2026-11-01", "3.00", "EUR"),
                    Samples.unpaid(1_024, "2026-12-01", "5.00", "EUR"))));
  }

  private void seeAServer() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.invoice(
                InvoiceStatus.UNPAID, null, Samples.eur("29.99"), Samples.eur("29.99")));
    bot.say("/invoice 123 --no-pdf");
  }

  private void link(AccountName account) {
    bot.vault().store(TestBot.ANN, account, token());
  }

  private static Credential token() {
    return new Credential.Token(Secret.of(TestBot.FAKE_TOKEN));
  }

  private long readings() {
    return bot.billing().requests().stream()
        .filter(ReadRequest.GetInvoices.class::isInstance)
        .count();
  }

  private List<String> words(String command, String option, String typed) {
    return suggest(command, option, typed).stream().map(Suggestion::word).toList();
  }

  private List<Suggestion> suggest(String command, String option, String typed) {
    return bot.bot().suggest(new Typing(TestBot.ANN, Place.terminal(), command, option, typed));
  }
}
