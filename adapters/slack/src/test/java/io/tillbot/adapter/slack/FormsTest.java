package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Delivery;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.adapter.slack.fake.ShownView;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions are asked in a form, and what comes of the answers takes its place. */
class FormsTest {
  private static final String CONFIRM = "button.confirm";
  private static final String EDIT = "/billing contact edit 7";
  private static final String LAST_NAME = "field.last-name";

  private SlackBot bot = SlackBot.patient();

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void aCommandThatAsksOpensAFormThatShowsWhatIsThereNow() {
    form();
    assertThat(modal().inputs())
        .containsExactly("field.email", "field.first-name", LAST_NAME, "field.phone");
    assertThat(modal().texts()).contains("slack.form.present(Jansen)");
    assertThat(modal().view().toString()).doesNotContain("anna@example.com");
    assertThat(bot.slack().seen()).as("the form is the answer").isEmpty();
  }

  @Test
  void theFormIsOpenBeforeTheQuestionsAreKnown() {
    bot.close();
    bot = SlackBot.impatient();
    contacts("Jansen");
    bot.ann().types(FakeSlack.CHANNEL, EDIT);
    Awaitility.await().until(() -> bot.ann().modal().isPresent());
    assertThat(modal().texts()).contains("slack.modal.loading");
    bot.letAnswersGo();
    Awaitility.await().until(() -> modal().inputs().contains(LAST_NAME));
  }

  @Test
  void optionsThatAreEnoughOpenNoForm() {
    contacts("Jansen");
    bot.type(EDIT + " --last-name Smit");
    assertThat(bot.slack().awaitMessage(1).labels()).contains(CONFIRM);
    assertThat(bot.ann().modal()).isEmpty();
  }

  @Test
  void whatIsWrongInItselfIsSaidBesideItsAnswerAndNothingIsAsked() {
    form();
    int asked = bot.billing().requests().size();
    bot.ann().submits(Map.of("field.email", "not an address"));
    assertThat(bot.ann().errors()).containsOnlyKeys("email");
    assertThat(bot.ann().errors().get("email")).startsWith("input.");
    assertThat(bot.billing().requests()).hasSize(asked);
    assertThat(modal().inputs()).as("the form is still there").contains(LAST_NAME);
  }

  @Test
  void theAnswersAreShownAsADifferenceAndConfirmedInTheSamePlace() {
    preview();
    assertThat(modal().texts()).contains("confirm.changed(Jansen, Smit)");
    saved("Smit");
    bot.ann().presses(modal(), CONFIRM);
    Awaitility.await().until(() -> !modal().labels().contains(CONFIRM));
    assertThat(modal().texts()).anyMatch(text -> text.contains("contact.edited(7)"));
    assertThat(writes()).isEqualTo(1);
    assertThat(bot.slack().seen()).isEmpty();
  }

  @Test
  void whatWasConfirmedTwiceIsSentOnceAndItsOutcomeStands() {
    preview();
    ShownView shown = modal();
    saved("Smit");
    bot.ann().presses(shown, CONFIRM);
    Awaitility.await().until(() -> !modal().labels().contains(CONFIRM));
    bot.ann().presses(shown, CONFIRM);
    bot.app().close();
    assertThat(modal().texts()).anyMatch(text -> text.contains("contact.edited(7)"));
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void aStoppedChangeIsNotSent() {
    preview();
    bot.ann().presses(modal(), "button.stop");
    Awaitility.await()
        .until(() -> modal().texts().stream().anyMatch(text -> text.contains("confirm.stopped")));
    assertThat(writes()).isZero();
  }

  @Test
  void whatWasTypedIsThereAgainWhenOneGoesBackToTheForm() {
    preview();
    contacts("Jansen");
    bot.ann().presses(modal(), "slack.modal.back");
    Awaitility.await().until(() -> modal().inputs().contains(LAST_NAME));
    assertThat(modal().view().toString()).contains("\"initial_value\":\"Smit\"");
  }

  @Test
  void aRefusalTakesTheFormsPlaceAndOneCanGoBackFromIt() {
    form();
    bot.billing().gives(ReadRequest.GetContacts.class, new ContactList(true, List.of()));
    bot.ann().submits(Map.of(LAST_NAME, "Smit"));
    Awaitility.await().until(() -> modal().labels().contains("slack.modal.back"));
    assertThat(writes()).isZero();
  }

  @Test
  void whatTakesLongerFollowsAWordThatItIsOnItsWay() {
    bot.close();
    bot = SlackBot.impatient();
    bot.letAnswersGo();
    preview();
    Awaitility.await().until(() -> modal().labels().contains(CONFIRM));
    assertThat(modal().texts()).contains("confirm.changed(Jansen, Smit)");
  }

  @Test
  void aFormThatComesTwiceIsTakenUpOnce() {
    form();
    contacts("Jansen");
    Delivery sent =
        bot.slack()
            .person(SlackBot.ANN, bot.slack().http(bot.app()))
            .submission(Map.of(LAST_NAME, "Smit"));
    var first = bot.slack().http(bot.app()).deliver(sent);
    var again = bot.slack().http(bot.app()).deliver(sent);
    assertThat(first.body()).contains("\"response_action\":\"update\"");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEmpty();
    assertThat(lookUps()).isEqualTo(2);
  }

  @Test
  void whatBecameOfAChangeIsToldInTheDirectMessageWhenItsFormWasClosed() {
    preview();
    ShownView shown = modal();
    saved("Smit");
    bot.ann().closesModal();
    bot.ann().presses(shown, CONFIRM);
    Seen told = bot.slack().awaitMessage(1);
    assertThat(told.channel()).isEqualTo(bot.ann().direct());
    assertThat(told.text()).contains("contact.edited(7)");
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void whereNoFormCanBeOpenedTheCardTellsHowToGiveOptions() {
    bot.slack().api().fail(500);
    contacts("Jansen");
    bot.type(EDIT);
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.texts()).anyMatch(text -> text.startsWith("slack.form.how("));
    assertThat(bot.ann().modal()).isEmpty();
  }

  @Test
  void aQuestionThatOnlyTurnsUpLaterHasAButtonThatOpensItsForm() {
    account();
    bot.type("/billing pay 123");
    Seen card = bot.slack().awaitMessage(1);
    String answer = card.labels().getLast();
    account();
    bot.ann().presses(card, answer);
    Awaitility.await().until(() -> bot.ann().modal().isPresent() && hasInput("field.amount"));
    assertThat(bot.slack().seen()).as("the card stays").hasSize(1);
  }

  @Test
  void aButtonWhoseCommandAsksOpensTheFormItself() {
    contacts("Jansen");
    bot.type("/billing contact list");
    Seen list = bot.slack().awaitMessage(1);
    contacts("Jansen");
    bot.ann().presses(list, "button.contact-edit(7)");
    Awaitility.await().until(() -> bot.ann().modal().isPresent() && hasInput(LAST_NAME));
  }

  @Test
  void anotherPersonCannotOpenIt() {
    contacts("Jansen");
    bot.type("/billing contact list");
    Seen list = bot.slack().awaitMessage(1);
    bot.person(SlackBot.EVE).presses(list, "button.contact-edit(7)");
    Awaitility.await()
        .until(
            () ->
                bot.person(SlackBot.EVE)
                    .modal()
                    .filter(view -> view.texts().stream().anyMatch(t -> t.contains("foreign")))
                    .isPresent());
  }

  @Test
  void invoicesToBePaidTogetherAreChosenFromAList() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoices.class,
            Samples.list(
                Samples.unpaid(101, "2026-11-20", "50.00", "EUR"),
                Samples.unpaid(102, "2026-11-10", "50.00", "EUR")))
        .always(
            ReadRequest.GetInvoice.class,
            new ApiResult.Done<>(Samples.payable(101, InvoiceStatus.UNPAID, Samples.eur("50.00"))));
    bot.ann().types(FakeSlack.CHANNEL, "/mass-pay");
    Awaitility.await().until(() -> bot.ann().modal().isPresent() && hasInput("mass-pay.which"));
    JsonObject select =
        modal().view().getAsJsonArray("blocks").asList().getLast().getAsJsonObject();
    assertThat(select.getAsJsonObject("element").get("type").getAsString())
        .isEqualTo("multi_static_select");
  }

  @Test
  void aViewThatIsNotOursIsRefused() {
    form();
    Delivery sent = bot.ann().submission(Map.of());
    sent.payload().getAsJsonObject("view").addProperty("private_metadata", "not ours");
    assertThat(bot.slack().http(bot.app()).deliver(sent).status()).isEqualTo(400);
  }

  private boolean hasInput(String label) {
    return modal().inputs().contains(label);
  }

  private ShownView modal() {
    return bot.ann().modal().orElseThrow(() -> new AssertionError("no modal is open"));
  }

  private void form() {
    contacts("Jansen");
    bot.ann().types(FakeSlack.CHANNEL, EDIT);
    Awaitility.await().until(() -> bot.ann().modal().isPresent() && hasInput(LAST_NAME));
  }

  private void preview() {
    form();
    contacts("Jansen");
    bot.ann().submits(Map.of(LAST_NAME, "Smit"));
    Awaitility.await().until(() -> modal().labels().contains(CONFIRM));
  }

  private void saved(String after) {
    contacts("Jansen");
    bot.billing()
        .on(
            WriteRequest.UpdateContact.class,
            new ApiResult.Done<>(new WriteAnswer.ContactChanged(null, null)));
    contacts(after);
  }

  private void contacts(String lastName) {
    Contact anna =
        new Contact(
            new ContactId(7),
            "anna@example.com",
            "Anna",
            lastName,
            "+31201234567",
            null,
            List.of());
    bot.billing().gives(ReadRequest.GetContacts.class, new ContactList(true, List.of(anna)));
  }

  private void account() {
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal("150.50")))
        .gives(ReadRequest.GetInvoice.class, Samples.payable(123, InvoiceStatus.UNPAID, null))
        .gives(ReadRequest.GetInvoices.class, Samples.list());
  }

  private long writes() {
    return bot.billing().requests().stream().filter(WriteRequest.class::isInstance).count();
  }

  private long lookUps() {
    return bot.billing().requests().stream()
        .filter(ReadRequest.GetContacts.class::isInstance)
        .count();
  }
}
