package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeInteraction.Kind;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.link.LinkPage;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.LiveAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What there is in a chat and at no terminal: menus, modals, messages of others, sharing. */
class ChatOnlyTest {
  private final Stage stage = new Stage();
  private final LiveAccount account = new LiveAccount(stage.billing);

  @BeforeEach
  void pdfs() {
    stage.billing.always(ReadRequest.DownloadInvoice.class, new ApiResult.Done<>(Samples.PDF));
  }

  @AfterEach
  void leave() {
    stage.close();
  }

  @Test
  void anInvoiceThatAMessageSpeaksOfIsLookedUp() {
    FakeInteraction looked =
        stage.discord.lookAt(
            Person.ANN, Room.LOBBY, "Look up the invoice", "Hi, what is INV-123 about? @everyone");
    FakeMessage card = Stage.answer(looked);
    assertThat(card.title()).isEqualTo("Invoice 123");
    assertThat(card.isEphemeral()).isTrue();
  }

  @Test
  void ofSeveralInvoicesAMessageSpeaksOfOneIsChosen() {
    FakeInteraction looked =
        stage.discord.lookAt(Person.ANN, Room.LOBBY, "Look up the invoice", "#123 or #124?");
    FakeMessage which = Stage.answer(looked);
    assertThat(which.buttons()).hasSize(2);
    FakeInteraction pressed =
        stage.discord.press(
            Person.ANN, which, which.buttons().values().stream().skip(1).findFirst().orElseThrow());
    assertThat(Stage.answer(pressed).title()).isEqualTo("Invoice 124");
  }

  @Test
  void invoicesToPayTogetherAreChosenOfAMenu() {
    stage.billing.always(
        ReadRequest.GetInvoices.class,
        new ApiResult.Done<>(
            Samples.list(
                Samples.unpaid(123, "2026-12-01", "121.00", "EUR"),
                Samples.unpaid(124, "2026-12-02", "121.00", "EUR"))));
    FakeMessage asked = stage.say("mass-pay", Map.of());
    assertThat(asked.menus()).hasSize(1);
    String menu = asked.menus().keySet().iterator().next();
    FakeMessage preview =
        Stage.answer(stage.discord.choose(Person.ANN, asked, menu, List.of("123", "124")));
    assertThat(preview.buttons()).containsKeys("Confirm", "Stop");
    assertThat(preview.isEphemeral()).isTrue();
  }

  @Test
  void theCodeIsAskedForByAModalThatNamesWhoWouldBeLinked() {
    stage.unlink(Person.ANN);
    FakeMessage link = stage.say("billing link", Map.of());
    String code = code(link);
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, link, Stage.button(link, "Type the code"));
    Stage.awaitKind(pressed, Kind.MODAL);
    assertThat(pressed.modal().toString()).contains("77").doesNotContain("jane@example.com");
    FakeMessage linked =
        Stage.answer(stage.discord.submit(Person.ANN, pressed, Map.of("code", code)));
    assertThat(linked.title()).isEqualTo("You are linked");
    assertThat(linked.isEphemeral()).isTrue();
    assertThat(stage.isLinked(Person.ANN)).isTrue();
  }

  @Test
  void aWrongCodeIsToldAndAskedForAgainByAButtonSinceNoModalMayFollowAModal() {
    stage.unlink(Person.ANN);
    FakeMessage link = stage.say("billing link", Map.of());
    code(link);
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, link, Stage.button(link, "Type the code"));
    Stage.awaitKind(pressed, Kind.MODAL);
    FakeMessage wrong =
        Stage.answer(stage.discord.submit(Person.ANN, pressed, Map.of("code", "XXXX-2222")));
    assertThat(wrong.title()).contains("not the code");
    FakeInteraction again =
        stage.discord.press(Person.ANN, wrong, Stage.button(wrong, "Type the code"));
    Stage.awaitKind(again, Kind.MODAL);
    assertThat(stage.isLinked(Person.ANN)).isFalse();
  }

  @Test
  void whatCannotBeAskedForInTimeIsAskedForByAButtonOfTheCard() {
    stage.unlink(Person.ANN);
    FakeMessage link = stage.say("billing link", Map.of());
    String code = code(link);
    FakeMessage card = stage.say("billing link-code", Map.of());
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, card, Stage.button(card, "Type the code"));
    Stage.awaitKind(pressed, Kind.MODAL);
    stage.discord.submit(Person.ANN, pressed, Map.of("code", code));
    await().atMost(Stage.LONGEST).until(() -> stage.isLinked(Person.ANN));
  }

  /** Gives a key on the page, and reads its code. */
  private String code(FakeMessage link) {
    String id =
        link.buttons().values().stream()
            .filter(address -> address.startsWith("https://"))
            .findFirst()
            .orElseThrow()
            .replaceFirst(".*/", "");
    LinkPage page = stage.page();
    LinkPage.View.Asking asking = (LinkPage.View.Asking) page.look(id);
    LinkPage.Sent sent =
        page.send(id, new LinkPage.FilledIn(asking.formToken(), "api-key", "fake-api-key-0001"));
    return ((LinkPage.Sent.Accepted) sent).code().shown();
  }

  @ParameterizedTest
  @EnumSource(
      value = Room.class,
      names = {"LOBBY", "THREAD", "TICKET", "POST"})
  void aCardIsSharedRedactedWhereItsOwnerLookedAtIt(Room room) {
    FakeMessage own =
        Stage.answer(
            stage.discord.slash(Person.ANN, room, "invoice", Map.of("id", "123", "no-pdf", true)));
    assertThat(own.isEphemeral()).isTrue();
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, room, own, Stage.button(own, "Share here"));
    FakeMessage shared = Stage.aside(pressed);
    assertThat(shared.isEphemeral()).isFalse();
    assertThat(shared.title()).isEqualTo("Invoice 123");
    assertThat(shared.buttons()).isEmpty();
    assertThat(shared.files()).isEmpty();
    assertThat(shared.description()).doesNotContain("Server 42");
    assertThat(own.buttons()).as("the private card stays").isNotEmpty();
  }

  @Test
  void whatComesSlowlyIsSharedToo() {
    FakeMessage own = stage.say("invoice", Map.of("id", "123", "no-pdf", true));
    stage.gate.shut();
    FakeInteraction pressed = stage.discord.press(Person.ANN, own, Stage.button(own, "Share here"));
    Stage.awaitKind(pressed, Kind.DEFERRED_UPDATE);
    stage.gate.open();
    FakeMessage shared = Stage.aside(pressed);
    assertThat(shared.isEphemeral()).isFalse();
    assertThat(own.edits()).isEqualTo(1);
  }

  @Test
  void whatCannotBeSharedIsSaidToItsOwnerAlone() {
    FakeMessage own = stage.say("invoice", Map.of("id", "123", "no-pdf", true));
    account.goDown(true);
    FakeMessage refusal =
        Stage.aside(stage.discord.press(Person.ANN, own, Stage.button(own, "Share here")));
    assertThat(refusal.isEphemeral()).isTrue();
  }

  @Test
  void nobodySharesWhatIsSomebodyElses() {
    FakeMessage own = stage.say("invoice", Map.of("id", "123", "no-pdf", true));
    FakeMessage refusal =
        Stage.aside(stage.discord.press(Person.EVE, own, Stage.button(own, "Share here")));
    assertThat(refusal.isEphemeral()).isTrue();
    assertThat(refusal.title()).isEqualTo("This button is somebody else’s");
  }

  @Test
  void inTheirOwnConversationAnswersStayAndNothingIsShared() {
    FakeMessage own =
        Stage.answer(
            stage.discord.slash(
                Person.ANN, Room.DIRECT, "invoice", Map.of("id", "123", "no-pdf", true)));
    assertThat(own.isEphemeral()).isFalse();
    assertThat(own.buttons()).doesNotContainKey("Share here");
  }

  @Test
  void peopleAreToldWhatHappensWithoutThem() {
    Outcome news =
        new Outcome.Answered(
            Reply.card(Text.of("help.title"))
                .run(Text.of("button.link"), "/billing status")
                .build());
    assertThat(stage.notices().tell(Stage.caller(Person.ANN), news)).isTrue();
    FakeMessage told = stage.discord.directMessages(Person.ANN).getFirst();
    assertThat(told.title()).isEqualTo("What you can do");
    assertThat(stage.press(told, told.buttons().keySet().iterator().next()).title()).isNotEmpty();
  }

  @Test
  void anAnnouncementsButtonsServeWhoeverPressesThem() {
    Workspace here = new Workspace(Platform.DISCORD, null);
    Outcome news =
        new Outcome.Answered(
            Reply.card(Text.of("help.title"))
                .run(Text.of("button.link"), "/invoice 123 --no-pdf")
                .build());
    assertThat(stage.notices().announce(here, Room.LOBBY.id(), news)).isTrue();
    FakeMessage told = stage.discord.messagesIn(Room.LOBBY).getFirst();
    String button = told.buttons().values().iterator().next();
    FakeMessage hers = Stage.answer(stage.discord.press(Person.EVE, told, button));
    assertThat(hers.title()).isEqualTo("Invoice 123");
    assertThat(hers.isEphemeral()).isTrue();
    assertThat(stage.notices().announce(here, Room.HIDDEN.id(), news)).isFalse();
    assertThat(stage.notices().announce(here, Room.READ_ONLY.id(), news)).isFalse();
  }
}
