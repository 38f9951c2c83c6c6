package io.tillbot.app.slack;

import static io.tillbot.app.slack.Office.awaits;
import static io.tillbot.app.slack.Office.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.link.LinkPage;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Pattern PAGE =
      Pattern.compile("https://tillbot\\.example\\.com/link/([\\w-]+)");

  @TempDir private Path home;

  private final MovedClock clock = new MovedClock();
  private Office office;

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource(names = "HTTP")
  void aPersonLinksTheirAccount(Route route) {
    Person ann = begin(route, "Ann links her account").person("U1");
    ann.types(Office.BILLING, "/credit");
    Seen asked = awaits(ann, "not linked");
    assertThat(asked.isEphemeral()).isTrue();
    ann.presses(asked, "Link");
    Seen offered = awaits(ann, "tillbot.example.com/link/");
    office.slack().remark("On the page Ann gives her API key, and is shown a code.");
    ann.types(Office.BILLING, "/billing link-code " + code(offered));
    awaits(ann, "You are linked");
    ann.types(Office.BILLING, "/credit");
    assertThat(text(awaits(ann, "150.50 EUR"))).contains("150.50 EUR");
    office.endJourney("link");
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
  @EnumSource(names = "HTTP")
  void anInvoiceIsShownWithItsPdf(Route route) {
    Person ann = begin(route, "Ann looks at an invoice").linked("U1");
    ann.types(Office.BILLING, "/invoice 123");
    Seen card = awaits(ann, "Invoice 123");
    assertThat(card.isEphemeral()).isTrue();
    assertThat(text(card)).contains("121.00 EUR");
    await().atMost(LONGEST).until(() -> office.slack().shared().size() == 1);
    Seen file = office.slack().shared().getFirst();
    assertThat(file.channel()).as("a file in a channel is everybody's").isEqualTo(ann.direct());
    assertThat(file.files()).containsExactly("invoice-123.pdf");
    assertThat(office.person("U2").sees()).isEmpty();
    office.endJourney("invoice");
  }

  @ParameterizedTest
  @EnumSource(names = "HTTP")
  void aListIsTurnedPageByPage(Route route) {
    Person ann = begin(route, "Ann looks through her transactions").linked("U1");
    ann.types(Office.BILLING, "/invoices");
    Seen first = awaits(ann, "Invoices");
    assertThat(first.labels()).contains("Next page");
    ann.presses(first, "Next page");
    Seen second = awaitsChange(ann, first);
    assertThat(second.labels()).contains("Previous page");
    assertThat(second.id()).as("in the same message").isEqualTo(first.id());
    office.endJourney("list");
  }

  @ParameterizedTest
  @EnumSource(names = "HTTP")
  void anInvoiceIsPaidOnceItIsConfirmed(Route route) {
    Person ann = begin(route, "Ann pays").linked("U1");
    ann.types(Office.BILLING, "/billing pay 103 5");
    Seen asked = awaits(ann, "Confirm");
    assertThat(office.sandbox().received("apply_credit")).isZero();
    ann.presses(asked, "Confirm");
    Seen paid = awaits(ann, "was paid");
    assertThat(paid.id()).isEqualTo(asked.id());
    assertThat(paid.labels()).doesNotContain("Confirm", "Stop");
    ann.presses(asked, "Confirm");
    awaits(ann, "used");
    assertThat(office.sandbox().received("apply_credit")).isOne();
    office.endJourney("pay");
  }

  @ParameterizedTest
  @EnumSource(names = "HTTP")
  void aCancellationIsHeldAndCanBeTakenBackBeforeAndAfter(Route route) {
    Person ann = begin(route, "Ann cancels a server, and thinks again").linked("U1");
    ann.types(Office.BILLING, "/cancel server 42 too slow");
    ann.presses(awaits(ann, "Server 42"), "Confirm");
    Seen held = awaits(ann, "held");
    ann.presses(held, "Undo");
    awaits(ann, "withdrawn");
    clock.pass(Duration.ofMinutes(11));
    assertThat(office.sandbox().received("request_cancellation")).isZero();

    office.slack().remark("She does it again, and lets the time pass.");
    ann.types(Office.BILLING, "/cancel server 42 too slow");
    ann.presses(awaits(ann, "Confirm"), "Confirm");
    awaits(ann, "held");
    clock.pass(Duration.ofMinutes(11));
    await().atMost(LONGEST).until(() -> office.sandbox().received("request_cancellation") == 1);
    ann.types(Office.BILLING, "/cancel undo 42");
    ann.presses(awaits(ann, "Confirm"), "Confirm");
    await()
        .atMost(LONGEST)
        .until(() -> office.sandbox().received("delete_cancellation_request") == 1);
    office.endJourney("cancel");
  }

  @ParameterizedTest
  @EnumSource(names = "HTTP")
  void aSecondPersonAgrees(Route route) {
    Person ann = begin(route, "Ann orders, and Bob has to agree").linked("U1");
    Person bob = office.linked("U3");
    Person eve = office.linked("U2");
    ann.types(Office.FINANCE, "/billing top-up 25");
    ann.presses(awaits(ann, "Confirm"), "Confirm");
    Seen waiting = awaits(ann, "approve");
    Matcher operation = Pattern.compile("op-[a-z0-9]+").matcher(text(waiting));
    assertThat(operation.find()).isTrue();
    eve.types(Office.FINANCE, "/billing admin approve " + operation.group());
    awaits(eve, "approve");
    assertThat(office.sandbox().received("create_addfunds")).isZero();
    bob.types(Office.FINANCE, "/billing admin approve " + operation.group());
    await().atMost(LONGEST).until(() -> office.sandbox().received("create_addfunds") == 1);
    ann.types(Office.FINANCE, "/billing operations show " + operation.group());
    awaits(ann, "carried out");
    office.endJourney("approval");
  }

  private Office begin(Route route, String title) {
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
            java.util.Optional::isPresent)
        .orElseThrow();
  }
}
