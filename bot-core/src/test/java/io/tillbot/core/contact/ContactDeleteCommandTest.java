package io.tillbot.core.contact;

import static io.tillbot.core.contact.People.ANNA;
import static io.tillbot.core.contact.People.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContactDeleteCommandTest {
  private static final String LINE = "/contact delete 7";
  private static final ApiResult<WriteAnswer.ContactChanged> SAID_DONE =
      new ApiResult.Done<>(new WriteAnswer.ContactChanged(null, null));
  private static final ApiResult<WriteAnswer.ContactChanged> LOST =
      new ApiResult.Unknown<>(UnknownCause.TIMED_OUT);

  private final TestBot bot = TestBot.linked();

  @Test
  void thePreviewShowsWhoItIs() {
    look(People.list(ANNA, BEN));
    Outcome preview = bot.say(LINE);
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    assertThat(Words.of(preview.reply().title())).isEqualTo("contact.delete-subject(7)");
    assertThat(Words.field(preview.reply(), "field.name")).contains("Anna Jansen");
    assertThat(Words.field(preview.reply(), "field.email")).contains("a…@example.com");
    assertThat(Words.everything(preview.reply())).noneMatch(piece -> piece.contains("anna@"));
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void itIsDoneWhenTheContactIsAbsentAndEverybodyElseIsThere() {
    deletes(SAID_DONE, People.list(BEN));
    Outcome done = bot.confirm(LINE);
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(done.reply().title())).isEqualTo("contact.deleted(7)");
    assertThat(bot.billing().requests()).contains(new WriteRequest.DeleteContact(new ContactId(7)));
  }

  @ParameterizedTest
  @EnumSource(UnknownCause.class)
  void aLostAnswerIsDoneWhenTheContactIsAbsent(UnknownCause cause) {
    deletes(new ApiResult.Unknown<>(cause), People.list(BEN));
    assertThat(bot.confirm(LINE)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aLostAnswerIsNotDoneWhenTheContactIsStillThere() {
    deletes(LOST, People.list(ANNA, BEN));
    Outcome notDone = bot.confirm(LINE);
    assertThat(notDone).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.buttons(notDone.reply())).containsExactly(LINE);
  }

  @Test
  void aClearYesWhileTheContactIsStillThereIsUnknown() {
    deletes(SAID_DONE, People.list(ANNA, BEN));
    assertUnknown("contact.trace-still-there");
  }

  @Test
  void aListThatMayNotBeSeenProvesNothing() {
    deletes(LOST, People.notPermitted());
    assertUnknown("contact.trace-list-not-whole");
  }

  @Test
  void aListThatLacksOthersTooProvesNothing() {
    deletes(LOST, People.list());
    assertUnknown("contact.trace-list-not-whole");
  }

  @Test
  void afterAnUnclearAnswerAFailedLookIsUnknown() {
    look(People.list(ANNA));
    look(People.list(ANNA));
    bot.billing().on(WriteRequest.DeleteContact.class, LOST);
    bot.billing().on(ReadRequest.GetContacts.class, LOST);
    assertUnknown("unknown.reads-failed");
  }

  @Test
  void aContactThatIsNotThereIsRefused() {
    look(People.list(BEN));
    Outcome refused = bot.say(LINE);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly("contact.not-there");
  }

  @Test
  void nothingIsSentWhenItHasBecomeSomebodyElse() {
    look(People.list(ANNA));
    look(People.list(People.contact(7, "else@example.com", "Else", "One", null)));
    Outcome stale = bot.confirm(LINE);
    assertThat(stale).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(stale.reply().title())).isEqualTo("confirm.stale");
  }

  @Test
  void aRefusalIsToldAndExplained() {
    String words = "verification failed, subcontact not found";
    deletes(new ApiResult.Refused<>(Samples.refusal(words)), People.list(BEN));
    Outcome refused = bot.confirm(LINE);
    assertThat(Words.of(refused.reply().body()))
        .containsExactly("api.refused.message(" + words + ")", "refusal.contact-not-found");
  }

  private void assertUnknown(String trace) {
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith(trace);
    assertThat(Words.buttons(unknown.reply())).startsWith("/contact list");
  }

  /** Anna and Ben before, the API's answer, and what the list shows afterwards. */
  private void deletes(ApiResult<WriteAnswer.ContactChanged> answer, ContactList after) {
    look(People.list(ANNA, BEN));
    look(People.list(ANNA, BEN));
    bot.billing().on(WriteRequest.DeleteContact.class, answer);
    look(after);
  }

  private void look(ContactList list) {
    bot.billing().gives(ReadRequest.GetContacts.class, list);
  }
}
