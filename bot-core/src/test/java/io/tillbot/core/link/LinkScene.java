package io.tillbot.core.link;

import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.FormAnswers;
import io.tillbot.core.Invocation;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.execution.Means;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.InMemoryStore;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A bot with pages at an address, a billing API that accepts everything, and a clock to move. */
public final class LinkScene {
  /** In a Slack workspace. */
  public static final Caller ANN = new Caller(Platform.SLACK, "T012AB3CD", "U012AB3CD");

  /** In the same one, and up to no good. */
  public static final Caller EVE = new Caller(Platform.SLACK, "T012AB3CD", "U066EVE66");

  /** What people paste, so that a test can look for it where it must not be. */
  public static final String KEY = "fake-api-key-canary-0001";

  public final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T12:00:00Z"));
  public final ScriptedBilling billing = new ScriptedBilling();
  public final InMemoryCredentialVault vault = new InMemoryCredentialVault(clock);
  public final InMemoryStore store = new InMemoryStore(clock);
  public final Bot bot;
  public final LinkPage page;

  public LinkScene() {
    this("https://bot.example.com/");
  }

  public LinkScene(String publicUrl) {
    Means means = TestMeans.of(store, vault, billing, AllowAll.gatekeeper(), clock);
    URI base = URI.create(publicUrl);
    Catalogue catalogue =
        new Catalogue(means, CatalogueSettings.defaults().withPublicAddress(() -> base));
    this.bot = new Bot(catalogue, means, () -> TestBot.CORRELATION);
    this.page = catalogue.linkPage();
    billing.always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")));
  }

  public Outcome say(Caller caller, String line) {
    Place.Kind kind =
        caller.platform() == Platform.CONSOLE ? Place.Kind.TERMINAL : Place.Kind.DIRECT_MESSAGE;
    return bot.handle(new Invocation(caller, new Place(kind, "here"), new Invocation.Line(line)))
        .outcome();
  }

  /** Leaves the form of the code as it is, or fills it in. */
  public Outcome submitCode(Caller caller, String code) {
    return bot.submit(
            new FormAnswers(
                caller, Place.terminal(), "billing link-code", Map.of(), Map.of("code", code)))
        .outcome();
  }

  /** Asks for a page, and gives its id. */
  public String open(Caller caller) {
    return id(say(caller, "/billing link --page"));
  }

  /** The id in the address on a card. */
  public static String id(Outcome outcome) {
    return address(outcome).replaceFirst(".*/", "");
  }

  /** The address on a card. */
  public static String address(Outcome outcome) {
    return outcome.reply().buttons().stream()
        .map(Button::action)
        .filter(Button.Open.class::isInstance)
        .map(Button.Action::id)
        .findFirst()
        .orElseThrow();
  }

  /** What the page's own form would send. */
  public LinkPage.FilledIn filledIn(String id, String secret) {
    return page.look(id) instanceof LinkPage.View.Asking asking
        ? new LinkPage.FilledIn(asking.formToken(), "api-key", secret)
        : new LinkPage.FilledIn("", "api-key", secret);
  }

  /** Fills in the page's form and sends it. */
  public LinkPage.Sent send(String id, String secret) {
    return page.send(id, filledIn(id, secret));
  }

  /** Asks for a page, gives a key on it, and reads the code. */
  public String codeOf(Caller caller) {
    return code(send(open(caller), KEY));
  }

  /** The code that the page shows. */
  public static String code(LinkPage.Sent sent) {
    return ((LinkPage.Sent.Accepted) sent).code().shown();
  }
}
