package io.tillbot.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.ShownView;
import io.tillbot.core.Invocation;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.reply.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Journeys through what is not a conversation: one's Home, and the end of the app in a workspace.
 */
class WorkspaceJourneysTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Caller ANN = new Caller(Platform.SLACK, "T1", "U1");

  @TempDir private Path home;

  private final MovedClock clock = new MovedClock();

  @ParameterizedTest
  @EnumSource
  void homeShowsTheAccountAndWhatBecomesOfIt(Route route) {
    try (Office office = Office.open(home, route, clock)) {
      office.slack().writeDown("Ann looks at her Home and pays, by " + route);
      Person ann = office.linked("U1");
      ann.opensHome();
      ShownView first = awaitsHome(ann, "150.50 EUR");
      assertThat(first.texts().toString()).contains("103");
      ann.types(Office.BILLING, "/billing pay 103 5");
      ann.presses(Office.awaits(ann, "Nothing has been sent yet"), "Confirm");
      Office.awaits(ann, "was paid");
      awaitsHome(ann, "145.50 EUR");
      office.endJourney("home");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWorkspaceThatRemovesTheAppIsForgotten(Route route) {
    try (Office office = Office.open(home, route, clock)) {
      office.slack().writeDown("Ann removes the app, by " + route);
      Person ann = office.linked("U1");
      ann.types(Office.BILLING, "/credit");
      Office.awaits(ann, "150.50 EUR");
      assertThat(isLinked(office)).isTrue();
      ann.uninstalls();
      await().atMost(LONGEST).until(() -> !isLinked(office));
      office.slack().remark("Nothing of hers is left but what was done, under no name.");
      office.endJourney("uninstall");
    }
  }

  private static boolean isLinked(Office office) {
    Invocation asked =
        new Invocation(
            ANN,
            new Place(Place.Kind.PUBLIC_CHANNEL, Office.BILLING),
            new Invocation.Line("/credit"));
    return !(office.wiring().bot().handle(asked).outcome() instanceof Outcome.NeedsLink);
  }

  private static ShownView awaitsHome(Person person, String text) {
    return await("the Home of " + person.name() + " says: " + text)
        .atMost(LONGEST)
        .until(
            () -> person.home().filter(view -> view.texts().toString().contains(text)),
            Optional::isPresent)
        .orElseThrow();
  }
}
