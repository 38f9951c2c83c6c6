package io.tillbot.app.slack;

import static io.tillbot.app.slack.Office.awaits;
import static io.tillbot.app.slack.Office.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.adapter.slack.fake.ShownView;
import io.tillbot.core.link.LinkPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What people do in Slack from its beginning to its end, each by either way; {@code
 * target/transcripts} holds what they see.
 */
class JourneysTest {
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Pattern PAGE =
      Pattern.compile("https://tillbot\\.example\\.com/link/([\\w-]+)");

  @TempDir private Path home;

  private final MovedClock clock = new MovedClock();
  private Office office;

  private String name = "";

  @AfterEach
  void close() {
    try (Office open = office) {
      open.endJourney(name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonLinksTheirAccount(Route route) {
    Person ann = begin(route, "link", "Ann links her account").person("U1");
    ann.types(Office.BILLING, "/credit");
    Seen asked = awaits(ann, "not linked");
    assertThat(asked.isEphemeral()).isTrue();
    ann.presses(asked, "Link your billing account");
    Seen offered = awaits(ann, "Open the page");
    office.slack().remark("On the page Ann gives her API key, and is shown a code.");
    String code = code(offered);
    ann.presses(offered, "Type the code");
    ShownView form = awaitsModal(ann, "code");
    ann.submits(Map.of(form.inputs().getFirst(), code));
    awaitsModal(ann, "You are linked");
    ann.closesModal();
    ann.types(Office.BILLING, "/credit");
    assertThat(text(awaits(ann, "150.50 EUR"))).contains("150.50 EUR");
  }

  /** What the page shows once it was given the key. */
  private String code(Seen offered) {
    Matcher page = PAGE.matcher(offered.message().toString());
    assertThat(page.find()).isTrue();
    LinkPage pages = office.wiring().catalogue().linkPage();
    String form = ((LinkPage.View.Asking) pages.look(page.group(1))).formToken();
    String key = office.sandbox().demo().apiKey();
    return ((LinkPage.Sent.Accepted)
            pages.send(page.group(1), new LinkPage.FilledIn(form, "api-key", key)))
        .code()
        .shown();
  }

  @ParameterizedTest
  @EnumSource
  void anInvoiceIsShownWithItsPdf(Route route) {
    Person ann = begin(route, "invoice", "Ann looks at an invoice").linked("U1");
    ann.types(Office.BILLING, "/invoice 123");
    Seen card = awaits(ann, "Invoice 123");
    assertThat(card.isEphemeral()).isTrue();
    assertThat(text(card)).contains("121.00 EUR");
    await().atMost(LONGEST).until(() -> office.slack().shared().size() == 1);
    Seen file = office.slack().shared().getFirst();
    assertThat(file.channel()).as("a file in a channel is everybody's").isEqualTo(ann.direct());
    assertThat(file.files()).containsExactly("invoice-123.pdf");
    assertThat(office.person("U2").sees()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aListIsTurnedPageByPage(Route route) {
    Person ann = begin(route, "list", "Ann looks through a long list").linked("U1");
    ann.types(Office.BILLING, "/invoices");
    Seen first = awaits(ann, "32 invoices");
    assertThat(first.labels()).contains("Next");
    ann.presses(first, "Next");
    Seen second = awaitsChange(ann, first);
    assertThat(second.labels()).contains("Previous");
    assertThat(second.id()).as("in the same message").isEqualTo(first.id());
  }

  @ParameterizedTest
  @EnumSource
  void anInvoiceIsPaidOnceItIsConfirmed(Route route) {
    Person ann = begin(route, "pay", "Ann pays").linked("U1");
    ann.types(Office.BILLING, "/billing pay 103 5");
    Seen asked = awaits(ann, "Nothing has been sent yet");
    assertThat(office.sandbox().received("apply_credit")).isZero();
    ann.presses(asked, "Confirm");
    Seen paid = awaits(ann, "was paid");
    assertThat(paid.id()).isEqualTo(asked.id());
    assertThat(paid.labels()).doesNotContain("Confirm", "Stop");
    ann.presses(asked, "Confirm");
    awaits(ann, "This button was used already");
    assertThat(office.sandbox().received("apply_credit")).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void aCancellationIsHeldAndCanBeTakenBackBeforeAndAfter(Route route) {
    Person ann = begin(route, "cancel", "Ann cancels a server, and thinks again").linked("U1");
    ann.types(Office.BILLING, "/cancel server 42 too slow");
    ann.presses(awaits(ann, "Cancel server 42"), "Confirm");
    Seen held = awaits(ann, "waits to be sent");
    ann.presses(held, "Take it back");
    awaits(ann, "taken back");
    clock.pass(Duration.ofMinutes(11));
    assertThat(office.sandbox().received("request_cancellation")).isZero();

    office.slack().remark("She does it again, and lets the time pass.");
    ann.types(Office.BILLING, "/cancel server 42 too slow");
    ann.presses(awaits(ann, "Cancel server 42"), "Confirm");
    awaits(ann, "waits to be sent");
    clock.pass(Duration.ofMinutes(11));
    await().atMost(LONGEST).until(() -> office.sandbox().received("request_cancellation") == 1);
    ann.types(Office.BILLING, "/cancel undo 42");
    ann.presses(awaits(ann, "Nothing has been sent yet"), "Confirm");
    await()
        .atMost(LONGEST)
        .until(() -> office.sandbox().received("delete_cancellation_request") == 1);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondPersonAgrees(Route route) {
    Person ann = begin(route, "approval", "Ann orders, and Bob has to agree").linked("U1");
    Person bob = office.linked("U3");
    Person eve = office.linked("U2");
    ann.types(Office.FINANCE, "/billing top-up 25");
    ann.presses(awaits(ann, "Nothing has been sent yet"), "Confirm");
    Seen waiting = awaits(ann, "waits for a second person");
    Matcher operation = Pattern.compile("op-[a-z0-9]+").matcher(text(waiting));
    assertThat(operation.find()).isTrue();
    eve.types(Office.FINANCE, "/billing admin approve " + operation.group());
    awaits(eve, "no such operation for you");
    assertThat(office.sandbox().received("create_addfunds")).isZero();
    bob.types(Office.FINANCE, "/billing admin approve " + operation.group());
    await().atMost(LONGEST).until(() -> office.sandbox().received("create_addfunds") == 1);
    ann.types(Office.FINANCE, "/billing operations show " + operation.group());
    awaits(ann, "It was done.");
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeInAFormIsSaidInTheForm(Route route) {
    Person ann = begin(route, "edit", "Ann changes her account by a form").linked("U1");
    ann.types(Office.BILLING, "/billing account edit");
    ShownView form = awaitsModal(ann, "E-mail");
    String email = label(form, "E-mail");
    ann.submits(Map.of(email, "no address"));
    assertThat(ann.errors()).hasSize(1);
    assertThat(office.sandbox().received("update_client")).isZero();
    ann.submits(Map.of(email, "ann@example.org"));
    ShownView asked = awaitsModal(ann, "ann@example.org");
    ann.presses(asked, "Confirm");
    awaitsModal(ann, "changed");
    assertThat(office.sandbox().received("update_client")).isOne();
    ann.closesModal();
  }

  @ParameterizedTest
  @EnumSource
  void aThreadAndAMessageAreWhereSomethingIsLookedUp(Route route) {
    Person ann = begin(route, "lookup", "Ann asks in a thread, and about a message").linked("U1");
    ann.mentions("C2", "invoice 123 --no-pdf", Optional.of("1700000000.000100"));
    Seen card = awaits(ann, "Invoice 123");
    assertThat(card.isEphemeral()).isTrue();
    assertThat(card.channel()).isEqualTo("C2");
    ann.asksAbout(Office.BILLING, "When is invoice 103 due?", "lookup_invoice");
    assertThat(awaits(ann, "Invoice 103").isEphemeral()).isTrue();
  }

  private static String label(ShownView form, String beginning) {
    return form.inputs().stream()
        .filter(label -> label.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError(form.inputs().toString()));
  }

  /** Waits until the modal before a person says that. */
  private static ShownView awaitsModal(Person person, String text) {
    return await("a modal before " + person.name() + " says: " + text)
        .atMost(LONGEST)
        .until(() -> person.modal().filter(view -> said(view).contains(text)), Optional::isPresent)
        .orElseThrow();
  }

  private static String said(ShownView view) {
    return view.title() + "\n" + String.join("\n", view.texts()) + view.inputs();
  }

  private Office begin(Route route, String journey, String title) {
    name = journey;
    office = Office.open(home, route, clock);
    office.slack().writeDown(title + ", by " + route);
    return office;
  }

  /** The message that now stands where another one stood. */
  private static Seen awaitsChange(Person person, Seen old) {
    return await()
        .atMost(LONGEST)
        .until(
            () ->
                person.sees().stream()
                    .filter(seen -> seen.id().equals(old.id()))
                    .filter(seen -> !seen.equals(old))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
