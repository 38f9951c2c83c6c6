package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.access.TicketsContract;
import io.tillbot.core.port.TicketsOfStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresTicketsTest extends TicketsContract {
  @TempDir Path directory;
  private PostgresFixture fixture;
  private SqlStore store;

  @Override
  protected Tickets noTickets() throws Exception {
    fixture = PostgresFixture.in(directory);
    store = fixture.open(clock);
    return new TicketsOfStore(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void ofManyWhoTakeItInSeveralProcessesOneGetsIt() throws Exception {
    try (SqlStore other = fixture.open(clock)) {
      TicketId id = new TicketsOfStore(store).keep(ticket(ANN));
      List<Callable<Found>> takers = new ArrayList<>();
      for (int n = 0; n < 8; n++) {
        takers.add(() -> new TicketsOfStore(store).take(id, ANN, Purpose.CONFIRMATION));
        takers.add(() -> new TicketsOfStore(other).take(id, ANN, Purpose.CONFIRMATION));
      }

      assertThat(together(takers)).filteredOn(Found.Good.class::isInstance).hasSize(1);
    }
  }

  @Test
  void manyWhoSweepTogetherDoNotWaitForOneAnother() throws Exception {
    Tickets tickets = new TicketsOfStore(store);
    for (int n = 0; n < 30; n++) {
      tickets.keep(ticket(n % 2 == 0 ? ANN : BOB));
    }
    clock.set(NOON.plus(LIFE));
    List<Callable<TicketId>> keepers = new ArrayList<>();
    for (int n = 0; n < 24; n++) {
      keepers.add(() -> tickets.keep(ticket(ANN)));
    }

    assertThat(together(keepers)).doesNotHaveDuplicates();
    tickets.keep(ticket(BOB));
    tickets.keep(ticket(BOB));
    tickets.keep(ticket(BOB));
    assertThat(fixture.number("SELECT count(*) FROM tickets")).isLessThan(10);
  }
}
