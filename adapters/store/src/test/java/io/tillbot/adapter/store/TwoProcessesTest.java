package io.tillbot.adapter.store;

import static io.tillbot.core.port.SampleOperations.id;
import static io.tillbot.core.port.SampleOperations.proposed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes with one PostgreSQL race for the same tickets and operations. */
final class TwoProcessesTest {
  private static final int ROUNDS = 30;
  private static final int THREADS = 4;
  private static final Caller ANN = Caller.local("ann");
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir Path directory;

  @Test
  void oneOfThemGetsEachTicketAndSendsEachOperation() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    try (SqlStore store = fixture.open(Clock.systemUTC())) {
      List<TicketId> tickets = new ArrayList<>();
      for (int n = 0; n < ROUNDS; n++) {
        tickets.add(ready(store, n));
      }
      Process other = other(fixture, tickets);
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
        waitUntilReady(said);
        other.getOutputStream().write('\n');
        other.getOutputStream().flush();
        Won ours = race(store, tickets);
        Won theirs = Won.read(said.readLine());

        assertThat(other.waitFor()).isZero();
        assertThat(ours.tickets() + theirs.tickets()).isEqualTo(ROUNDS);
        assertThat(ours.operations() + theirs.operations()).isEqualTo(ROUNDS);
        assertThat(fixture.number("SELECT count(*) FROM operations WHERE version = 2"))
            .isEqualTo(ROUNDS);
        assertThat(fixture.number("SELECT count(*) FROM tickets")).isZero();
      } finally {
        other.destroyForcibly();
      }
    }
  }

  /** The other process; it says when it is ready, begins when told, and says how often it won. */
  static final class Racer {
    static final String READY = "ready";

    public static void main(String[] arguments) throws Exception {
      StoreOptions options =
          new StoreOptions(arguments[0], Path.of(arguments[1]), Clock.systemUTC())
              .as("postgres", null);
      List<TicketId> tickets = new ArrayList<>();
      for (int n = 2; n < arguments.length; n++) {
        tickets.add(new TicketId(arguments[n]));
      }
      try (SqlStore store = SqlStore.open(options)) {
        store.read(unit -> unit.tickets().look(tickets.getFirst(), ANN));
        System.out.println(READY);
        System.in.read();
        System.out.println(race(store, tickets));
      }
    }
  }

  /** How often a process was the one. */
  private record Won(int tickets, int operations) {
    static Won read(String line) {
      String[] words = line.split(" ");
      return new Won(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }

    Won and(Won other) {
      return new Won(tickets + other.tickets, operations + other.operations);
    }

    @Override
    public String toString() {
      return tickets + " " + operations;
    }
  }

  private Process other(PostgresFixture fixture, List<TicketId> tickets) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Racer.class.getName(),
                fixture.url(),
                fixture.keyset().toString()));
    tickets.forEach(ticket -> command.add(ticket.value()));
    return new ProcessBuilder(command).redirectError(directory.resolve("errors").toFile()).start();
  }

  /** A logger may say something first. */
  private static void waitUntilReady(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.equals(Racer.READY)) {
        return;
      }
    }
    throw new IOException("the other process ended before it was ready");
  }

  private static TicketId ready(SqlStore store, int number) {
    return store.write(
        unit -> {
          Operation operation = proposed(number, ANN, new AccountName(number + "@x"), NOON);
          unit.operations().add(operation);
          unit.operations().save(operation.to(State.CONFIRMED, NOON));
          Instant tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1));
          return unit.tickets().keep(new Ticket(ANN, Purpose.CONFIRMATION, Map.of(), tomorrow));
        });
  }

  private static Won race(SqlStore store, List<TicketId> tickets) throws Exception {
    Won won = new Won(0, 0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < tickets.size(); n++) {
        int number = n;
        Callable<Won> press = () -> press(store, number, tickets.get(number));
        for (Future<Won> one : threads.invokeAll(Collections.nCopies(THREADS, press))) {
          won = won.and(one.get());
        }
      }
    }
    return won;
  }

  private static Won press(SqlStore store, int number, TicketId ticket) {
    boolean isTaken =
        store.write(
            unit -> unit.tickets().take(ticket, ANN, Purpose.CONFIRMATION) instanceof Found.Good);
    boolean isSent =
        store.write(
            unit -> {
              Operation operation = unit.operations().find(id(number)).orElseThrow();
              return operation.state() == State.CONFIRMED
                  && unit.operations().save(operation.to(State.SENDING, NOON));
            });
    return new Won(isTaken ? 1 : 0, isSent ? 1 : 0);
  }
}
