package io.tillbot.core.contact;

import static io.tillbot.core.contact.People.ANNA;
import static io.tillbot.core.contact.People.BEN;
import static io.tillbot.core.contact.People.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Value;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContactEditCommandTest {
  private static final ApiResult<WriteAnswer.ContactChanged> SAID_DONE =
      new ApiResult.Done<>(new WriteAnswer.ContactChanged(null, null));
  private static final ApiResult<WriteAnswer.ContactChanged> LOST =
      new ApiResult.Unknown<>(UnknownCause.TIMED_OUT);
  private static final String LINE = "/contact edit 7 --last-name Smit";
  private static final Contact RENAMED =
      contact(7, "anna@example.com", "Anna", "Smit", "+31201234567");

  private final TestBot bot = TestBot.linked();

  @Test
  void withoutAFieldItAsksAndShowsWhatIsThereMasked() {
    look(ANNA, BEN);
    Outcome asked = bot.say("/contact edit 7");
    assertThat(asked).isInstanceOf(Outcome.NeedsInput.class);
    Form form = ((Outcome.NeedsInput) asked).form();
    assertThat(form.given()).isEqualTo(Map.of("id", "7"));
    assertThat(form.questions().stream().map(Form.Line.class::cast))
        .extracting(line -> line.name() + " " + Words.of(present(line)))
        .containsExactly(
            "email a…@example.com", "first-name Anna", "last-name Jansen", "phone …67");
    assertThat(Words.everything(asked.reply())).noneMatch(piece -> piece.contains("anna@"));
  }

  @Test
  void theAnswersAreShownAsADifference() {
    look(ANNA);
    Outcome preview =
        bot.submit(
                TestBot.ANN,
                "contact edit",
                Map.of("id", "7"),
                Map.of("email", "", "first-name", "Anna", "last-name", "Smit", "phone", ""))
            .outcome();
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    Reply card = preview.reply();
    assertThat(Words.field(card, "field.last-name")).contains("confirm.changed(Jansen, Smit)");
    assertThat(Words.field(card, "field.name")).contains("Anna Jansen");
    assertThat(card.fields()).hasSize(2);
    assertThat(changes()).isEmpty();
  }

  @Test
  void whatIsAlreadySoIsNotSent() {
    look(ANNA);
    Outcome outcome = bot.say("/contact edit 7 --first-name Anna");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().body())).containsExactly("edit.nothing-to-change");
  }

  @Test
  void theRequiredEmailAndTheNamesAreMergedFromThePresent() {
    changed(refused("x"), ANNA);
    bot.confirm("/contact edit 7 --phone +31201234599");
    assertThat(changes())
        .containsExactly(
            new WriteRequest.UpdateContact(
                new ContactId(7),
                "anna@example.com",
                "Anna",
                "Jansen",
                "+31201234599",
                null,
                null));
  }

  @Test
  void aChangeIsDoneWhenTheListShowsIt() {
    changed(SAID_DONE, RENAMED);
    Outcome done = bot.confirm(LINE);
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(done.reply().title())).isEqualTo("contact.edited(7)");
    assertThat(Words.field(done.reply(), "field.last-name")).contains("Smit");
    assertThat(done.reply().body()).isEmpty();
  }

  @Test
  void aLostAnswerIsDoneWhenTheListShowsTheNewValues() {
    changed(LOST, RENAMED);
    assertThat(bot.confirm(LINE)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aLostAnswerIsNotDoneWhenTheListStillShowsTheOldValues() {
    changed(LOST, ANNA);
    Outcome notDone = bot.confirm(LINE);
    assertThat(notDone).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.of(notDone.reply().title())).isEqualTo("not-done.title");
    assertThat(Words.buttons(notDone.reply())).containsExactly(LINE);
  }

  @Test
  void aClearYesThatTheListDoesNotShowIsUnknown() {
    changed(SAID_DONE, ANNA);
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("edit.trace-old(field.last-name)");
  }

  @Test
  void neitherTheOldNorTheNewValueIsUnknown() {
    changed(LOST, contact(7, "anna@example.com", "Anna", "de Vries", "+31201234567"));
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("edit.trace-other(field.last-name)");
  }

  @Test
  void aContactThatIsGoneAfterwardsIsUnknown() {
    changed(LOST, BEN);
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("contact.not-there");
  }

  @Test
  void aDetailThatTheApiClearedBesidesIsReportedByName() {
    changed(SAID_DONE, contact(7, "anna@example.com", "Anna", "Smit", null));
    Reply card = bot.confirm(LINE).reply();
    assertThat(Words.of(card.title())).isEqualTo("contact.edited(7)");
    assertThat(Words.of(card.body())).containsExactly("edit.changed-besides(field.phone)");
  }

  @Test
  void nothingIsSentWhenTheContactHasChangedSinceThePreview() {
    look(ANNA);
    look(contact(7, "else@example.com", "Anna", "Jansen", "+31201234567"));
    Outcome stale = bot.confirm(LINE);
    assertThat(stale).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.field(stale.reply(), "fact.profile")).contains("confirm.changed-privately");
    assertThat(changes()).isEmpty();
  }

  @Test
  void aContactThatIsNotThereIsRefused() {
    look(BEN);
    assertRefused("contact.not-there");
  }

  @Test
  void whoMayNotSeeContactsIsToldSo() {
    bot.billing().gives(ReadRequest.GetContacts.class, People.notPermitted());
    assertRefused("contact.not-permitted");
  }

  @Test
  void aContactWithoutAnAddressNeedsOne() {
    look(contact(7, null, "Anna", "Jansen", null));
    assertRefused("edit.email-not-told");
  }

  @Test
  void aRefusalIsToldAndExplained() {
    changed(refused("fill_required_fields"), ANNA);
    Outcome refused = bot.confirm(LINE);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).contains("refusal.required-fields");
  }

  private void assertRefused(String why) {
    Outcome refused = bot.say(LINE);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly(why);
  }

  /** Anna before, the API's answer, and whom the list shows afterwards. */
  private void changed(ApiResult<WriteAnswer.ContactChanged> answer, Contact after) {
    look(ANNA);
    look(ANNA);
    bot.billing().on(WriteRequest.UpdateContact.class, answer);
    look(after);
  }

  private void look(Contact... contacts) {
    ContactList list = People.list(contacts);
    bot.billing().gives(ReadRequest.GetContacts.class, list);
  }

  private static Value present(Form.Line line) {
    return Objects.requireNonNull(line.present());
  }

  private List<Object> changes() {
    return bot.billing().requests().stream()
        .filter(WriteRequest.UpdateContact.class::isInstance)
        .toList();
  }

  private static ApiResult<WriteAnswer.ContactChanged> refused(String message) {
    return new ApiResult.Refused<>(Samples.refusal(message));
  }
}
