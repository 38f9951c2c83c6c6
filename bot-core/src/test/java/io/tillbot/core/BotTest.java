package io.tillbot.core;

import static io.tillbot.core.support.TestBot.ACCOUNT;
import static io.tillbot.core.support.TestBot.ANN;
import static io.tillbot.core.support.TestBot.CORRELATION;
import static io.tillbot.core.support.TestBot.FAKE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.support.LogCapture;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTest {
  private static final String FORM = "billing link";

  private final LogCapture log = LogCapture.of(Bot.class);
  private final TestBot bot = TestBot.linked();

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void aBrokenHandlerBecomesUnavailableWithTheCorrelationId() {
    // A wrong type of answer is a ClassCastException within the handler.
    bot.billing().gives(ReadRequest.GetCredits.class, "not a balance");
    assertThatItBroke(bot.say("/credit"), "ClassCast");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/credit",
        "/invoice 1",
        "/billing status",
        "/server show 1",
        "/transactions",
        "/billing accounts",
        "/billing overview",
        "/billing use 1001"
      })
  void aBrokenVaultBecomesUnavailable(String line) {
    bot.vault().failWith("disk full at /var/lib/secret-place");
    assertThatItBroke(bot.say(line), "disk full", "secret-place");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void aVaultThatBreaksWhileLinkingBecomesUnavailable() {
    bot.vault().failWith("disk full");
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    assertThatItBroke(
        bot.submit(FORM, Map.of("kind", "token", "secret", "fake-secret-1")).outcome(),
        "disk full",
        "fake-secret-1");
  }

  @Test
  void aVaultThatBreaksWhileUnlinkingIsNotSaidToHaveErased() {
    bot.vault().failWith("disk full");
    assertThatItBroke(bot.say("/billing unlink"), "disk full");
  }

  @Test
  void aFailedAssertionOfATestIsNotSwallowed() {
    assertThatThrownBy(() -> bot.say("/credit"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no answer scripted");
  }

  @Test
  void everyAnswerCarriesItsCorrelationId() {
    assertThat(bot.answer(ANN, "/billing help").correlation()).isEqualTo(CORRELATION);
    assertThat(bot.answer(ANN, "nonsense").correlation()).isEqualTo(CORRELATION);
    assertThat(bot.submit("other", Map.of()).correlation()).isEqualTo(CORRELATION);
  }

  @Test
  void eachCommandIsOneLineOfLogWithoutItsArguments() {
    bot.billing()
        .on(ReadRequest.GetInvoice.class, new ApiResult.Refused<>(Samples.refusal("api words")));
    bot.say("/invoice 987654 --location whmcs_eu");
    assertThat(log.lines())
        .containsExactly("command=/invoice outcome=Refused ms=0 correlation=test-0001");
  }

  @Test
  void aLineThatIsNotUnderstoodIsNotLogged() {
    bot.say("/my-token-is hunter2\nforged=line");
    assertThat(log.lines())
        .containsExactly("command=not understood outcome=Refused ms=0 correlation=test-0001");
  }

  @Test
  void aSecretIsNeverLogged() {
    bot.billing().gives(ReadRequest.GetClient.class, Samples.client("EUR"));
    bot.submit(FORM, Map.of("kind", "token", "secret", "fake-secret-1"));
    bot.say("/invoice fake-secret-1");
    bot.say("fake-secret-1");
    bot.say("/billing link fake-secret-1");
    bot.billing().on(ReadRequest.GetCredits.class, new ApiResult.NotAuthorized<>(FAKE_TOKEN));
    bot.say("/credit");
    assertThat(log.lines())
        .hasSize(5)
        .noneMatch(line -> line.contains("fake-secret") || line.contains(FAKE_TOKEN));
  }

  @Test
  void aForgedFormIsNotLoggedByTheNameThatItGives() {
    bot.submit("forged\nform", Map.of());
    assertThat(log.lines()).hasSize(1).allMatch(line -> line.startsWith("command=not understood"));
  }

  @Test
  void theApiIsOpenedWithTheCallersOwnCredential() {
    bot.vault()
        .store(Caller.local("bob"), ACCOUNT, new Credential.Token(Secret.of("fake-token-of-bob")));
    bot.billing()
        .on(ReadRequest.GetCredits.class, new ApiResult.Refused<>(Samples.refusal("no")))
        .on(ReadRequest.GetCredits.class, new ApiResult.Refused<>(Samples.refusal("no")));
    bot.answer(Caller.local("bob"), "/credit");
    bot.answer(ANN, "/credit");
    assertThat(bot.billing().opened())
        .containsExactly(
            new Credential.Token(Secret.of("fake-token-of-bob")),
            new Credential.Token(Secret.of(FAKE_TOKEN)));
  }

  @Test
  void aBareParentShowsItsLeaves() {
    Outcome outcome = bot.say("/server");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.rows(outcome.reply()).stream().map(List::getFirst))
        .containsExactly("/server show <id>", "/server invoices <id>", "/server bill <id>");
  }

  @Test
  void aBareParentsButtonsRunWhatOnlyReadsAndShowHowTheRestIsUsed() {
    assertThat(buttonsInAChat("/contact"))
        .containsExactly(
            "/contact list",
            "/contact add",
            "/billing help contact edit",
            "/billing help contact delete");
    assertThat(buttonsInAChat("/account"))
        .containsExactly("/account show", "/account edit", "/billing help account reset-password");
    assertThat(Words.buttons(bot.say("/account").reply())).as("at a terminal").isEmpty();
  }

  private List<String> buttonsInAChat(String line) {
    Place chat = new Place(Place.Kind.DIRECT_MESSAGE, "D1");
    return Words.buttons(
        bot.bot().handle(new Invocation(ANN, chat, new Invocation.Line(line))).outcome().reply());
  }

  @Test
  void helpListsEveryCommandWithItsSentence() {
    Outcome outcome = bot.say("/billing help");
    assertThat(Words.rows(outcome.reply()))
        .hasSize(bot.catalogue().registry().commands().size())
        .contains(List.of("/credit", "command.credit"))
        .contains(List.of("/server show <id>", "command.server.show"))
        .contains(List.of("/invoice <id> [--…]", "command.invoice"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/billing help invoice",
        "/billing help /invoice",
        "/billing help INVOICE",
        "/billing help invoice 123",
        "/billing help \"invoice\""
      })
  void helpOfACommandTakesItsNameInAnyForm(String line) {
    assertThat(Words.of(bot.say(line).reply().title())).isEqualTo("help.command-title(/invoice)");
  }

  @Test
  void helpOfAParentShowsItsLeaves() {
    assertThat(Words.rows(bot.say("/billing help server").reply())).hasSize(3);
  }

  @Test
  void helpOfAnUnknownCommandSuggestsTheNearest() {
    Outcome outcome = bot.say("/billing help invioce");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().body()))
        .containsExactly("input.unknown-command-near(/invioce, /invoice)");
  }

  @Test
  void helpNeedsNoAccount() {
    TestBot unlinked = TestBot.unlinked();
    assertThat(unlinked.say("/billing help")).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aRefusedLineShowsTheUsageAndTheWayToHelp() {
    Outcome outcome = bot.say("/server show abc");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.reply().tone()).isEqualTo(Tone.WARNING);
    assertThat(Words.field(outcome.reply(), "field.usage")).contains("/server show <id>");
    assertThat(Words.buttons(outcome.reply())).containsExactly("/billing help server show");
  }

  @Test
  void aRefusedLineIsNotSentAnywhere() {
    bot.say("/invoice 1,234");
    assertThat(bot.billing().opened()).isEmpty();
  }

  @Test
  void namedOptionsRunTheSameCommand() {
    bot.billing().on(ReadRequest.GetInvoice.class, new ApiResult.Refused<>(Samples.refusal("no")));
    assertThat(bot.call("invoice", Map.of("id", "INV-7"))).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void theButtonsOfACardParse() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoices.class,
            Samples.list(Samples.unpaid(5, "2026-01-01", "1", "EUR")))
        .on(ReadRequest.GetInvoice.class, new ApiResult.Refused<>(Samples.refusal("no")));
    String line = Words.buttons(bot.say("/invoices").reply()).getFirst();
    bot.say(line);
    assertThat(bot.billing().requests()).hasSize(2);
  }

  @Test
  void anAnswerTellsWhetherItsButtonServed() {
    TicketId help = bot.bot().offer(ANN, Step.line("/billing help"));
    Press own = new Press(ANN, Place.terminal(), help);
    assertThat(step("console/1", own).use()).isEqualTo(Answer.Use.SERVED);
    assertThat(bot.bot().stop(own).use()).isEqualTo(Answer.Use.TURNED_AWAY);
    Press stranger = new Press(Caller.local("eve"), Place.terminal(), help);
    assertThat(step("console/2", stranger).use()).isEqualTo(Answer.Use.TURNED_AWAY);
    assertThat(bot.bot().confirm(stranger).use()).isEqualTo(Answer.Use.TURNED_AWAY);
  }

  private Answer step(String key, Press press) {
    Pressed pressed = new Pressed(Pressed.Kind.STEP, press);
    return bot.bot()
        .takeUp(new Delivered(key, pressed, Optional.empty()))
        .orElseThrow()
        .answer()
        .answer();
  }

  @Test
  void theAnswersToAFormPrintAsItsNameAlone() {
    assertThat(
            new FormAnswers(
                ANN, Place.terminal(), "billing link", Map.of(), Map.of("secret", "canary")))
        .hasToString("FormAnswers[billing link]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "UPPER", "a b c d", "x\ny-z", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void aCorrelationIdCanBeReadOut(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CorrelationId(value));
  }

  private static void assertThatItBroke(Outcome outcome, String... hidden) {
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("bot.broken");
    assertThat(Words.of(outcome.reply().body()))
        .containsExactly("bot.broken-what-to-do(test-0001)");
    assertThat(String.join(" ", Words.everything(outcome.reply()))).doesNotContain(hidden);
  }
}
