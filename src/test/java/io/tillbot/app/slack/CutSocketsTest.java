package io.tillbot.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.slack.fake.Acknowledgement;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.app.Bench;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand commands while the socket is cut every second: of every command that was acknowledged
 * there is at least one answer and at most one write, and an answer that comes again says so.
 */
@Timeout(400)
class CutSocketsTest {
  private static final int PEOPLE = 20;
  private static final int ROUNDS = 25;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String PREVIEW = "Nothing has been sent yet";
  private static final String AGAIN = "may come a second time";

  @TempDir private Path home;

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger confirmed = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

  @Test
  void everyAcknowledgedCommandIsAnsweredAndNothingIsDoneTwice() throws Exception {
    Map<String, String> open =
        Map.of(
            "TILLBOT_LIMITS_CALLER", "99999",
            "TILLBOT_LIMITS_WORKSPACE", "99999",
            "TILLBOT_POLICY_PATH", Bench.OPEN_POLICY.toString());
    SandboxOptions customers = SandboxOptions.defaults().withExtraClients(PEOPLE);
    try (Office office =
            Office.open(home, Route.SOCKET, Clock.systemUTC(), Sandbox.start(customers), open);
        ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor()) {
      List<Person> people = people(office);
      scissors.scheduleAtFixedRate(() -> cut(office), 500, 1_000, TimeUnit.MILLISECONDS);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> days = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
          int number = i;
          days.add(threads.submit(() -> day(people.get(number), number)));
        }
        for (Future<?> day : days) {
          day.get();
        }
      }
      scissors.shutdownNow();

      assertThat(cuts).as("cuts").hasValueGreaterThan(3);
      assertThat(acknowledged.get()).as("acknowledged").isGreaterThan(PEOPLE * ROUNDS);
      assertThat(office.sandbox().received("create_addfunds"))
          .as("writes, each for an amount of its own")
          .isEqualTo(confirmed.get());
      everyRepetitionIsMarked(office, people);
    }
  }

  private void cut(Office office) {
    office.slack().cutSockets();
    cuts.incrementAndGet();
  }

  private static List<Person> people(Office office) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      String key = office.sandbox().extraLogin(i).apiKey();
      people.add(Crowd.member(office, i, new Credential.ApiKey(Secret.of(key))));
    }
    return people;
  }

  /** Somebody orders and confirms again and again, each time another amount. */
  private void day(Person person, int number) {
    for (int round = 0; round < ROUNDS; round++) {
      String amount = amount(number, round);
      if (!isAcknowledged(person.types(Office.BILLING, "/billing top-up " + amount))) {
        continue;
      }
      Seen preview = awaits(person, amount, seen -> Office.text(seen).contains(PREVIEW));
      if (isAcknowledged(person.presses(preview, "Confirm"))) {
        awaits(person, amount, seen -> Office.text(seen).contains("was made"));
        confirmed.incrementAndGet();
      }
    }
  }

  private boolean isAcknowledged(Acknowledgement acknowledgement) {
    if (acknowledgement.isInTime()) {
      acknowledged.incrementAndGet();
      return true;
    }
    return false;
  }

  private static String amount(int number, int round) {
    return String.format(Locale.ROOT, "%d.%02d", 30 + number, 10 + round);
  }

  private static Seen awaits(
      Person person, String amount, java.util.function.Predicate<Seen> isIt) {
    return await(person.name() + " is to be answered about " + amount)
        .atMost(LONGEST)
        .until(
            () ->
                person.sees().stream()
                    .filter(seen -> Office.text(seen).contains(amount))
                    .filter(isIt)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static void everyRepetitionIsMarked(Office office, List<Person> people) {
    for (int number = 0; number < PEOPLE; number++) {
      for (int round = 0; round < ROUNDS; round++) {
        String amount = amount(number, round);
        List<Seen> seen =
            people.get(number).sees().stream()
                .filter(message -> Office.text(message).contains(amount + " EUR"))
                .toList();
        assertThat(seen.stream().filter(message -> !Office.text(message).contains(AGAIN)).count())
            .as("answers about " + amount + " that do not say that they come again: " + seen)
            .isLessThanOrEqualTo(1);
      }
    }
    assertThat(office.slack().redelivered()).as("delivered again").isPositive();
  }
}
