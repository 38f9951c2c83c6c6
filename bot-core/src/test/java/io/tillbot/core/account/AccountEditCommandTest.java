package io.tillbot.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountEditCommandTest {
  private static final ApiResult<WriteAnswer.ClientUpdated> SAID_DONE =
      new ApiResult.Done<>(
          new WriteAnswer.ClientUpdated(new ClientId(77), new Location("whmcs_eu"), null));
  private static final ApiResult<WriteAnswer.ClientUpdated> LOST =
      new ApiResult.Unknown<>(UnknownCause.CONNECTION_LOST);
  private static final Map<String, String> PROFILE =
      Map.of(
          "co_smsnum", "+31201234567",
          "co_customertype", "Individual",
          "address1", "Damrak 1",
          "ips", "192.0.2.7");
  private static final Client BEFORE = client("someone@example.com", "One", PROFILE);

  private final TestBot bot = TestBot.linked();

  @Test
  void withoutAFieldItAsksAndShowsWhatIsThereMasked() {
    look(BEFORE);
    Outcome asked = bot.say("/account edit");
    assertThat(asked).isInstanceOf(Outcome.NeedsInput.class);
    Form form = ((Outcome.NeedsInput) asked).form();
    assertThat(form.command()).isEqualTo("account edit");
    assertThat(form.questions().stream().map(AccountEditCommandTest::shown))
        .containsExactly(
            "email s…@example.com",
            "first-name Some",
            "last-name One",
            "phone …67",
            "customer-type form.keep-present(customer-type.individual)");
    assertThat(Words.everything(asked.reply()))
        .noneMatch(piece -> piece.contains("someone@") || piece.contains("1234567 "));
  }

  @Test
  void theCustomerTypesFirstAnswerLeavesItAsItIs() {
    look(BEFORE);
    Form form = ((Outcome.NeedsInput) bot.say("/account edit")).form();
    Form.Choice types = (Form.Choice) form.questions().getLast();
    assertThat(types.choices().getFirst().isUnanswered()).isTrue();
    assertThat(types.choices().stream().map(Form.Option::id))
        .containsExactly("", "individual", "company");
  }

  @Test
  void whatIsNotToldHasNothingToKeep() {
    look(client(null, null, Map.of()));
    Form form = ((Outcome.NeedsInput) bot.say("/account edit")).form();
    assertThat(form.questions().stream().map(AccountEditCommandTest::shown))
        .containsExactly(
            "email -", "first-name Some", "last-name -", "phone -", "customer-type form.keep");
  }

  @Test
  void theAnswersAreShownAsADifferenceAndWhatIsUnchangedIsNot() {
    look(BEFORE);
    Outcome preview =
        bot.submit(
                "account edit",
                Map.of("email", "new@example.com", "first-name", "Some", "customer-type", ""))
            .outcome();
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    Reply card = preview.reply();
    assertThat(card.fields()).hasSize(1);
    assertThat(Words.field(card, "field.email"))
        .contains("confirm.changed(s…@example.com, new@example.com)");
    assertThat(Words.of(card.notes())).contains("edit.may-be-verified");
    assertThat(updates()).isEmpty();
  }

  @Test
  void whatWasNotToldBeforeIsSaidSo() {
    look(client("someone@example.com", "One", Map.of()));
    assertThat(Words.field(bot.say("/account edit --phone +31201234599").reply(), "field.phone"))
        .contains("confirm.changed(confirm.not-told, +31201234599)");
  }

  @Test
  void anEmptyFormHasNothingToChange() {
    look(BEFORE);
    Outcome outcome = bot.submit("account edit", Map.of("email", "", "phone", " ")).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().body())).containsExactly("edit.nothing-to-change");
  }

  @Test
  void whatIsAlreadySoIsNotSent() {
    look(BEFORE);
    Outcome outcome = bot.say("/account edit --email someone@example.com");
    assertThat(Words.of(outcome.reply().body())).containsExactly("edit.nothing-to-change");
    assertThat(updates()).isEmpty();
  }

  @Test
  void nameAndEmailGoAlongUnchangedBecauseTheApiMayClearWhatIsMissing() {
    look(BEFORE);
    look(BEFORE);
    bot.billing().on(WriteRequest.UpdateClient.class, refused("x"));
    bot.confirm("/account edit --phone +31201234599");
    assertThat(updates())
        .containsExactly(update("someone@example.com", "Some", "One", "+31201234599", null, null));
  }

  @Test
  void theCustomerTypeIsSentInTheApisWordsAndTheFormIdIsTheOperators() {
    TestBot configured = TestBot.linked(CatalogueSettings.defaults().withFormId("7"));
    configured
        .billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(BEFORE))
        .on(WriteRequest.UpdateClient.class, refused("x"));
    configured.confirm("/account edit --customer-type COMPANY --last-name Two");
    assertThat(configured.billing().requests())
        .contains(update("someone@example.com", "Some", "Two", null, "Company", "7"));
  }

  @Test
  void aChangeIsDoneWhenAFreshLookShowsIt() {
    changes(SAID_DONE, "new@example.com", PROFILE);
    Outcome done = bot.confirm("/account edit --email new@example.com");
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(done.reply().title())).isEqualTo("account.edit-done");
    assertThat(Words.field(done.reply(), "field.email")).contains("n…@example.com");
    assertThat(done.reply().body()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(UnknownCause.class)
  void aLostAnswerIsDoneWhenAFreshLookShowsIt(UnknownCause cause) {
    changes(new ApiResult.Unknown<>(cause), "new@example.com", PROFILE);
    assertThat(bot.confirm("/account edit --email new@example.com"))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void otherFieldsThatChangedAreReportedByNameAndNeverByValue() {
    Map<String, String> cleared = new HashMap<>(PROFILE);
    cleared.put("ips", "");
    cleared.remove("address1");
    changes(SAID_DONE, "new@example.com", cleared);
    Reply card = bot.confirm("/account edit --email new@example.com").reply();
    assertThat(Words.of(card.body())).containsExactly("edit.changed-besides(address1, ips)");
    assertThat(Words.everything(card))
        .noneMatch(piece -> piece.contains("Damrak") || piece.contains("192.0.2"));
  }

  @Test
  void aLostAnswerIsNotDoneWhenEverythingIsAsItWas() {
    changes(LOST, "someone@example.com", PROFILE);
    Outcome notDone = bot.confirm("/account edit --email new@example.com --customer-type company");
    assertThat(notDone).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.of(notDone.reply().title())).isEqualTo("not-done.title");
    assertThat(Words.buttons(notDone.reply()))
        .containsExactly("/account edit --email new@example.com --customer-type company");
  }

  @Test
  void aClearYesThatNoReadShowsIsUnknown() {
    changes(SAID_DONE, "someone@example.com", PROFILE);
    Outcome unknown = bot.confirm("/account edit --email new@example.com");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("edit.trace-old(field.email)");
  }

  @Test
  void aLostAnswerIsUnknownWhenOnlyAPartIsToBeSeen() {
    changes(LOST, "new@example.com", PROFILE);
    Outcome unknown = bot.confirm("/account edit --email new@example.com --phone +31201234599");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes()))
        .startsWith("edit.trace-new(field.email)", "edit.trace-old(field.phone)");
  }

  @Test
  void aFieldThatIsNeverToldProvesNothing() {
    changes(LOST, "someone@example.com", Map.of());
    Outcome unknown = bot.confirm("/account edit --customer-type company");
    assertThat(Words.of(unknown.reply().notes()))
        .startsWith("edit.trace-untold(field.customer-type)");
  }

  @Test
  void aLostAnswerIsUnknownWhenTheLookFailsToo() {
    look(BEFORE);
    look(BEFORE);
    bot.billing().on(WriteRequest.UpdateClient.class, LOST);
    bot.billing().on(ReadRequest.GetClient.class, LOST);
    Outcome unknown = bot.confirm("/account edit --email new@example.com");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("unknown.reads-failed");
    assertThat(Words.buttons(unknown.reply())).startsWith("/account show");
  }

  @Test
  void aNumberThatTheApiWritesInItsOwnWayIsTheSameNumber() {
    Map<String, String> rewritten = new HashMap<>(PROFILE);
    rewritten.put("co_smsnum", "+31.201234599");
    changes(LOST, "someone@example.com", rewritten);
    assertThat(bot.confirm("/account edit --phone \"+31 20 123-45-99\""))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aNumberThatIsOnlyWrittenAnewIsNotDoneUntilItIsWrittenSo() {
    changes(LOST, "someone@example.com", PROFILE);
    assertThat(bot.confirm("/account edit --phone \"+31 20 1234567\""))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void nothingIsSentWhenTheDataHasChangedSinceThePreview() {
    look(BEFORE);
    look(client("else@example.com", "One", PROFILE));
    Outcome stale = bot.confirm("/account edit --last-name Two");
    assertThat(stale).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.field(stale.reply(), "fact.profile")).contains("confirm.changed-privately");
    assertThat(Words.everything(stale.reply())).noneMatch(piece -> piece.contains("else@"));
    assertThat(updates()).isEmpty();
  }

  @Test
  void aRefusalIsToldInTheApisWordsAndExplained() {
    look(BEFORE);
    look(BEFORE);
    bot.billing()
        .on(WriteRequest.UpdateClient.class, refused("invalid profile data: email_registered"));
    Outcome refused = bot.confirm("/account edit --email taken@example.com");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body()))
        .containsExactly(
            "api.refused.message(invalid profile data: email_registered)",
            "refusal.email-registered");
  }

  @Test
  void withoutALocationOrAnEmailNothingCanBeSent() {
    look(without(null, "someone@example.com"));
    assertRefused("/account edit --last-name Two", "account.location-not-told");
    look(without(new Location("whmcs_eu"), null));
    assertRefused("/account edit --last-name Two", "edit.email-not-told");
  }

  @Test
  void theChangePrintsNoPersonalData() {
    look(BEFORE);
    look(BEFORE);
    bot.billing().on(WriteRequest.UpdateClient.class, refused("x"));
    bot.confirm("/account edit --email new@example.com");
    assertThat(bot.billing().requests().toString()).doesNotContain("@");
  }

  private void assertRefused(String line, String why) {
    Outcome refused = bot.say(line);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly(why);
  }

  /** Two looks before, the API's answer, and what a look shows afterwards. */
  private void changes(
      ApiResult<WriteAnswer.ClientUpdated> answer, String email, Map<String, String> profile) {
    Client before = profile.isEmpty() ? client(email, "One", profile) : BEFORE;
    look(before);
    look(before);
    bot.billing().on(WriteRequest.UpdateClient.class, answer);
    look(client(email, "One", profile));
  }

  private void look(Client client) {
    bot.billing().gives(ReadRequest.GetClient.class, client);
  }

  private List<Object> updates() {
    return bot.billing().requests().stream()
        .filter(WriteRequest.UpdateClient.class::isInstance)
        .toList();
  }

  private static ApiResult<WriteAnswer.ClientUpdated> refused(String message) {
    return new ApiResult.Refused<>(Samples.refusal(message));
  }

  private static WriteRequest.UpdateClient update(
      String email,
      String firstName,
      String lastName,
      @Nullable String phone,
      @Nullable String type,
      @Nullable String formId) {
    return new WriteRequest.UpdateClient(
        new ClientId(77),
        new Location("whmcs_eu"),
        email,
        firstName,
        lastName,
        phone,
        null,
        type,
        formId,
        null);
  }

  private static String shown(Form.Question question) {
    return question.name()
        + " "
        + switch (question) {
          case Form.Line line -> line.present() == null ? "-" : Words.of(line.present());
          case Form.Choice choice -> Words.of(choice.choices().getFirst().label());
          case Form.Selection _, Form.SecretText _ -> throw new AssertionError("not asked here");
        };
  }

  private static Client without(@Nullable Location location, @Nullable String email) {
    return new Client(
        new ClientId(77),
        email,
        "Some",
        "One",
        null,
        null,
        null,
        null,
        null,
        location,
        null,
        null,
        PROFILE);
  }

  private static Client client(
      @Nullable String email, @Nullable String lastName, Map<String, String> profile) {
    return new Client(
        new ClientId(77),
        email,
        "Some",
        lastName,
        null,
        null,
        null,
        null,
        "Active",
        new Location("whmcs_eu"),
        null,
        null,
        profile);
  }
}
