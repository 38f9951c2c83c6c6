package io.tillbot.core.contact;

import static io.tillbot.core.contact.People.ANNA;
import static io.tillbot.core.contact.People.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContactAddCommandTest {
  private static final String LINE =
      "/contact add --email cy@example.com --first-name Cy --last-name Cohen";
  private static final Contact CY = People.contact(60001, "cy@example.com", "Cy", "Cohen", null);
  private static final Contact RANDOM =
      People.contact(60001, "contact60001@random.example", "Random", "C60001", null);
  private static final ApiResult<WriteAnswer.ContactAdded> LOST =
      new ApiResult.Unknown<>(UnknownCause.CONNECTION_LOST);

  private final TestBot bot = TestBot.linked();

  @Test
  void withoutAFieldItAsksForAllAndNeedsTwo() {
    Outcome asked = bot.say("/contact add");
    assertThat(asked).isInstanceOf(Outcome.NeedsInput.class);
    List<Form.Question> questions = ((Outcome.NeedsInput) asked).form().questions();
    assertThat(questions.stream().map(Form.Question::name))
        .containsExactly(
            "email",
            "first-name",
            "last-name",
            "phone",
            "company",
            "address1",
            "address2",
            "city",
            "state",
            "postcode",
            "country");
    assertThat(questions.stream().map(Form.Line.class::cast))
        .filteredOn(line -> line.need() == Form.Need.REQUIRED)
        .extracting(Form.Line::name)
        .containsExactly("email", "first-name");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void whatWasGivenIsNotAskedForAgain() {
    Outcome asked = bot.say("/contact add --first-name Cy --city \"New York\"");
    Form form = ((Outcome.NeedsInput) asked).form();
    assertThat(form.given()).isEqualTo(Map.of("first-name", "Cy", "city", "New York"));
    assertThat(form.questions().stream().map(Form.Question::name))
        .doesNotContain("first-name", "city")
        .contains("email");
  }

  @Test
  void aFormWithoutAnAddressIsRefusedRatherThanAskedAgain() {
    Outcome refused = bot.submit("contact add", Map.of("first-name", "Cy", "email", "")).outcome();
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly("contact.what-is-needed");
  }

  @Test
  void thePreviewShowsWhatWillBeSaved() {
    look(People.list(ANNA));
    Outcome preview =
        bot.submit(
                TestBot.ANN,
                "contact add",
                Map.of("first-name", "Cy"),
                Map.of("email", "cy@example.com", "phone", "+31201234599", "country", "nl"))
            .outcome();
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    assertThat(Words.field(preview.reply(), "field.email")).contains("cy@example.com");
    assertThat(Words.field(preview.reply(), "field.phone")).contains("+31201234599");
    assertThat(Words.field(preview.reply(), "field.country")).contains("NL");
    assertThat(preview.reply().fields()).hasSize(4);
    assertThat(added()).isEmpty();
  }

  @Test
  void anAddressThatIsThereIsRefusedWithAnEdit() {
    look(People.list(ANNA));
    Outcome refused = bot.say("/contact add --email Anna@Example.com --first-name Anna");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly("contact.already-there(7)");
    assertThat(Words.buttons(refused.reply())).containsExactly("/contact edit 7");
  }

  @Test
  void aContactThatTheFilterLeavesOutIsFoundInTheWholeList() {
    bot.billing().gives(ReadRequest.GetContacts.class, People.notPermitted());
    bot.billing().gives(ReadRequest.GetContacts.class, People.list(ANNA));
    Outcome refused = bot.say("/contact add --email anna@example.com --first-name Anna");
    assertThat(Words.of(refused.reply().body())).containsExactly("contact.already-there(7)");
    assertThat(bot.billing().requests())
        .containsExactly(
            new ReadRequest.GetContacts("anna@example.com"), new ReadRequest.GetContacts(null));
  }

  @Test
  void whatCannotBeVerifiedLaterIsSaidBefore() {
    look(People.notPermitted());
    assertThat(Words.of(bot.say(LINE).reply().notes())).contains("contact.not-permitted");
  }

  @Test
  void theTypeIsLeftToTheClientsDialectAndNoPasswordIsSent() {
    adds(refused("x"), People.list());
    bot.confirm(LINE + " --postcode \"1012 AB\"");
    assertThat(added())
        .containsExactly(
            new WriteRequest.AddContact(
                "Cy",
                "Cohen",
                "cy@example.com",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "1012 AB",
                null,
                null));
  }

  @Test
  void aContactIsAddedWhenTheListShowsIt() {
    adds(made(60001), People.list(CY));
    Outcome done = bot.confirm(LINE);
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(done.reply().title())).isEqualTo("contact.added(60001)");
    assertThat(Words.buttons(done.reply())).containsExactly("/contact list");
  }

  @ParameterizedTest
  @EnumSource(UnknownCause.class)
  void aLostAnswerIsDoneWhenTheListShowsTheContact(UnknownCause cause) {
    adds(new ApiResult.Unknown<>(cause), People.list(CY));
    assertThat(bot.confirm(LINE)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aRandomContactIsNotReportedAsTheOneAskedFor() {
    adds(made(60001), People.list(ANNA, RANDOM));
    Outcome done = bot.confirm(LINE);
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    Reply card = done.reply();
    assertThat(Words.of(card.title())).isEqualTo("contact.made-otherwise(60001)");
    assertThat(card.fields().stream().map(field -> Words.of(field.name())))
        .containsExactly("field.email", "field.first-name", "field.last-name");
    assertThat(Words.buttons(card))
        .first()
        .isEqualTo("/contact edit 60001 --email cy@example.com --first-name Cy --last-name Cohen");
  }

  @Test
  void aContactOfThatAddressWithAnotherNameIsPointedOut() {
    adds(LOST, People.list(People.contact(60001, "cy@example.com", "Kai", "Cohen", null)));
    Reply card = bot.confirm(LINE).reply();
    assertThat(Words.of(card.title())).isEqualTo("contact.made-otherwise(60001)");
    assertThat(Words.field(card, "field.first-name")).contains("contact.is-otherwise");
  }

  @Test
  void anAnswerThatNamesAContactOfBeforeIsNotBelieved() {
    adds(made(ANNA.id().value()), People.list(ANNA));
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.buttons(unknown.reply())).startsWith("/contact list");
  }

  @Test
  void afterAnUnclearAnswerAnAbsentContactIsUnknownAndNeverOfferedAgain() {
    adds(LOST, People.list(ANNA, BEN));
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("contact.trace-absent");
    assertThat(Words.buttons(unknown.reply())).startsWith("/contact list");
    assertThat(added()).hasSize(1);
  }

  @Test
  void afterAnUnclearAnswerAFailedLookIsUnknown() {
    adds(LOST, null);
    Outcome unknown = bot.confirm(LINE);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("unknown.reads-failed");
  }

  @Test
  void aRefusalsWordsAreExplained() {
    adds(
        new ApiResult.Refused<>(
            new Refusal("-1", "fill_required_fields", List.of("premium_sms_not_supported"))),
        People.list());
    Outcome refused = bot.confirm(LINE);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body()))
        .contains("refusal.required-fields", "refusal.premium-number");
  }

  /** Nobody of that address before, the API's answer, and what the list shows afterwards. */
  private void adds(ApiResult<WriteAnswer.ContactAdded> answer, @Nullable ContactList after) {
    look(People.list(ANNA));
    look(People.list(ANNA));
    bot.billing().on(WriteRequest.AddContact.class, answer);
    if (after == null) {
      bot.billing().on(ReadRequest.GetContacts.class, LOST);
    } else {
      look(after);
    }
  }

  /** What the list shows, asked by an address, and again whole. */
  private void look(ContactList list) {
    bot.billing().gives(ReadRequest.GetContacts.class, list);
    boolean isFound =
        list.contacts().stream()
            .anyMatch(contact -> Objects.requireNonNull(contact.email()).startsWith("cy@"));
    if (!isFound) {
      bot.billing().gives(ReadRequest.GetContacts.class, list);
    }
  }

  private static ApiResult<WriteAnswer.ContactAdded> made(long id) {
    return new ApiResult.Done<>(new WriteAnswer.ContactAdded(null, new ContactId(id)));
  }

  private static ApiResult<WriteAnswer.ContactAdded> refused(String message) {
    return new ApiResult.Refused<>(Samples.refusal(message));
  }

  private List<Object> added() {
    return bot.billing().requests().stream()
        .filter(WriteRequest.AddContact.class::isInstance)
        .toList();
  }
}
