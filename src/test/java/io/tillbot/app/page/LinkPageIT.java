package io.tillbot.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.page.Browser.Screen;
import io.tillbot.app.page.Browser.Scripts;
import io.tillbot.core.Invocation;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of {@code /billing link} in a real browser, over the whole bot and the simulated billing
 * API: on a phone and at a desk, light and dark, in both languages, with and without scripts.
 */
class LinkPageIT {
  private static final Caller IN_DISCORD = new Caller(Platform.DISCORD, null, "803511102246789120");
  private static final Caller IN_SLACK = new Caller(Platform.SLACK, "T012AB3CD", "U012AB3CD");

  @TempDir private Path home;

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
  private Wiring wiring;

  @BeforeEach
  void start() {
    Configuration defaults = Configuration.defaults();
    wiring =
        Wiring.withOwnPages(
            defaults
                .withBilling(defaults.billing().withUrl(sandbox.whmcs()))
                .withStore(
                    Configuration.Store.sqlite(
                        home.resolve("data/page.db"), home.resolve("keys/keyset.json"))),
            Clock.systemUTC(),
            Caller.local("demo"));
  }

  @AfterEach
  void stop() {
    wiring.close();
    sandbox.close();
  }

  @Test
  void aPersonWithoutScriptsLinksOnAPhoneByKeysAlone() throws IOException {
    try (Browser browser = Browser.start(Scripts.OFF, "en")) {
      browser.open("data:text/html,<title>off</title><script>document.title='on'</script>");
      assertThat(browser.driver().getTitle()).as("scripts do not run").isEqualTo("off");

      browser.on(Screen.PHONE_LIGHT).open(page(IN_SLACK));
      assertThat(browser.text(".who")).contains("Slack user U012AB3CD in workspace T012AB3CD");
      browser.giveByKeys("a-key-that-nobody-accepts");
      assertThat(browser.text("[role=alert]"))
          .contains("does not accept this")
          .contains("4 tries are left.");
      assertThat(browser.find("#secret").getAttribute("value")).as("nothing is echoed").isEmpty();

      browser.giveByKeys(sandbox.demo().apiKey());
      assertThat(browser.heading()).isEqualTo("One step left");
      linksBy(IN_SLACK, browser.text("#code"));
    }
  }

  @Test
  void aPersonWithATokenLinksInRussianAndChangesTheLanguageOnTheWay() throws IOException {
    try (Browser browser = Browser.start(Scripts.ON, "ru-RU,ru,en")) {
      browser.on(Screen.DESK_LIGHT).open(page(IN_DISCORD));
      assertThat(browser.heading()).isEqualTo("Привязка биллинга");
      browser.leaveBy(() -> browser.find("nav a[lang=en]").click());
      assertThat(browser.heading()).isEqualTo("Link your billing account");
      browser.leaveBy(() -> browser.find("nav a[lang=ru]").click());
      assertThat(browser.heading()).isEqualTo("Привязка биллинга");

      browser.find("label[for=token]").click();
      browser.give(sandbox.demo().token());

      assertThat(browser.heading()).isEqualTo("Остался один шаг");
      assertThat(browser.text("dl")).contains("…@");
      linksBy(IN_DISCORD, browser.text("#code"));
    }
  }

  @Test
  void whoeverLoadsAUsedPageAgainIsToldHowToGoOn() throws IOException {
    try (Browser browser = Browser.start(Scripts.ON, "en")) {
      String page = page(IN_SLACK);
      browser.on(Screen.PHONE_LIGHT).open(page);
      browser.giveByKeys(sandbox.demo().apiKey());
      String code = browser.text("#code");

      browser.open(page);

      assertThat(browser.heading()).isEqualTo("This page does not serve any more");
      assertThat(browser.text("main")).contains("/billing link-code").doesNotContain(code);
      linksBy(IN_SLACK, code);
    }
  }

  static Stream<Arguments> screens() {
    return Stream.of(
        Arguments.of(Screen.PHONE_LIGHT, "en"),
        Arguments.of(Screen.PHONE_DARK, "ru"),
        Arguments.of(Screen.DESK_DARK, "en"),
        Arguments.of(Screen.DESK_LIGHT, "ru"));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyStateCanBeUsedByEverybody(Screen screen, String language) throws Exception {
    try (Browser browser = Browser.start(Scripts.ON, language)) {
      Gallery gallery = new Gallery(browser.on(screen), language + "-" + screen.name());

      String page = page(IN_SLACK);
      gallery.look("1-asking", browser.open(page));
      assertThat(browser.find("button").getSize().getHeight()).isGreaterThanOrEqualTo(44);
      browser.give("no-such-key");
      gallery.look("2-not-accepted", browser);
      browser.give("not a key");
      gallery.look("3-not-a-credential", browser);
      sandbox.add(Fault.of(FaultKind.UNAVAILABLE).times(20));
      browser.give(sandbox.demo().token());
      gallery.look("9-unavailable", browser);
      sandbox.clearFaults();
      browser.give(sandbox.demo().apiKey());
      gallery.look("4-code", browser);
      gallery.look("5-gone", browser.open(page));
      browser.open(page(IN_DISCORD));
      for (int n = 0; n < 5; n++) {
        browser.give("no-such-key");
      }
      gallery.look("6-too-many", browser);
      gallery.look("7-forged", forged(browser));
      comeTooOften(page);
      gallery.look("8-too-soon", browser.open(page));

      assertThat(gallery.seen()).doesNotHaveDuplicates().hasSize(9);
    }
  }

  private Browser forged(Browser browser) {
    browser.open(page(IN_DISCORD));
    browser.driver().executeScript("document.querySelector('[name=form]').value = 'forged'");
    browser.give("no-such-key");
    return browser;
  }

  private static void comeTooOften(String page) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      int status = 0;
      for (int n = 0; n < 40 && status != 429; n++) {
        status =
            http.send(
                    HttpRequest.newBuilder(URI.create(page)).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode();
      }
      assertThat(status).isEqualTo(429);
    }
  }

  /** Asks for a page in the chat. */
  private String page(Caller caller) {
    return say(caller, "/billing link").reply().buttons().stream()
        .map(Button::action)
        .filter(Button.Open.class::isInstance)
        .map(Button.Action::id)
        .findFirst()
        .orElseThrow();
  }

  private void linksBy(Caller caller, String code) {
    assertThat(say(caller, "/credit")).isInstanceOf(Outcome.NeedsLink.class);
    assertThat(say(caller, "/billing link-code " + code)).isInstanceOf(Outcome.Answered.class);
    assertThat(say(caller, "/credit")).isInstanceOf(Outcome.Answered.class);
  }

  private Outcome say(Caller caller, String line) {
    return wiring
        .bot()
        .handle(
            new Invocation(
                caller,
                new Place(Place.Kind.DIRECT_MESSAGE, "D012AB3CD"),
                new Invocation.Line(line)))
        .outcome();
  }

  /** The states that were looked at, each with its picture. */
  private record Gallery(Browser browser, String suffix, List<String> seen) {
    Gallery(Browser browser, String suffix) {
      this(browser, suffix, new ArrayList<>());
    }

    void look(String state, Browser at) throws IOException {
      at.picture("link-" + state + "-" + suffix);
      assertThat(at.violations()).as(state).isEmpty();
      assertThat(at.isTooWide()).as("%s scrolls sideways", state).isFalse();
      seen.add(at.text("main"));
    }
  }
}
