package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.adapter.slack.fake.ShownView;
import io.tillbot.core.Catalogue;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.link.LinkScene;
import io.tillbot.core.support.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The code that the page shows is typed into a form. */
class LinkCodeTest {
  private static final Caller ANN = new Caller(Platform.SLACK, "T1", "U1");
  private static final String BUTTON = "button.link-code";

  private final LinkScene scene = new LinkScene();
  private final FakeSlack slack = new FakeSlack(scene.clock);
  private final SlackApp app =
      new SlackApp(
          scene.bot,
          Catalogue.toRead(Clock.systemUTC()),
          (value, _) -> Words.of(value),
          slack.options().withPatience(Duration.ofSeconds(2)),
          Duration.ofHours(1));
  private final Person ann = slack.person("U1", slack.http(app));

  @AfterEach
  void nothingWasRefused() {
    assertThat(slack.refusals()).isEmpty();
    app.close();
    slack.close();
  }

  @Test
  void theRightCodeLinksAndTheFormSaysSo() {
    String code = form();
    ann.submits(Map.of("link-code.code", code));
    await("link.linked");
    assertThat(scene.vault.open(ANN)).isPresent();
  }

  @Test
  void whatCannotBeACodeIsSaidBesideItAndCostsNoTry() {
    String code = form();
    for (int n = 0; n < 7; n++) {
      ann.submits(Map.of("link-code.code", "no code"));
      assertThat(ann.errors()).containsOnlyKeys("code");
    }
    ann.submits(Map.of("link-code.code", code));
    await("link.linked");
  }

  @Test
  void aWrongCodeIsAnsweredWithTheTriesThatAreLeftAndAWayToTypeAnother() {
    String code = form();
    ann.submits(Map.of("link-code.code", "AAAA-AAAA"));
    await("link-code.tries-left(4)");
    ann.presses(modal(), BUTTON);
    Awaitility.await().until(() -> modal().inputs().contains("link-code.code"));
    ann.submits(Map.of("link-code.code", code));
    await("link.linked");
  }

  /** Asks for a page, gives a key on it, and opens the form; the code that the page shows. */
  private String form() {
    ann.types(FakeSlack.CHANNEL, "/billing link");
    Seen card = slack.awaitMessage(1);
    String page = card.button("button.link-page").get("url").getAsString();
    String code = LinkScene.code(scene.send(page.replaceFirst(".*/", ""), LinkScene.KEY));
    ann.presses(card, BUTTON);
    Awaitility.await()
        .until(() -> ann.modal().isPresent() && modal().inputs().contains("link-code.code"));
    assertThat(modal().texts()).as("whose account it is, masked").contains("s…@example.com");
    return code;
  }

  private void await(String text) {
    Awaitility.await().until(() -> modal().texts().stream().anyMatch(each -> each.contains(text)));
  }

  private ShownView modal() {
    return ann.modal().orElseThrow(() -> new AssertionError("no modal is open"));
  }
}
