package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeInteraction.Kind;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.link.LinkPage;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.Limits;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.support.LiveAccount;
import io.tillbot.core.support.TermsOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What people come for, from beginning to end; each writes down what they see. */
class JourneysTest {
  private Stage stage;
  private LiveAccount account;
  private Transcript transcript;

  @BeforeEach
  void name(TestInfo test) {
    String method = test.getTestMethod().orElseThrow().getName();
    transcript = new Transcript(method.replaceAll("([A-Z])", "-$1").toLowerCase());
  }

  private void begin(Terms terms) {
    stage = new Stage(terms);
    account = new LiveAccount(stage.billing);
    stage.billing.always(ReadRequest.DownloadInvoice.class, new ApiResult.Done<>(Samples.PDF));
  }

  @AfterEach
  void leave() {
    stage.close();
    transcript.write();
  }

  @Test
  void link() {
    begin(Terms.none());
    stage.unlink(Person.ANN);
    FakeMessage stranger = say(Person.ANN, Room.LOBBY, "credit", Map.of());
    FakeMessage page = press(Person.ANN, Room.LOBBY, stranger, "Link your billing account");
    transcript.note("ann opens the page in her browser, pastes her API key, and is shown a code");
    LinkPage pages = stage.page();
    String address =
        page.buttons().values().stream().filter(it -> it.startsWith("https")).findFirst().get();
    String id = address.replaceFirst(".*/", "");
    LinkPage.View.Asking asking = (LinkPage.View.Asking) pages.look(id);
    LinkPage.Sent.Accepted sent =
        (LinkPage.Sent.Accepted)
            pages.send(id, new LinkPage.FilledIn(asking.formToken(), "api-key", "fake-api-key-1"));
    transcript.does(Person.ANN, Room.LOBBY, "[Type the code]");
    FakeInteraction pressed =
        stage.discord.press(Person.ANN, page, Stage.button(page, "Type the code"));
    Stage.awaitKind(pressed, Kind.MODAL);
    transcript.opens(pressed);
    transcript.does(Person.ANN, Room.LOBBY, "types the code and sends it");
    FakeMessage linked =
        Stage.answer(
            stage.discord.submit(Person.ANN, pressed, Map.of("code", sent.code().shown())));
    transcript.sees("ann", linked);
    assertThat(linked.title()).isEqualTo("You are linked");
    FakeMessage credit = say(Person.ANN, Room.LOBBY, "credit", Map.of());
    assertThat(credit.description() + credit.fields()).contains("150.50");
  }

  @Test
  void invoiceWithPdf() {
    begin(Terms.none());
    FakeMessage card = say(Person.ANN, Room.LOBBY, "invoice", Map.of("id", "INV-123"));
    assertThat(card.files()).containsOnlyKeys("invoice-123.pdf");
    assertThat(card.isEphemeral()).isTrue();
  }

  @Test
  void listAndPage() {
    begin(Terms.none());
    invoices(23);
    FakeMessage list = say(Person.ANN, Room.LOBBY, "invoices", Map.of());
    for (String label : List.of("Next ▶", "Next ▶", "◀ Previous")) {
      int before = list.edits();
      transcript.does(Person.ANN, Room.LOBBY, "[" + label + "]");
      stage.discord.press(Person.ANN, list, Stage.button(list, label));
      await().atMost(Stage.LONGEST).until(() -> list.edits() > before);
      transcript.sees("ann", list);
    }
    assertThat(list.footer()).endsWith("Page 2 of 3");
  }

  @Test
  void autocomplete() {
    begin(Terms.none());
    invoices(23);
    transcript.does(Person.ANN, Room.LOBBY, "/invoice id:102…");
    FakeInteraction typing =
        stage.discord.type(
            Person.ANN, Room.LOBBY, "invoice", Map.of(), new FakeDiscord.Typing("id", "102"));
    Stage.awaitKind(typing, Kind.COMPLETION);
    transcript.sees("offered", List.copyOf(typing.choices().keySet()));
    assertThat(typing.choices()).hasSize(4).containsValue("1023");
    say(Person.ANN, Room.LOBBY, "invoice", Map.of("id", "1023", "no-pdf", true));
  }

  @Test
  void payWithConfirmation() {
    begin(Terms.none());
    FakeMessage preview =
        say(Person.ANN, Room.LOBBY, "pay", Map.of("invoice", "123", "amount", "50"));
    FakeMessage paid = confirm(Person.ANN, Room.LOBBY, preview);
    assertThat(paid.title()).startsWith("50.00\u00a0EUR of invoice 123 was paid");
    assertThat(account.sent()).hasSize(1);
    say(Person.ANN, Room.LOBBY, "billing operations list", Map.of());
  }

  @Test
  void cancelWithHoldAndUndo() {
    begin(TermsOf.hold(Duration.ofHours(1)));
    FakeMessage preview =
        say(Person.ANN, Room.LOBBY, "cancel server", Map.of("id", "42", "reason", "too slow"));
    FakeMessage held = confirm(Person.ANN, Room.LOBBY, preview);
    await().atMost(Stage.LONGEST).until(() -> !directMessages(Person.ANN).isEmpty());
    transcript.note("the same card in ann's conversation with the bot, where it stays");
    FakeMessage copy = directMessages(Person.ANN).getFirst();
    transcript.sees("ann", copy);
    String undo =
        held.buttons().keySet().stream()
            .filter(label -> label.equals("Take it back"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(held.buttons().keySet()));
    FakeMessage undone = press(Person.ANN, Room.DIRECT, copy, undo);
    assertThat(undone.title()).isNotEmpty();
    stage.clock.pass(Duration.ofHours(2));
    stage.sweep();
    assertThat(account.sent()).as("it was never sent").isEmpty();
  }

  @Test
  void approvalByASecondPerson() {
    begin(byStaff());
    FakeMessage preview =
        say(Person.ANN, Room.LOBBY, "pay", Map.of("invoice", "123", "amount", "50"));
    FakeMessage waiting = confirm(Person.ANN, Room.LOBBY, preview);
    String operation = operation(waiting);
    FakeMessage own =
        say(Person.ANN, Room.LOBBY, "billing-admin approve", Map.of("operation", operation));
    assertThat(own.title()).as("nobody approves what is their own").isNotEmpty();
    FakeMessage eve =
        say(Person.EVE, Room.LOBBY, "billing-admin approve", Map.of("operation", operation));
    FakeMessage privately =
        say(Person.SAM, Room.DIRECT, "billing-admin approve", Map.of("operation", operation));
    assertThat(account.sent()).as("%s; %s", eve.title(), privately.title()).isEmpty();
    FakeMessage approved =
        say(Person.SAM, Room.BACK_OFFICE, "billing-admin approve", Map.of("operation", operation));
    if (approved.buttons().containsKey("Confirm")) {
      confirm(Person.SAM, Room.BACK_OFFICE, approved);
    }
    await().atMost(Stage.LONGEST).until(() -> !account.sent().isEmpty());
    assertThat(account.sent()).hasSize(1);
    say(Person.ANN, Room.LOBBY, "billing operations show", Map.of("operation", operation));
  }

  private static Terms byStaff() {
    Role staff = new Role("staff", Set.of(new Member.Group(Platform.DISCORD, Person.STAFF_ROLE)));
    return new Terms(
        Limits.none(),
        Optional.of(new Approval(List.of(staff), Optional.empty(), Map.of())),
        Optional.empty());
  }

  private static String operation(FakeMessage card) {
    String all = card.title() + card.description() + card.fields() + card.footer();
    Matcher id = Pattern.compile("op-[0-9a-z]{10}").matcher(all);
    assertThat(id.find()).as(all).isTrue();
    return id.group();
  }

  @Test
  void editByOptionsWithAnErrorCorrected() {
    begin(Terms.none());
    stage.billing.always(
        WriteRequest.UpdateClient.class, new ApiResult.Refused<>(Samples.refusal("no")));
    FakeMessage form = say(Person.ANN, Room.LOBBY, "account edit", Map.of());
    assertThat(form.fields()).isNotEmpty();
    FakeMessage wrong =
        say(Person.ANN, Room.LOBBY, "account edit", Map.of("email", "not an address"));
    assertThat(wrong.title()).isEqualTo("That was not understood");
    FakeMessage preview =
        say(Person.ANN, Room.LOBBY, "account edit", Map.of("email", "new@example.com"));
    assertThat(preview.buttons()).containsKeys("Confirm", "Stop");
    FakeMessage stopped = press(Person.ANN, Room.LOBBY, preview, "Stop");
    assertThat(stopped.title()).startsWith("Stopped");
  }

  @Test
  void restartInTheMiddle() {
    begin(Terms.none());
    FakeMessage preview =
        say(Person.ANN, Room.LOBBY, "pay", Map.of("invoice", "123", "amount", "50"));
    transcript.note("the bot is stopped and started again");
    stage.restart();
    FakeMessage paid = confirm(Person.ANN, Room.LOBBY, preview);
    assertThat(paid.title()).startsWith("50.00\u00a0EUR of invoice 123 was paid");
    assertThat(account.sent()).hasSize(1);
  }

  @Test
  void supportInATicket() {
    begin(Terms.none());
    FakeMessage own = say(Person.ANN, Room.TICKET, "invoice", Map.of("id", "123", "no-pdf", true));
    transcript.does(Person.ANN, Room.TICKET, "[Share here]");
    FakeMessage shared =
        Stage.aside(
            stage.discord.press(Person.ANN, Room.TICKET, own, Stage.button(own, "Share here")));
    transcript.sees("ann", shared);
    assertThat(shared.isEphemeral()).isFalse();
    FakeMessage agent = say(Person.SAM, Room.TICKET, "invoice", Map.of("id", "123"));
    assertThat(agent.title()).as("an agent never uses a customer's account").contains("not linked");
  }

  private void invoices(int count) {
    stage.billing.always(
        ReadRequest.GetInvoices.class,
        new ApiResult.Done<>(
            Samples.list(
                IntStream.rangeClosed(1, count)
                    .mapToObj(i -> Samples.unpaid(1_000 + i, "2026-12-01", "10.00", "EUR"))
                    .toArray(InvoiceSummary[]::new))));
  }

  private List<FakeMessage> directMessages(Person person) {
    return stage.discord.directMessages(person);
  }

  private FakeMessage say(Person person, Room room, String command, Map<String, Object> options) {
    transcript.does(person, room, Transcript.typed(command, options));
    FakeMessage answer = Stage.answer(stage.discord.slash(person, room, command, options));
    transcript.sees(person.name(), answer);
    return answer;
  }

  private FakeMessage press(Person person, Room room, FakeMessage message, String label) {
    transcript.does(person, room, "[" + label + "]");
    int before = message.edits();
    FakeInteraction pressed =
        stage.discord.press(person, room, message, Stage.button(message, label));
    FakeMessage answer =
        await()
            .atMost(Stage.LONGEST)
            .until(
                pressed::answer,
                given -> given.isPresent() && (given.get() != message || message.edits() > before))
            .orElseThrow();
    transcript.sees(person.name(), answer);
    return answer;
  }

  private FakeMessage confirm(Person person, Room room, FakeMessage preview) {
    return press(person, room, preview, "Confirm");
  }
}
