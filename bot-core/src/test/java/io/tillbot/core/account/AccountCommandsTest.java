package io.tillbot.core.account;

import static io.tillbot.core.support.TestBot.ACCOUNT;
import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.link.LinkForm;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCommandsTest {
  private static final String FORM = "billing link";
  private static final Map<String, String> ANSWERS =
      Map.of("kind", "token", "secret", "fake-secret-1");

  private final TestBot bot = TestBot.unlinked();

  @Test
  void linkingInATerminalAsksForKindAndSecret() {
    Outcome outcome = bot.say("/billing link");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class,
            input -> {
              assertThat(input.form().command()).isEqualTo(FORM);
              assertThat(input.form().questions())
                  .hasSize(2)
                  .hasAtLeastOneElementOfType(Form.SecretText.class);
            });
    assertThat(bot.billing().requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK, T1, --platform slack --workspace T1 --user U1",
    "DISCORD, , --platform discord --user U1"
  })
  void elsewhereAnOperatorLinksAndNoSecretIsAskedFor(
      Platform platform, String workspace, String arguments) {
    Outcome outcome = bot.answer(new Caller(platform, workspace, "U1"), "/billing link").outcome();
    assertThat(outcome).isInstanceOf(Outcome.NeedsLink.class);
    assertThat(Words.field(outcome.reply(), "field.try")).contains("./tillbot link " + arguments);
  }

  @Test
  void linkTakesNoWords() {
    assertThat(bot.say("/billing link fake-secret-1")).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.vault().link(ANN)).isEmpty();
  }

  @Test
  void anAcceptedTokenIsKept() {
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    Outcome outcome = submit(ANSWERS);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("link.linked");
    assertThat(bot.vault().open(ANN)).contains(new Credential.Token(Secret.of("fake-secret-1")));
    assertThat(bot.billing().requests()).containsExactly(ReadRequest.GetClient.own());
  }

  @Test
  void anApiKeyIsKeptAsOneAndIsTheDefault() {
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    submit(Map.of("secret", " fake-secret-1\n"));
    assertThat(bot.vault().open(ANN)).contains(new Credential.ApiKey(Secret.of("fake-secret-1")));
  }

  @Test
  void theLinkedClientIsShownMasked() {
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    Reply card = submit(ANSWERS).reply();
    assertThat(Words.field(card, "field.client")).contains("77");
    assertThat(Words.field(card, "field.email")).contains("s…@example.com");
    assertThat(Words.field(card, "field.currency")).contains("EUR");
    assertThat(Words.field(card, "field.billing-location")).contains("whmcs_eu");
    assertThat(Words.everything(card)).noneMatch(piece -> piece.contains("someone"));
    assertThat(Words.everything(card)).noneMatch(piece -> piece.contains("Some One"));
  }

  static List<ApiResult<Client>> failures() {
    return List.of(
        new ApiResult.NotAuthorized<>("no"),
        new ApiResult.Refused<>(Samples.refusal("no")),
        new ApiResult.NotSent<>(NotSentCause.NO_CONNECTION, null),
        new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, null),
        new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null),
        new ApiResult.Unknown<>(UnknownCause.TIMED_OUT),
        new ApiResult.Unknown<>(UnknownCause.BROKEN_ANSWER));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatCouldNotBeTriedOrWasNotAcceptedIsNotKept(ApiResult<Client> failure) {
    bot.billing().on(ReadRequest.GetClient.class, failure);
    Outcome outcome = submit(ANSWERS);
    assertThat(outcome).isInstanceOfAny(Outcome.Refused.class, Outcome.Unavailable.class);
    assertThat(bot.vault().open(ANN)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anEarlierCredentialSurvivesAFailedLink(ApiResult<Client> failure) {
    TestBot linked = TestBot.linked();
    linked.billing().on(ReadRequest.GetClient.class, failure);
    linked.submit(FORM, ANSWERS);
    assertThat(linked.vault().open(ANN))
        .contains(new Credential.Token(Secret.of(TestBot.FAKE_TOKEN)));
  }

  @Test
  void aSecretThatIsNotAcceptedIsSaidToBeThat() {
    bot.billing().on(ReadRequest.GetClient.class, new ApiResult.NotAuthorized<>("expired"));
    Outcome outcome = submit(ANSWERS);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("link.not-accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "has blanks", "caf\u00E9s", "a\u0000bcd", "a\nbcd", "ab\u200Bcd"})
  void whatCannotBeASecretIsNotSentAnywhere(String secret) {
    Outcome outcome = submit(Map.of("kind", "token", "secret", secret));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().body())).containsExactly("link.not-a-credential");
    assertThat(bot.billing().opened()).isEmpty();
  }

  @Test
  void aSecretHasAtMost4096Characters() {
    assertThat(LinkForm.credential("token", "x".repeat(4096))).isPresent();
    assertThat(LinkForm.credential("token", "x".repeat(4097))).isEmpty();
  }

  @Test
  void anUnknownKindOfSecretIsRefused() {
    assertThat(submit(Map.of("kind", "password", "secret", "fake-secret-1")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().opened()).isEmpty();
  }

  @Test
  void aSecretIsTakenFromATerminalOnlyWhoeverSendsTheForm() {
    Caller slack = new Caller(Platform.SLACK, "T1", "U1");
    Outcome outcome = bot.submit(slack, FORM, ANSWERS).outcome();
    assertThat(outcome).isInstanceOf(Outcome.NeedsLink.class);
    assertThat(bot.billing().opened()).isEmpty();
  }

  @Test
  void anUnknownFormIsRefused() {
    assertThat(bot.submit("other", ANSWERS).outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().opened()).isEmpty();
  }

  @Test
  void unlinkingAnApiKeySaysThatTheKeyItselfLivesOn() {
    bot.vault().store(ANN, ACCOUNT, new Credential.ApiKey(Secret.of("fake-api-key")));
    bot.billing().gives(ScriptedBilling.LogOut.class, new BillingAccess.SessionEnded());
    Reply card = bot.say("/billing unlink").reply();
    assertThat(Words.of(card.notes())).containsExactly("unlink.api-key-lives");
  }

  @Test
  void unlinkingErasesAndLogsOut() {
    TestBot linked = TestBot.linked();
    linked.billing().gives(ScriptedBilling.LogOut.class, new BillingAccess.SessionEnded());
    Reply card = linked.say("/billing unlink").reply();
    assertThat(linked.vault().link(ANN)).isEmpty();
    assertThat(linked.billing().requests()).containsExactly(new ScriptedBilling.LogOut());
    assertThat(Words.of(card.notes())).containsExactly("unlink.logged-out");
  }

  @Test
  void aLogOutThatFailsIsToldAndTheCredentialErasedAllTheSame() {
    TestBot linked = TestBot.linked();
    linked
        .billing()
        .on(ScriptedBilling.LogOut.class, new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    Outcome outcome = linked.say("/billing unlink");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().notes())).containsExactly("unlink.not-logged-out");
    assertThat(linked.vault().link(ANN)).isEmpty();
  }

  @Test
  void aCredentialThatDoesNotOpenAnyMoreCanStillBeErased() {
    TestBot linked = TestBot.linked();
    linked.vault().moveRows(ANN, Caller.local("bob"));
    Outcome outcome = linked.answer(Caller.local("bob"), "/billing unlink").outcome();
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().notes())).containsExactly("unlink.not-logged-out");
    assertThat(linked.vault().link(Caller.local("bob"))).isEmpty();
  }

  @Test
  void whoIsNotLinkedIsToldSoByUnlink() {
    assertThat(Words.of(bot.say("/billing unlink").reply().title()))
        .isEqualTo("unlink.was-not-linked");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void unlinkingOneCallerLeavesTheOthers() {
    TestBot linked = TestBot.linked();
    linked.answer(Caller.local("bob"), "/billing unlink");
    assertThat(linked.vault().link(ANN)).isPresent();
  }

  @Test
  void theStatusShowsSinceWhenAndWithWhat() {
    TestBot linked = TestBot.linked();
    linked.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    Reply card = linked.say("/billing status").reply();
    assertThat(Words.of(card.title())).isEqualTo("status.linked");
    assertThat(Words.field(card, "field.linked-with")).contains("link.kind-token");
    assertThat(Words.field(card, "field.linked-since")).contains("2026-11-23");
    assertThat(Words.of(card.notes())).containsExactly("status.tokens-expire");
    assertThat(Words.field(card, "field.email")).contains("s…@example.com");
  }

  @Test
  void anApiKeyIsNotSaidToExpire() {
    bot.vault().store(ANN, ACCOUNT, new Credential.ApiKey(Secret.of("fake-key")));
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    Reply card = bot.say("/billing status").reply();
    assertThat(Words.field(card, "field.linked-with")).contains("link.kind-api-key");
    assertThat(card.notes()).isEmpty();
    assertThat(bot.vault().link(ANN))
        .map(CredentialVault.Link::kind)
        .contains(CredentialVault.Kind.API_KEY);
  }

  @Test
  void whoIsNotLinkedIsToldSoByStatus() {
    Reply card = bot.say("/billing status").reply();
    assertThat(Words.of(card.title())).isEqualTo("status.not-linked");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void whatIsNotToldOfAClientIsLeftOut() {
    Client bare =
        new Client(
            new ClientId(1),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of());
    bot.billing().gives(ReadRequest.GetClient.class, bare);
    assertThat(submit(ANSWERS).reply().fields()).hasSize(1);
  }

  private Outcome submit(Map<String, String> answers) {
    return bot.submit(FORM, answers).outcome();
  }
}
