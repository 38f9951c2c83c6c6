package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.MovementKind;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.Invocation;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program pays, loses answers, and is killed with SIGKILL in the middle. After a
 * restart the billing system's books and the ledger tell the same story, each payment once. The
 * profile {@code kill} does it a hundred times.
 */
class KilledProcessIT {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 10);
  private static final Caller ANN = Caller.local("ann");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAYMENTS = 40;
  private static final Set<State> DONE = EnumSet.of(State.SUCCEEDED, State.SETTLED_DONE);

  /** The requests of a payment, of which one may be the last that the process makes. */
  private static final List<String> REQUESTS =
      List.of("get_client", "getcredits", "get_invoice", "apply_credit", "apply_credit");

  @TempDir Path directory;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void whereverItIsKilledEachPaymentIsMadeOnceAndAccountedFor() throws Exception {
    int killedWhileSending = 0;
    int paid = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path home = Files.createDirectory(directory.resolve("round-" + round));
      try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
        Map<String, String> environment = environment(sandbox, home);
        link(sandbox, environment);
        killInTheMiddle(sandbox, environment, home, new Random(round));
        List<Operation> found = recover(environment, sandbox);
        killedWhileSending += (int) found.stream().filter(KilledProcessIT::wasLeftSending).count();
        paid += (int) found.stream().filter(one -> DONE.contains(one.state())).count();
      }
    }
    System.out.printf(
        "Killed %d times: %d payments made, %d left in the middle of being sent%n",
        ROUNDS, paid, killedWhileSending);
    assertThat(paid).as("payments that were made before and around the kills").isPositive();
  }

  private static boolean wasLeftSending(Operation operation) {
    return operation.when(State.UNKNOWN).isPresent();
  }

  private Map<String, String> environment(Sandbox sandbox, Path home) {
    return Map.of(
        "TILLBOT_BILLING_URL", sandbox.whmcs().toString(),
        "TILLBOT_BILLING_TIMEOUT", "5",
        "TILLBOT_STORE_URL", "jdbc:sqlite:" + home.resolve("data/tillbot.db"),
        "TILLBOT_STORE_KEYSET_PATH", home.resolve("keys/keyset.json").toString(),
        "TILLBOT_POLICY_PATH", Bench.OPEN_POLICY.toString());
  }

  private static void link(Sandbox sandbox, Map<String, String> environment) {
    try (Wiring wiring = wiring(environment, Clock.systemUTC())) {
      Credential key = new Credential.ApiKey(Secret.of(sandbox.demo().apiKey()));
      assertThat(wiring.accountLink().link(ANN, key)).isInstanceOf(Outcome.Answered.class);
    }
  }

  private static Wiring wiring(Map<String, String> environment, Clock clock) {
    return Wiring.of(ConfigurationReader.read(environment), clock, ANN);
  }

  /** Kills the program when the billing system has had a random number of one of its requests. */
  private void killInTheMiddle(
      Sandbox sandbox, Map<String, String> environment, Path home, Random random)
      throws IOException, InterruptedException {
    sandbox.add(
        Fault.of(FaultKind.RESET_AFTER).on("apply_credit").withProbability(0.4, random.nextLong()));
    ProcessBuilder builder =
        new ProcessBuilder(Packaged.command(home, List.of(), "console", "--as", "ann"))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("console.log").toFile());
    Packaged.prepare(builder.environment(), environment);
    Process console = builder.start();
    try {
      console.getOutputStream().write(payments().getBytes(StandardCharsets.UTF_8));
      console.getOutputStream().flush();
      String last = REQUESTS.get(random.nextInt(REQUESTS.size()));
      long times = 1 + random.nextInt(8);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> sandbox.received(last) >= times || !console.isAlive());
      assertThat(console.isAlive()).as("killed before it was through").isTrue();
    } finally {
      console.destroyForcibly().waitFor();
    }
    sandbox.clearFaults();
  }

  /** Payments of different amounts, so that each is known again in the books. */
  private static String payments() {
    return IntStream.rangeClosed(1, PAYMENTS)
        .mapToObj("/pay 123 0.%02d\nyes\n"::formatted)
        .collect(Collectors.joining());
  }

  /** Another process goes on, until nothing is due; a person settles what no read can. */
  private static List<Operation> recover(Map<String, String> environment, Sandbox sandbox) {
    SteppedClock later = new SteppedClock(Instant.now());
    try (Wiring wiring = wiring(environment, later)) {
      Operations operations = wiring.catalogue().operations();
      for (int looks = 0; looks < 20; looks++) {
        later.pass(Duration.ofHours(6));
        operations.sweep();
      }
      for (Operation unknown : operations.listAll(EnumSet.of(State.UNKNOWN))) {
        String truth = inTheBooks(sandbox).containsKey(amount(unknown)) ? "done" : "not-done";
        String line = "/billing-admin settle %s %s seen in the books";
        wiring
            .bot()
            .handle(
                new Invocation(
                    ANN,
                    Place.terminal(),
                    new Invocation.Line(line.formatted(unknown.id(), truth))));
      }
      List<Operation> all = operations.listAll(EnumSet.allOf(State.class));
      assertAccountedFor(all, inTheBooks(sandbox));
      return all;
    }
  }

  private static void assertAccountedFor(List<Operation> operations, Map<BigDecimal, Long> books) {
    assertThat(operations).allMatch(one -> one.state().isEnd(), "has come to its end");
    assertThat(books.values()).as("each payment in the books").allMatch(times -> times == 1);
    assertThat(
            operations.stream()
                .filter(one -> DONE.contains(one.state()))
                .map(KilledProcessIT::amount)
                .toList())
        .as("what the ledger says was paid")
        .containsExactlyInAnyOrderElementsOf(books.keySet());
  }

  private static BigDecimal amount(Operation operation) {
    return operation.commitment() instanceof Commitment.Of(var money)
        ? money.amount()
        : BigDecimal.ZERO;
  }

  /** How often each amount was taken from the credit, in the books themselves. */
  private static Map<BigDecimal, Long> inTheBooks(Sandbox sandbox) {
    return sandbox
        .books()
        .read(
            view ->
                view.all(Movement.class).stream()
                    .filter(movement -> movement.kind() == MovementKind.CREDIT_APPLIED)
                    .filter(movement -> movement.invoice() == 123)
                    .map(Movement::amount)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
  }
}
