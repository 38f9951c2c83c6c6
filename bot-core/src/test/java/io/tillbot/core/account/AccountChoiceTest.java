package io.tillbot.core.account;

import static io.tillbot.core.support.TestBot.ACCOUNT;
import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller with two accounts. */
class AccountChoiceTest {
  private static final AccountName OTHER = new AccountName("2001@whmcs_com");
  private static final Credential KEY_OF_OTHER =
      new Credential.ApiKey(Secret.of("fake-key-of-ann"));

  private final TestBot bot = TestBot.linked();

  @BeforeEach
  void linkTheOtherAndUseTheFirst() {
    bot.vault().store(ANN, OTHER, KEY_OF_OTHER);
    bot.vault().use(ANN, ACCOUNT);
  }

  @Test
  void theAccountsAreListedAndTheOthersOffered() {
    Reply card = bot.say("/billing accounts").reply();
    assertThat(Words.of(card.title())).isEqualTo("accounts.title(2)");
    assertThat(Words.rows(card))
        .containsExactly(
            List.of("2001@whmcs_com", "link.kind-api-key", "2026-11-23", ""),
            List.of("77@whmcs_eu", "link.kind-token", "2026-11-23", "accounts.in-use"));
    assertThat(Words.buttons(card)).containsExactly("/billing use 2001@whmcs_com");
    assertThat(bot.billing().opened()).as("listing opens nothing").isEmpty();
  }

  @Test
  void whoIsNotLinkedHasNoAccounts() {
    Reply card = TestBot.unlinked().say("/billing accounts").reply();
    assertThat(Words.of(card.title())).isEqualTo("status.not-linked");
    assertThat(Words.buttons(card)).containsExactly("/billing link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001@whmcs_com", "2001"})
  void anotherAccountIsPutToUse(String word) {
    Outcome outcome = bot.say("/billing use " + word);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("use.done(2001@whmcs_com)");
    assertThat(bot.vault().inUse(ANN)).contains(OTHER);
  }

  @Test
  void commandsGoToTheAccountInUse() {
    ApiResult<Object> no = new ApiResult.Refused<>(Samples.refusal("no"));
    bot.billing().always(ReadRequest.GetCredits.class, no);
    bot.say("/credit");
    bot.say("/billing use 2001");
    bot.say("/credit");
    assertThat(bot.billing().opened())
        .containsExactly(new Credential.Token(Secret.of(TestBot.FAKE_TOKEN)), KEY_OF_OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3001", "200", "2001@whmcs", "2001@whmcs_eu"})
  void anUnknownAccountIsRefusedWithTheKnownOnes(String word) {
    Outcome outcome = bot.say("/billing use " + word);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("use.unknown(" + word + ")");
    assertThat(Words.field(outcome.reply(), "field.linked-accounts"))
        .contains("2001@whmcs_com, 77@whmcs_eu");
    assertThat(bot.vault().inUse(ANN)).contains(ACCOUNT);
  }

  @Test
  void aClientWithSeveralLocationsIsAskedWhich() {
    bot.vault().store(ANN, new AccountName("2001@whmcs_eu"), KEY_OF_OTHER);
    bot.vault().use(ANN, ACCOUNT);
    Outcome outcome = bot.say("/billing use 2001");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("use.several(2001)");
    assertThat(Words.buttons(outcome.reply()))
        .containsExactly("/billing use 2001@whmcs_com", "/billing use 2001@whmcs_eu");
    assertThat(bot.vault().inUse(ANN)).contains(ACCOUNT);
  }

  @Test
  void anAccountWithoutLocationIsMeantByItsOwnName() {
    AccountName bare = new AccountName("2001");
    bot.vault().store(ANN, bare, KEY_OF_OTHER);
    bot.vault().use(ANN, ACCOUNT);
    bot.say("/billing use 2001");
    assertThat(bot.vault().inUse(ANN)).contains(bare);
  }

  @Test
  void somebodyElsesAccountIsUnknown() {
    bot.vault().store(Caller.local("bob"), new AccountName("3001"), KEY_OF_OTHER);
    assertThat(bot.say("/billing use 3001")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whoIsNotLinkedHasNothingToUse() {
    Outcome outcome = TestBot.unlinked().say("/billing use 1001");
    assertThat(outcome).isInstanceOf(Outcome.NeedsLink.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("link.needed");
  }

  @Test
  void unlinkingErasesTheOneInUseAndNamesTheOthers() {
    bot.billing().gives(ScriptedBilling.LogOut.class, new BillingAccess.SessionEnded());
    Reply card = bot.say("/billing unlink").reply();
    assertThat(Words.of(card.body())).containsExactly("unlink.erased", "unlink.left");
    assertThat(Words.field(card, "field.linked-accounts")).contains("2001@whmcs_com");
    assertThat(Words.buttons(card)).containsExactly("/billing use 2001@whmcs_com");
    assertThat(bot.vault().links(ANN))
        .extracting(CredentialVault.Link::account)
        .containsExactly(OTHER);
    assertThat(bot.vault().inUse(ANN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/credit", "/invoice 1", "/transactions"})
  void afterThatACommandAsksForAChoiceAndGoesNowhere(String line) {
    bot.vault().erase(ANN);
    Outcome outcome = bot.say(line);
    assertThat(outcome).isInstanceOf(Outcome.NeedsLink.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("link.choose");
    assertThat(Words.buttons(outcome.reply())).containsExactly("/billing use 2001@whmcs_com");
    assertThat(bot.billing().opened()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/billing status", "/billing unlink"})
  void whoHasChosenNoneIsToldSo(String line) {
    bot.vault().erase(ANN);
    Outcome outcome = bot.say(line);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("link.choose");
    assertThat(bot.vault().links(ANN)).hasSize(1);
  }

  @Test
  void theListSaysWhenNoneIsInUse() {
    bot.vault().erase(ANN);
    Reply card = bot.say("/billing accounts").reply();
    assertThat(Words.of(card.notes())).containsExactly("link.choose-how");
    assertThat(Words.buttons(card)).containsExactly("/billing use 2001@whmcs_com");
  }

  @Test
  void theStatusNamesTheAccountAndCountsTheOthers() {
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    Reply card = bot.say("/billing status").reply();
    assertThat(Words.field(card, "field.account-in-use")).contains("77@whmcs_eu");
    assertThat(Words.of(card.notes())).contains("status.others(1)");
    assertThat(Words.buttons(card)).containsExactly("/billing accounts");
  }

  @Test
  void linkingAnotherAccountKeepsTheEarlierAndPutsTheNewOneToUse() {
    bot.billing().gives(ReadRequest.GetClient.class, client(3001, new Location("EU-Central")));
    Reply card = link();
    assertThat(bot.vault().inUse(ANN)).contains(new AccountName("3001@EU-Central"));
    assertThat(bot.vault().links(ANN)).hasSize(3);
    assertThat(Words.of(card.notes())).containsExactly("link.others(2)");
  }

  @Test
  void linkingTheSameAccountAgainReplacesItsCredential() {
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    link();
    assertThat(bot.vault().links(ANN)).hasSize(2);
    assertThat(bot.vault().open(ANN, ACCOUNT))
        .contains(new Credential.Token(Secret.of("fake-secret-1")));
  }

  @ParameterizedTest
  @CsvSource({", 5", "whmcs_eu, 5@whmcs_eu", "EU Central/2@x, 5@EU_Central_2_x"})
  void anAccountIsNamedByItsClientAndLocation(@Nullable String location, String name) {
    bot.billing()
        .gives(
            ReadRequest.GetClient.class,
            client(5, Optional.ofNullable(location).map(Location::new).orElse(null)));
    link();
    assertThat(bot.vault().inUse(ANN)).contains(new AccountName(name));
  }

  @Test
  void aLocationWithoutEndIsCut() {
    bot.billing().gives(ReadRequest.GetClient.class, client(5, new Location("x".repeat(200))));
    link();
    assertThat(bot.vault().inUse(ANN)).contains(new AccountName("5@" + "x".repeat(78)));
  }

  private Reply link() {
    return bot.submit("billing link", Map.of("kind", "token", "secret", "fake-secret-1"))
        .outcome()
        .reply();
  }

  private static Client client(long id, @Nullable Location location) {
    return new Client(
        new ClientId(id),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        location,
        null,
        null,
        Map.of());
  }
}
