package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeInteraction.Kind;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.LiveAccount;
import io.tillbot.core.support.TermsOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes when nobody waits for it any more, and what must not be lost with its message. */
class LateAnswersTest {
  private static final Map<String, Object> INVOICE = Map.of("id", "123", "no-pdf", true);

  private final Stage stage = new Stage(TermsOf.hold(Duration.ofHours(1)));
  private final LiveAccount account = new LiveAccount(stage.billing);

  @BeforeEach
  void lists() {
    stage.billing.always(ReadRequest.DownloadInvoice.class, new ApiResult.Done<>(Samples.PDF));
  }

  @AfterEach
  void leave() {
    stage.closeAfterRefusals();
  }

  @Test
  void whatIsReadyAfterFifteenMinutesComesAsADirectMessage() {
    FakeInteraction asked = afterItsTokenExpired();
    await().atMost(Stage.LONGEST).until(() -> !directMessages().isEmpty());
    assertThat(directMessages().getFirst().title()).isEqualTo("Invoice 123");
    assertThat(asked.answer()).isEmpty();
    stage.stop();
    assertThat(stage.answerLeft()).as("it has its answer").isZero();
  }

  @Test
  void whoTakesNoDirectMessagesIsCalledInTheChannelWithoutAWordOfWhatItIs() {
    stage.discord.closeDirectMessages(Person.ANN);
    afterItsTokenExpired();
    await().atMost(Stage.LONGEST).until(() -> !stage.discord.messagesIn(Room.LOBBY).isEmpty());
    FakeMessage call = stage.discord.messagesIn(Room.LOBBY).getFirst();
    assertThat(call.pings()).containsExactly(Person.ANN.id());
    assertThat(call.title()).isEmpty();
    assertThat(call.content())
        .startsWith("<@" + Person.ANN.id() + ">")
        .doesNotContain("123", "Invoice", "EUR");
  }

  private FakeInteraction afterItsTokenExpired() {
    stage.gate.shut();
    FakeInteraction asked = stage.discord.slash(Person.ANN, Room.LOBBY, "invoice", INVOICE);
    Stage.awaitKind(asked, Kind.DEFERRED_MESSAGE);
    stage.discord.expireTokens();
    stage.gate.open();
    return asked;
  }

  @Test
  void whatAProcessLeftBehindComesAsADirectMessageTooWhenItIsLate() {
    stage.gate.shut();
    FakeInteraction asked = stage.discord.slash(Person.ANN, Room.LOBBY, "invoice", INVOICE);
    Stage.awaitKind(asked, Kind.DEFERRED_MESSAGE);
    stage.discord.failLater(2);
    stage.gate.open();
    await().atMost(Stage.LONGEST).until(() -> stage.discord.failingLater() == 0);
    stage.discord.expireTokens();
    await().atMost(Stage.LONGEST).until(() -> stage.answerLeft() == 1);
    assertThat(directMessages()).hasSize(1);
    assertThat(directMessages().getFirst().footer()).contains("may come a second time");
  }

  @Test
  void whatIsHeldIsToldWhereItStaysAsWell() {
    FakeMessage held = cancel(Room.LOBBY);
    await().atMost(Stage.LONGEST).until(() -> !directMessages().isEmpty());
    FakeMessage copy = directMessages().getFirst();
    assertThat(copy.title()).isEqualTo(held.title());
    assertThat(copy.buttons().keySet()).isEqualTo(held.buttons().keySet());
    assertThat(account.sent()).isEmpty();
  }

  @Test
  void whereItStaysAnywayItIsToldOnce() {
    cancel(Room.DIRECT);
    stage.stop();
    assertThat(directMessages()).isEmpty();
  }

  @Test
  void whoTakesNoDirectMessagesIsToldWhereToFindWhatIsHeld() {
    stage.discord.closeDirectMessages(Person.ANN);
    FakeMessage preview = preview(Room.LOBBY);
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, preview, Stage.button(preview, "Confirm"));
    await().atMost(Stage.LONGEST).until(() -> !pressed.followUps().isEmpty());
    FakeMessage hint = pressed.followUps().getFirst();
    assertThat(hint.isEphemeral()).isTrue();
    assertThat(hint.description()).contains("/billing operations list");
  }

  private FakeMessage cancel(Room room) {
    FakeMessage preview = preview(room);
    stage.discord.press(Person.ANN, room, preview, Stage.button(preview, "Confirm"));
    await().atMost(Stage.LONGEST).until(() -> preview.edits() > 1);
    return preview;
  }

  private FakeMessage preview(Room room) {
    return Stage.answer(stage.discord.slash(Person.ANN, room, "cancel server", Map.of("id", "42")));
  }

  @Test
  void aStoreThatIsSlowLetsNobodyWaitLongerThanDiscordDoes() {
    stage.slow.shut();
    FakeInteraction asked = stage.discord.slash(Person.ANN, Room.LOBBY, "invoice", INVOICE);
    Stage.awaitKind(asked, Kind.DEFERRED_MESSAGE);
    assertThat(asked.acknowledgedAfter().orElseThrow()).isLessThan(Duration.ofSeconds(3));
    stage.slow.open();
    FakeMessage card = Stage.answer(asked);
    assertThat(card.title()).isEqualTo("Invoice 123");
    assertThat(card.isEphemeral()).isTrue();
  }

  @Test
  void aConfirmationThatComesWhileTheStoreIsSlowIsCarriedOutOnce() {
    FakeMessage preview = preview(Room.LOBBY);
    stage.slow.shut();
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, preview, Stage.button(preview, "Confirm"));
    Stage.awaitKind(pressed, Kind.DEFERRED_UPDATE);
    stage.slow.open();
    await().atMost(Stage.LONGEST).until(() -> preview.edits() > 1);
    assertThat(preview.buttons()).doesNotContainKey("Confirm");
  }

  @Test
  void whoTakesNoDirectMessagesIsNotSaidToHaveBeenTold() {
    stage.discord.closeDirectMessages(Person.EVE);
    Outcome news = new Outcome.Answered(Reply.of(Text.of("help.title")));
    assertThat(stage.notices().tell(Stage.caller(Person.EVE), news)).isFalse();
  }

  @Test
  void whatDiscordHasNoTimeForNowComesALittleLater() {
    stage.discord.limit("webhook", 1);
    stage.discord.closeDirectMessages(Person.ANN);
    FakeMessage preview = preview(Room.LOBBY);
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, preview, Stage.button(preview, "Confirm"));
    await().atMost(Stage.LONGEST).until(() -> !pressed.followUps().isEmpty());
  }

  private List<FakeMessage> directMessages() {
    return stage.discord.directMessages(Person.ANN);
  }
}
