package io.tillbot.core.link;

import static io.tillbot.core.link.LinkScene.ANN;
import static io.tillbot.core.link.LinkScene.EVE;
import static io.tillbot.core.link.LinkScene.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The chat's side: asking for a page, and typing its code. */
class LinkByPageTest {
  private static final Caller AT_A_TERMINAL = Caller.local("ann");
  private static final AccountName ACCOUNT = new AccountName("77@whmcs_eu");

  private final LinkScene scene = new LinkScene();

  @Test
  void aChatGetsTheAddressAsAButtonAndAnotherForTheCode() {
    for (Caller caller : List.of(ANN, new Caller(Platform.DISCORD, null, "80351110224679190"))) {
      Outcome outcome = scene.say(caller, "/billing link");

      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
      assertThat(LinkScene.address(outcome)).matches("https://bot\\.example\\.com/link/[^/?]{22,}");
      assertThat(Words.buttons(outcome.reply())).contains("/billing link-code");
    }
  }

  @Test
  void aTerminalGetsTheAddressAndIsAskedForTheCodeAtOnce() {
    Outcome outcome = scene.say(AT_A_TERMINAL, "/billing link --page");

    assertThat(LinkScene.address(outcome)).startsWith("https://bot.example.com/link/");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class,
            asked -> {
              assertThat(asked.form().command()).isEqualTo("billing link-code");
              assertThat(asked.form().questions()).singleElement().isInstanceOf(Form.Line.class);
            });
    assertThat(scene.submitCode(AT_A_TERMINAL, "").reply().title().key())
        .as("whoever has none yet goes on later")
        .isEqualTo("link-code.later");
  }

  @Test
  void aTerminalWithoutTheFlagAsksAtItsPromptAsBefore() {
    assertThat(scene.say(AT_A_TERMINAL, "/billing link"))
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class,
            asked ->
                assertThat(asked.form().questions())
                    .hasAtLeastOneElementOfType(Form.SecretText.class));
  }

  @Test
  void whereNoBrowserReachesTheBotNoPageIsPromised() {
    TestBot bot = TestBot.unlinked();

    assertThat(bot.say("/billing link --page")).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.answer(ANN, "/billing link").outcome())
        .isInstanceOfSatisfying(
            Outcome.NeedsLink.class,
            card -> assertThat(card.reply().title().key()).isEqualTo("link.by-operator"));
  }

  @Test
  void anAddressBelowAPathIsKept() {
    for (String base : List.of("https://example.com/till/bot", "https://example.com/till/bot/")) {
      assertThat(LinkScene.address(new LinkScene(base).say(ANN, "/billing link")))
          .startsWith("https://example.com/till/bot/link/");
    }
  }

  @Test
  void theRightCodeLinksAndShowsTheClientMasked() {
    Outcome outcome = scene.say(ANN, "/billing link-code " + scene.codeOf(ANN));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(outcome.reply().title().key()).isEqualTo("link.linked");
    assertThat(Words.field(outcome.reply(), "field.email")).contains("s…@example.com");
    assertThat(scene.vault.open(ANN)).contains(new Credential.ApiKey(Secret.of(KEY)));
    assertThat(scene.vault.inUse(ANN)).contains(ACCOUNT);
  }

  @Test
  void linkingByCodeAsksTheBillingNothingMore() {
    String code = scene.codeOf(ANN);
    scene.billing.always(ReadRequest.GetClient.class, new ApiResult.NotAuthorized<>("no"));

    assertThat(scene.say(ANN, "/billing link-code " + code)).isInstanceOf(Outcome.Answered.class);
    assertThat(scene.billing.requests()).hasSize(1);
  }

  @Test
  void theCodeServesOnce() {
    String code = scene.codeOf(ANN);
    scene.say(ANN, "/billing link-code " + code);
    scene.vault.erase(ANN);

    assertThat(scene.say(ANN, "/billing link-code " + code).reply().title().key())
        .isEqualTo("link-code.none");
    assertThat(scene.vault.links(ANN)).isEmpty();
  }

  @Test
  void howTheCodeIsWrittenDoesNotMatter() {
    for (int n = 0; n < 4; n++) {
      String code = scene.codeOf(ANN);
      String bare = code.replace("-", "");
      String typed =
          List.of(
                  code,
                  bare.toLowerCase(Locale.ROOT),
                  "\"" + bare.substring(0, 3) + "  " + bare.substring(3) + "\"",
                  bare.substring(0, 4) + "\u2013" + bare.substring(4) + ".")
              .get(n);

      assertThat(scene.say(ANN, "/billing link-code " + typed))
          .as(typed)
          .isInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void aWrongCodeSaysHowManyTriesAreLeftAndTheFifthForgetsEverything() {
    String code = scene.codeOf(ANN);
    for (int left = 4; left > 0; left--) {
      Outcome outcome = scene.say(ANN, "/billing link-code AAAA-AAAA");
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(Words.of(outcome.reply().body()))
          .containsExactly("link-code.tries-left(" + left + ")");
    }
    assertThat(scene.say(ANN, "/billing link-code AAAA-AAAA").reply().title().key())
        .isEqualTo("link-code.used-up");

    assertThat(scene.say(ANN, "/billing link-code " + code).reply().title().key())
        .isEqualTo("link-code.none");
    assertThat(scene.vault.links(ANN)).isEmpty();
  }

  @Test
  void theRightCodeServesAtTheFifthTry() {
    String code = scene.codeOf(ANN);
    for (int n = 0; n < 4; n++) {
      scene.say(ANN, "/billing link-code AAAA-AAAA");
    }

    assertThat(scene.say(ANN, "/billing link-code " + code)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void ofManyGuessesMadeTogetherFiveAreCompared() throws Exception {
    String code = scene.codeOf(ANN);
    List<Callable<String>> guesses =
        Collections.nCopies(
            24, () -> scene.say(ANN, "/billing link-code AAAA-AAAA").reply().title().key());

    List<String> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> one : threads.invokeAll(guesses)) {
        answers.add(one.get());
      }
    }

    assertThat(answers).filteredOn("link-code.wrong"::equals).hasSize(4);
    assertThat(answers).filteredOn("link-code.used-up"::equals).hasSize(1);
    assertThat(answers).filteredOn("link-code.none"::equals).hasSize(19);
    scene.say(ANN, "/billing link-code " + code);
    assertThat(scene.vault.links(ANN)).isEmpty();
  }

  @Test
  void theCodeServesTenMinutesAndAWrongOneDoesNotProlongIt() {
    String code = scene.codeOf(ANN);
    scene.clock.pass(Duration.ofMinutes(9));
    scene.say(ANN, "/billing link-code AAAA-AAAA");
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(scene.say(ANN, "/billing link-code " + code).reply().title().key())
        .isEqualTo("link-code.none");
  }

  @Test
  void withoutACodeItIsAskedForBesideTheMaskedClient() {
    String code = scene.codeOf(ANN);

    Outcome asked = scene.say(ANN, "/billing link-code");

    assertThat(asked).isInstanceOf(Outcome.NeedsInput.class);
    assertThat(Words.field(asked.reply(), "field.email")).contains("s…@example.com");
    assertThat(Words.everything(asked.reply())).noneMatch(piece -> piece.contains(code));
    assertThat(scene.submitCode(ANN, code)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void whereNothingWaitsItIsSaidWhatToDo() {
    assertThat(scene.say(ANN, "/billing link-code").reply().title().key())
        .isEqualTo("link-code.none");
    scene.open(ANN);
    assertThat(scene.say(ANN, "/billing link-code").reply().title().key())
        .isEqualTo("link-code.page-first");
    assertThat(scene.say(ANN, "/billing link-code AAAA-AAAA").reply().title().key())
        .isEqualTo("link-code.page-first");
  }

  @Test
  void whoSendsTheirPageToSomebodyElseGetsNothingWithoutThatPersonsCode() {
    String evesPage = scene.open(EVE);
    String codeOnTheVictimsScreen = LinkScene.code(scene.send(evesPage, KEY));

    for (int n = 0; n < 5; n++) {
      scene.say(EVE, "/billing link-code AAAA-AAAA");
    }

    scene.say(EVE, "/billing link-code " + codeOnTheVictimsScreen);
    assertThat(scene.vault.links(EVE)).isEmpty();
    assertThat(scene.vault.links(ANN)).isEmpty();
  }

  @Test
  void anAttackersOwnAccountIsNotForcedUponWhoeverTypesTheirCode() {
    String evesCode = scene.codeOf(EVE);

    assertThat(scene.say(ANN, "/billing link-code " + evesCode).reply().title().key())
        .isEqualTo("link-code.none");
    assertThat(scene.vault.links(ANN)).isEmpty();
  }

  @Test
  void anotherAccountStaysLinked() {
    scene.vault.store(ANN, new AccountName("1@x"), new Credential.Token(Secret.of("another")));

    Outcome outcome = scene.say(ANN, "/billing link-code " + scene.codeOf(ANN));

    assertThat(Words.of(outcome.reply().notes())).containsExactly("link.others(1)");
    assertThat(scene.vault.links(ANN)).hasSize(2);
  }

  @Test
  void theCredentialAndTheCodeAreOnNoCard() {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(scene.say(ANN, "/billing link"));
    String code = LinkScene.code(scene.send(LinkScene.id(outcomes.getFirst()), KEY));
    outcomes.add(scene.say(ANN, "/billing link-code"));
    outcomes.add(scene.say(ANN, "/billing link-code AAAA-AAAA"));
    outcomes.add(scene.say(ANN, "/billing link-code " + code));

    for (Outcome outcome : outcomes) {
      assertThat(Words.everything(outcome.reply()))
          .noneMatch(piece -> piece.contains(KEY))
          .noneMatch(piece -> piece.contains(code));
    }
  }
}
