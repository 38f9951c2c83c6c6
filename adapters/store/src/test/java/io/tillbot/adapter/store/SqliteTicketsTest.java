package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.CredentialVault.VaultException;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.access.TicketsContract;
import io.tillbot.core.port.TicketsOfStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTicketsTest extends TicketsContract {
  @TempDir Path directory;
  private SqlStore store;

  @Override
  protected Tickets noTickets() {
    store = files().open(clock);
    return tickets();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsKeptSurvivesReopening() {
    TicketId kept = tickets().keep(ticket(ANN));
    TicketId used = tickets().keep(ticket(ANN));
    tickets().take(used, ANN, Purpose.CONFIRMATION);
    store.close();

    store = files().open(clock);

    assertThat(tickets().take(used, ANN, Purpose.CONFIRMATION)).isEqualTo(new Found.Gone());
    assertThat(tickets().take(kept, ANN, Purpose.CONFIRMATION))
        .isEqualTo(new Found.Good(ticket(ANN)));
  }

  @Test
  void ofManyWhoTakeItInSeveralProcessesOneGetsIt() throws Exception {
    try (SqlStore other = files().open(clock)) {
      for (int round = 0; round < 10; round++) {
        TicketId id = tickets().keep(ticket(ANN));
        List<Callable<Found>> takers = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
          takers.add(() -> tickets().take(id, ANN, Purpose.CONFIRMATION));
          takers.add(() -> new TicketsOfStore(other).take(id, ANN, Purpose.CONFIRMATION));
        }

        assertThat(together(takers)).filteredOn(Found.Good.class::isInstance).hasSize(1);
      }
    }
  }

  @Test
  void anIdIs144BitsOfChance() {
    List<byte[]> ids = new ArrayList<>();
    for (int n = 0; n < 64; n++) {
      ids.add(Base64.getUrlDecoder().decode(tickets().keep(ticket(ANN)).value()));
    }

    assertThat(ids).allSatisfy(id -> assertThat(id).hasSize(18));
    for (int place = 0; place < 18; place++) {
      Set<Byte> seen = new HashSet<>();
      for (byte[] id : ids) {
        seen.add(id[place]);
      }
      assertThat(seen).as("byte %d", place).hasSizeGreaterThan(32);
    }
  }

  @Test
  void theFilesTellNeitherIdNorFacts() throws Exception {
    TicketId id = tickets().keep(secretive());

    assertThat(files().databaseHolds(id.value())).isFalse();
    assertThat(files().databaseHolds("canary")).isFalse();
    assertThat(files().databaseHolds("c\0a\0n\0a\0r\0y")).isFalse();
    assertThat(files().databaseHolds("\0c\0a\0n\0a\0r\0y")).isFalse();
    assertThat(files().databaseHolds(ANN.key())).as("the search finds what is there").isTrue();
  }

  @Test
  void aStolenDatabaseTellsNoFactsToWhoeverHasNoKeyset() throws Exception {
    TicketId id = tickets().keep(secretive());
    StoreFiles thiefs = new StoreFiles(directory.resolve("thief"));
    thiefs.open(clock).close();
    try (Connection connection = thiefs.connect();
        var statement = connection.createStatement()) {
      statement.execute("ATTACH '" + files().database() + "' AS stolen");
      statement.execute("INSERT INTO tickets SELECT * FROM stolen.tickets");
    }

    try (SqlStore thief = thiefs.open(clock)) {
      assertDoesNotOpen(() -> new TicketsOfStore(thief).look(id, ANN));
    }
  }

  @Test
  void aRowThatIsMovedToAnotherOwnerDoesNotOpen() throws Exception {
    TicketId id = tickets().keep(secretive());

    files().sql("UPDATE tickets SET owner = ?", BOB.key());

    assertDoesNotOpen(() -> tickets().look(id, BOB));
    assertDoesNotOpen(() -> tickets().take(id, BOB, Purpose.CONFIRMATION));
    assertDoesNotOpen(() -> tickets().take(id, BOB, Purpose.CONFIRMATION));
  }

  @Test
  void aRowThatIsMovedToAnotherIdDoesNotOpen() throws Exception {
    tickets().keep(secretive());
    TicketId chosen = new TicketId("an-id-that-a-thief-knows-already");

    files().sql("UPDATE tickets SET hash = ?", TicketKey.hash(chosen));

    assertDoesNotOpen(() -> tickets().look(chosen, ANN));
  }

  @Test
  void aRowThatIsProlongedOrMadeForSomethingElseDoesNotOpen() throws Exception {
    TicketId id = tickets().keep(secretive());
    files().sql("UPDATE tickets SET expires = expires + 1");
    assertDoesNotOpen(() -> tickets().look(id, ANN));

    files().sql("UPDATE tickets SET expires = expires - 1, purpose = 'STEP'");
    assertDoesNotOpen(() -> tickets().look(id, ANN));

    files().sql("UPDATE tickets SET purpose = 'CONFIRMATION'");
    assertThat(tickets().look(id, ANN)).isEqualTo(new Found.Good(secretive()));
  }

  @Test
  void expiredRowsAreSweptAwayByTheNextOnes() throws Exception {
    for (int n = 0; n < 50; n++) {
      tickets().keep(ticket(n % 2 == 0 ? ANN : BOB));
    }
    clock.set(NOON.plus(LIFE));

    tickets().keep(longer());
    assertThat(rows()).as("a bounded number at a time").isEqualTo(31);
    tickets().keep(longer());
    tickets().keep(longer());

    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void theTableHoldsNoMoreOfOneOwnerThanTheNewest() throws Exception {
    for (int n = 0; n < Tickets.MOST_PER_OWNER + 20; n++) {
      tickets().keep(ticket(ANN));
    }

    assertThat(rows()).isEqualTo(Tickets.MOST_PER_OWNER);
  }

  @Test
  void aStoreThatFailsIsToldAsSuch() throws Exception {
    files().sql("ALTER TABLE tickets RENAME TO elsewhere");

    assertThatThrownBy(() -> tickets().keep(secretive()))
        .isInstanceOf(VaultException.class)
        .hasMessageNotContaining("canary");
  }

  private static void assertDoesNotOpen(Callable<Found> opening) {
    assertThatThrownBy(opening::call)
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("does not open")
        .hasMessageNotContaining("canary");
  }

  private static Ticket secretive() {
    return new Ticket(
        ANN, Purpose.CONFIRMATION, Map.of("option:reason", "canary"), NOON.plus(LIFE));
  }

  private static Ticket longer() {
    return new Ticket(ANN, Purpose.STEP, Map.of(), NOON.plus(LIFE).plus(Duration.ofHours(1)));
  }

  private Tickets tickets() {
    return new TicketsOfStore(store);
  }

  private int rows() throws Exception {
    return files().number("SELECT count(*) FROM tickets");
  }

  private StoreFiles files() {
    return new StoreFiles(directory);
  }
}
