package io.tillbot.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.adapter.slack.fake.Acknowledgement;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.app.Bench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A billing API that takes ten seconds keeps nobody's acknowledgement waiting. */
@Timeout(180)
class SlowApiTest {
  private static final int PEOPLE = 50;

  /** A hundred a second is asked on a machine of its own: 1000, and 10 milliseconds. */
  private static final int COMMANDS = Integer.getInteger("tillbot.slow-api.commands", 300);

  private static final Duration PACE =
      Duration.ofMillis(Integer.getInteger("tillbot.slow-api.every-ms", 40));

  @TempDir private Path home;

  @ParameterizedTest
  @EnumSource
  void everyCommandIsAcknowledgedInTimeAndAnsweredLater(Route route) throws Exception {
    Map<String, String> unlimited =
        Map.of(
            "TILLBOT_LIMITS_CALLER", "99999",
            "TILLBOT_LIMITS_WORKSPACE", "99999",
            "TILLBOT_POLICY_PATH", Bench.OPEN_POLICY.toString());
    try (Office office = Office.open(home, route, Clock.systemUTC(), unlimited)) {
      List<Person> people = Crowd.linked(office, PEOPLE);
      warmUp(people);
      office.sandbox().add(Fault.of(FaultKind.DELAY).withValue(10_000));
      List<Callable<Acknowledgement>> deeds = new ArrayList<>();
      for (int i = 0; i < COMMANDS; i++) {
        Person person = people.get(i % PEOPLE);
        deeds.add(() -> person.types(Office.BILLING, "/invoice 123 --no-pdf"));
      }
      List<Acknowledgement> acknowledgements = Crowd.atPace(PACE, deeds);

      assertThat(acknowledgements).hasSize(COMMANDS);
      assertThat(acknowledgements.stream().filter(each -> !each.isInTime()))
          .as("late acknowledgements")
          .isEmpty();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(office.slack().seen())
                      .filteredOn(seen -> Office.text(seen).contains("Invoice 123"))
                      .hasSize(COMMANDS + PEOPLE));
      for (Person person : people) {
        assertThat(person.sees())
            .filteredOn(seen -> Office.text(seen).contains("Invoice 123"))
            .as(person.name())
            .hasSize(COMMANDS / PEOPLE + 1);
      }
      assertThat(office.slack().refusals()).isEmpty();
    }
  }

  /** A program that has just started compiles itself while it answers. */
  private static void warmUp(List<Person> people) {
    for (Person person : people) {
      person.types(Office.BILLING, "/invoice 123 --no-pdf");
      Office.awaits(person, "Invoice 123");
    }
  }
}
