package io.tillbot.core.overview;

import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account at a glance, whole and in part. */
class OverviewTest {
  private static final String LINE = "/billing overview";
  private static final AccountId ACCOUNT = new AccountId(500);

  private TestBot bot = TestBot.linked();

  @Test
  void everythingIsOnOneCard() {
    credit("12.5");
    invoices(
        list(
            unpaid(3, "2026-12-30", "5.00", "EUR"),
            unpaid(2, "2026-11-01", "10.00", "EUR"),
            unpaid(4, "2026-12-01", "7.00", "USD"),
            Samples.row(1, InvoiceStatus.PAID, null, Samples.eur("20"), null)));
    cancellations(1);
    Outcome outcome = bot.say(LINE);
    Reply card = outcome.reply();
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(card.tone()).isEqualTo(Tone.BAD);
    assertThat(Words.of(card.body())).containsExactly("overview.overdue(1)");
    assertThat(Words.field(card, "field.credit")).contains("12.50 EUR");
    assertThat(Words.field(card, "field.owed(EUR)")).contains("invoices.owed(15.00 EUR, 2)");
    assertThat(Words.field(card, "field.owed(USD)")).contains("invoices.owed(7.00 USD, 1)");
    assertThat(Words.field(card, "overview.cancelled-server(42)"))
        .contains("overview.cancelled(cancel.type-end, 2026-12-01)");
    assertThat(Words.field(card, "field.account-in-use")).contains("77@whmcs_eu");
    assertThat(Words.rows(card).stream().map(List::getFirst)).containsExactly("2", "4", "3");
    assertThat(card.notes()).isEmpty();
    assertThat(Words.buttons(card))
        .containsExactly(
            "/pay 2",
            "/pay 4",
            "/pay 3",
            "/invoice 2",
            "/invoices unpaid",
            "/cancel undo 42",
            "/cancel list");
  }

  @Test
  void nothingToDoIsSaid() {
    credit("0");
    invoices(list());
    cancellations(0);
    Reply card = bot.say(LINE).reply();
    assertThat(card.tone()).isEqualTo(Tone.NEUTRAL);
    assertThat(Words.of(card.body())).containsExactly("overview.nothing-unpaid");
    assertThat(card.buttons()).isEmpty();
    assertThat(card.table()).isEmpty();
  }

  @Test
  void nothingUnpaidIsNotClaimedOfAListThatIsCutShort() {
    credit("0");
    invoices(new InvoiceList(List.of(), 40));
    cancellations(0);
    assertThat(Words.of(bot.say(LINE).reply().body()))
        .containsExactly("overview.nothing-unpaid-listed");
  }

  @Test
  void manyInvoicesAndCancellationsAreCutAndCounted() {
    credit("0");
    invoices(
        new InvoiceList(
            LongStream.range(0, 43)
                .mapToObj(i -> unpaid(100 + i, "2026-12-01", "1.00", "EUR"))
                .toList(),
            43));
    cancellations(5);
    Reply card = bot.say(LINE).reply();
    assertThat(Words.rows(card)).hasSize(30);
    assertThat(Words.field(card, "field.owed(EUR)")).contains("invoices.owed(43.00 EUR, 43)");
    assertThat(Words.of(card.notes()))
        .containsExactly(
            "invoices.more(13, /invoices unpaid)", "overview.more-cancelled(2, /cancel list)");
    assertThat(Words.buttons(card).stream().filter(line -> line.startsWith("/pay "))).hasSize(3);
    assertThat(Words.buttons(card).stream().filter(line -> line.startsWith("/cancel undo ")))
        .hasSize(3);
  }

  @Test
  void aServerThatIsNotKnownIsNamedByItsAccountAndNotOfferedBack() {
    credit("0");
    invoices(list());
    bot.billing()
        .gives(ReadRequest.GetCancellationRequests.class, List.of(request(ACCOUNT)))
        .gives(ReadRequest.GetRelatedInvoices.class, List.of());
    Reply card = bot.say(LINE).reply();
    assertThat(Words.field(card, "overview.cancelled-account(500)")).isPresent();
    assertThat(Words.buttons(card)).containsExactly("/cancel list");
  }

  @Test
  void otherAccountsAreNamed() {
    bot.vault()
        .store(
            TestBot.ANN,
            new AccountName("88@whmcs_us"),
            new Credential.Token(Secret.of("fake-token-2")));
    credit("0");
    invoices(list());
    cancellations(0);
    Reply card = bot.say(LINE).reply();
    assertThat(Words.field(card, "field.account-in-use")).contains("88@whmcs_us");
    assertThat(Words.field(card, "field.other-accounts")).contains("77@whmcs_eu");
    assertThat(Words.buttons(card)).containsExactly("/billing accounts");
  }

  // ---- In part

  @Test
  void whatThePolicyDoesNotAllowIsNeitherShownNorAskedFor() {
    bot = under("billing overview", "invoices");
    invoices(list(unpaid(2, "2026-12-01", "10.00", "EUR")));
    Reply card = bot.say(LINE).reply();
    assertThat(card.fields()).hasSize(1);
    assertThat(Words.field(card, "field.owed(EUR)")).isPresent();
    assertThat(Words.buttons(card)).containsExactly("/invoices unpaid");
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void cancellationsAreOfferedBackOnlyWhereThatIsAllowed() {
    bot = under("billing overview", "cancel list");
    cancellations(1);
    assertThat(Words.buttons(bot.say(LINE).reply())).containsExactly("/cancel list");
  }

  @Test
  void aPartThatIsRefusedSpoilsNoOther() {
    bot.billing()
        .on(
            ReadRequest.GetClient.class,
            new ApiResult.Refused<>(Samples.refusal("Not allowed for your key")));
    invoices(list(unpaid(2, "2026-12-01", "10.00", "EUR")));
    cancellations(1);
    Outcome outcome = bot.say(LINE);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().notes()))
        .containsExactly(
            "overview.missing(overview.credit, api.refused.message(Not allowed for your key))");
    assertThat(Words.field(outcome.reply(), "field.owed(EUR)")).isPresent();
    assertThat(Words.field(outcome.reply(), "overview.cancelled-server(42)")).isPresent();
  }

  @Test
  void anAnswerThatDoesNotComeSpoilsNoOther() {
    credit("12.5");
    bot.billing()
        .on(
            ReadRequest.GetInvoices.class,
            new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT));
    cancellations(0);
    Outcome outcome = bot.say(LINE);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().notes()))
        .containsExactly("overview.missing(overview.invoices, api.timed-out)");
    assertThat(Words.field(outcome.reply(), "field.credit")).contains("12.50 EUR");
  }

  @Test
  void aBillingSystemThatCannotBeReachedIsAskedOnce() {
    bot.billing()
        .on(
            ReadRequest.GetClient.class,
            new ApiResult.NotSent<>(ApiResult.NotSentCause.RATE_LIMITED, Duration.ofSeconds(30)));
    Outcome outcome = bot.say(LINE);
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.of(outcome.reply().notes()))
        .containsExactly(
            "overview.missing(overview.credit, api.rate-limited-until(30))",
            "overview.missing(overview.invoices, api.rate-limited-until(30))",
            "overview.missing(overview.cancellations, api.rate-limited-until(30))");
    assertThat(Words.field(outcome.reply(), "field.account-in-use")).contains("77@whmcs_eu");
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void anAccessThatIsNotAcceptedAsksOnceToLinkAnew() {
    bot.billing().on(ReadRequest.GetClient.class, new ApiResult.NotAuthorized<>("expired"));
    Outcome outcome = bot.say(LINE);
    assertThat(outcome).isInstanceOf(Outcome.NeedsLink.class);
    assertThat(Words.of(outcome.reply().body()))
        .containsExactly("api.not-authorized.title", "api.not-authorized.what-to-do");
    assertThat(Words.field(outcome.reply(), "field.account-in-use")).contains("77@whmcs_eu");
    assertThat(Words.buttons(outcome.reply())).containsExactly("/billing link");
    assertThat(outcome.reply().notes()).isEmpty();
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void whereEverythingIsRefusedTheAnswerIsARefusal() {
    ApiResult<Object> refused = new ApiResult.Refused<>(Samples.refusal("no"));
    bot.billing()
        .on(ReadRequest.GetClient.class, refused)
        .on(ReadRequest.GetInvoices.class, refused)
        .on(ReadRequest.GetCancellationRequests.class, refused);
    assertThat(bot.say(LINE)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whoIsNotLinkedIsToldHow() {
    Outcome outcome = TestBot.unlinked().say(LINE);
    assertThat(outcome).isInstanceOf(Outcome.NeedsLink.class);
    assertThat(Words.buttons(outcome.reply())).containsExactly("/billing link");
  }

  // ---- Beforehand

  @Test
  void whatIsKnownIsToldWithoutTheBillingSystem() {
    Reply card = beforehand();
    assertThat(Words.field(card, "field.account-in-use")).contains("77@whmcs_eu");
    assertThat(Words.of(card.notes())).containsExactly("overview.asking");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void whoIsNotLinkedIsToldHowWithoutTheBillingSystem() {
    bot = TestBot.unlinked();
    assertThat(Words.buttons(beforehand())).containsExactly("/billing link");
  }

  @ParameterizedTest
  @CsvSource({"credit", "billing accounts"})
  void whoMayNotSeeAnOverviewIsToldNothingBeforehand(String allowed) {
    bot = under(allowed);
    assertThat(bot.bot().overviewBeforehand(TestBot.ANN, Place.terminal())).isEmpty();
  }

  @Test
  void whoMayNotSeeTheirAccountsIsNotToldThemBeforehand() {
    bot = under("billing overview");
    assertThat(beforehand().fields()).isEmpty();
  }

  @Test
  void aBrokenVaultTellsNothingBeforehand() {
    bot.vault().failWith("disk full");
    assertThat(bot.bot().overviewBeforehand(TestBot.ANN, Place.terminal())).isEmpty();
  }

  private Reply beforehand() {
    return bot.bot().overviewBeforehand(TestBot.ANN, Place.terminal()).orElseThrow();
  }

  private static TestBot under(String... commands) {
    Set<CommandPath> paths =
        Arrays.stream(commands).map(CommandPath::of).collect(Collectors.toUnmodifiableSet());
    Policy policy =
        new Policy(
            List.of(
                new PolicyRule(
                    new RuleRef("some", 1),
                    new Scope(paths, Set.of(), Set.of(), Set.of()),
                    new PolicyRule.Ruling.Allow(Terms.none()))));
    return TestBot.linked(new Gatekeeper(() -> policy));
  }

  private void credit(String amount) {
    bot.billing()
        .gives(ReadRequest.GetClient.class, Samples.client("EUR"))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(amount)));
  }

  private void invoices(InvoiceList invoices) {
    bot.billing().gives(ReadRequest.GetInvoices.class, invoices);
  }

  /** Each of a server of its own: 42, 43 and so on. */
  private void cancellations(int count) {
    bot.billing()
        .gives(
            ReadRequest.GetCancellationRequests.class,
            LongStream.range(0, count).mapToObj(i -> request(new AccountId(500 + i))).toList());
    for (int i = 0; i < Math.min(count, 3); i++) {
      InvoiceSummary row = unpaid(900 + i, "2026-12-01", "1.00", "EUR");
      bot.billing()
          .gives(ReadRequest.GetRelatedInvoices.class, List.of(row))
          .gives(ReadRequest.GetInvoice.class, of(new AccountId(500 + i), new ServerId(42 + i)));
    }
  }

  private static Invoice of(AccountId account, ServerId server) {
    return Samples.withLines(
        Samples.payable(900, InvoiceStatus.UNPAID, Samples.eur("1")),
        List.of(new InvoiceLine(account, server, "Hosting", "Server", Samples.eur("1"))));
  }

  private static CancellationRequest request(AccountId account) {
    return new CancellationRequest(
        account,
        LocalDate.of(2026, 11, 1),
        "a reason",
        "End of Billing Period",
        LocalDate.of(2026, 12, 1),
        "Some One",
        "Active",
        null);
  }
}
