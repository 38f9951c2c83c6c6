package io.tillbot.core.service;

import static io.tillbot.core.access.ServiceAccount.State.ACTIVE;
import static io.tillbot.core.access.ServiceAccount.State.REVOKED;
import static io.tillbot.core.support.TestBot.ACCOUNT;
import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillbot.core.Samples;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.RecordedNotices;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A workspace's own accounts: given by somebody with a role, and used by nobody's command. */
class ServiceAccountTest {
  private static final String ADD = "/billing-admin service-account add";
  private static final Workspace HERE = Workspace.of(ANN);
  private static final Credential.ApiKey KEY = new Credential.ApiKey(Secret.of("fake-key"));

  private static final ApiResult<Client> REFUSED = new ApiResult.NotAuthorized<>("revoked");
  private static final ApiResult<Client> ACCEPTED = new ApiResult.Done<>(Samples.client("EUR"));
  private static final ApiResult<Client> CANNOT_BE_TOLD =
      new ApiResult.Unknown<>(UnknownCause.TIMED_OUT);

  private final TestBot bot = TestBot.unlinked();
  private final RecordedNotices notices = new RecordedNotices();

  @Test
  void whoeverIsLinkedByAKeyGivesItToTheWorkspace() {
    link(KEY);
    Outcome added = bot.say(ADD);
    assertThat(title(added)).isEqualTo("service-account.added(77@whmcs_eu)");
    assertThat(accounts())
        .extracting(ServiceAccount::account, ServiceAccount::added, ServiceAccount::state)
        .containsExactly(tuple(ACCOUNT, Optional.of(added(ANN)), ACTIVE));
    assertThat(bot.vault().inUse(ANN)).as("the own link stays").contains(ACCOUNT);
  }

  @Test
  void aTokenIsNotTakenSinceItWouldBeDeadWithinHours() {
    link(new Credential.Token(Secret.of("fake-token")));
    assertThat(title(bot.say(ADD))).isEqualTo("service-account.only-keys(77@whmcs_eu)");
    assertThat(accounts()).isEmpty();
  }

  @Test
  void whoeverIsNotLinkedIsToldHow() {
    assertThat(bot.say(ADD)).isInstanceOf(Outcome.NeedsLink.class);
  }

  @Test
  void aWorkspaceOwnsNoMoreThanAFew() {
    link(KEY);
    Caller somebody = Caller.local("bob");
    for (int n = 0; n < ServiceAccounts.MOST; n++) {
      AccountName name = new AccountName("9" + n + "@whmcs_eu");
      bot.store()
          .write(
              unit -> {
                unit.serviceAccounts().add(HERE, name, KEY, added(somebody));
                return name;
              });
    }
    assertThat(title(bot.say(ADD))).startsWith("service-account.too-many(");
    assertThat(accounts()).hasSize(ServiceAccounts.MOST);
  }

  @Test
  void noCommandGoesThere() {
    link(KEY);
    bot.say(ADD);
    bot.vault().erase(ANN);
    assertThat(bot.say("/credit")).as("nobody is linked").isInstanceOf(Outcome.NeedsLink.class);
    assertThat(accounts()).hasSize(1);
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void aRemovedOneIsGone() {
    link(KEY);
    bot.say(ADD);
    assertThat(title(bot.say("/billing-admin service-account remove 77@whmcs_eu")))
        .isEqualTo("service-account.removed(77@whmcs_eu)");
    assertThat(accounts()).isEmpty();
    assertThat(title(bot.say("/billing-admin service-account remove 77@whmcs_eu")))
        .isEqualTo("service-account.unknown(77@whmcs_eu)");
  }

  @Test
  void oneThatTheBillingSystemNoLongerAcceptsServesNoMoreAndTheListSaysSo() {
    link(KEY);
    bot.say(ADD);
    int before = bot.store().audited().size();
    ServiceAccountWatch watch = watch();

    looks(watch, REFUSED, REFUSED);
    assertThat(accounts()).as("twice").extracting(ServiceAccount::state).containsExactly(ACTIVE);
    looks(watch, REFUSED);

    assertThat(bot.store().<Boolean>read(unit -> unit.serviceAccounts().active().isEmpty()))
        .isTrue();
    Outcome list = bot.say("/billing-admin service-account list");
    assertThat(Words.of(list.reply().table().orElseThrow().rows().getFirst().cells()))
        .contains("77@whmcs_eu", "service-account.revoked", "console/local/ann");
    assertThat(bot.store().audited().get(before).entry().end().outcome()).isEqualTo("revoked");

    int asked = bot.billing().requests().size();
    watch.look();
    assertThat(bot.billing().requests()).as("nothing is looked up any more").hasSize(asked);
  }

  @Test
  void oneThatCannotBeLookedAtNowStaysActive() {
    link(KEY);
    bot.say(ADD);
    ServiceAccountWatch watch = watch();
    looks(watch, CANNOT_BE_TOLD, CANNOT_BE_TOLD, CANNOT_BE_TOLD, CANNOT_BE_TOLD, ACCEPTED);
    assertThat(accounts()).extracting(ServiceAccount::state).containsExactly(ACTIVE);
  }

  @Test
  void whatIsAcceptedInBetweenBeginsTheRowAnewAndWhatCannotBeToldDoesNot() {
    link(KEY);
    bot.say(ADD);
    ServiceAccountWatch watch = watch();
    looks(watch, REFUSED, REFUSED, ACCEPTED, REFUSED, CANNOT_BE_TOLD, REFUSED);
    assertThat(accounts()).extracting(ServiceAccount::state).containsExactly(ACTIVE);
    looks(watch, REFUSED);
    assertThat(accounts()).extracting(ServiceAccount::state).containsExactly(REVOKED);
  }

  @Test
  void oneThatIsAddedAgainHasThreeLooksOfItsOwn() {
    link(KEY);
    bot.say(ADD);
    ServiceAccountWatch watch = watch();
    looks(watch, REFUSED, REFUSED);
    bot.say("/billing-admin service-account remove 77@whmcs_eu");
    watch.look();
    bot.say(ADD);
    looks(watch, REFUSED, REFUSED);
    assertThat(accounts()).extracting(ServiceAccount::state).containsExactly(ACTIVE);
    looks(watch, REFUSED);
    assertThat(accounts()).extracting(ServiceAccount::state).containsExactly(REVOKED);
  }

  @Test
  void whoeverAddedItAndTheChannelAreToldOnceThatItServesNoMore() {
    addedInAChannel();
    ServiceAccountWatch watch = watch();
    looks(watch, REFUSED, REFUSED);
    assertThat(notices.notices()).as("it serves still").isEmpty();
    looks(watch, REFUSED);
    watch.look();
    assertThat(notices.notices())
        .extracting(RecordedNotices.Notice::to)
        .containsExactly("slack/T1/U1", "slack/T1 C1");
    assertThat(notices.notices())
        .allSatisfy(
            notice ->
                assertThat(Words.of(notice.outcome().reply().title()))
                    .isEqualTo("service-account.serves-no-more"));
  }

  @Test
  void theChannelIsNotToldWhichClientItIs() {
    addedInAChannel();
    looks(watch(), REFUSED, REFUSED, REFUSED);
    assertThat(Words.everything(notices.notices().getLast().outcome().reply()).toString())
        .doesNotContain("77");
  }

  @Test
  void whomNobodyCouldTellIsToldLater() {
    addedInAChannel();
    notices.nobodyListens();
    looks(watch(), REFUSED, REFUSED, REFUSED);
    notices.everybodyListens();
    watch().look();
    assertThat(notices.notices()).as("also by another process").hasSize(2);
  }

  private void addedInAChannel() {
    ServiceAccount.Added added =
        new ServiceAccount.Added(new Caller(Platform.SLACK, "T1", "U1"), Optional.of("C1"));
    bot.store()
        .write(
            unit -> {
              unit.serviceAccounts().add(new Workspace(Platform.SLACK, "T1"), ACCOUNT, KEY, added);
              return added;
            });
  }

  private static ServiceAccount.Added added(Caller by) {
    return new ServiceAccount.Added(by, Optional.empty());
  }

  @SafeVarargs
  private void looks(ServiceAccountWatch watch, ApiResult<Client>... answers) {
    for (ApiResult<Client> answer : answers) {
      bot.billing().on(ReadRequest.GetClient.class, answer);
      watch.look();
    }
  }

  private ServiceAccountWatch watch() {
    return new ServiceAccountWatch(
        TestMeans.of(
            bot.store(),
            bot.vault(),
            bot.billing(),
            AllowAll.gatekeeper(),
            TestBot.CLOCK,
            notices));
  }

  private void link(Credential credential) {
    bot.vault().store(ANN, ACCOUNT, credential);
  }

  private List<ServiceAccount> accounts() {
    return bot.store().read(unit -> unit.serviceAccounts().of(HERE));
  }

  private static String title(Outcome outcome) {
    return Words.of(outcome.reply().title());
  }
}
