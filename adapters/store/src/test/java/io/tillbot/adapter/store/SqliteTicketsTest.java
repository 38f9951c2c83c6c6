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
  private Store store;

  @Override
  protected Tickets noTickets() {
    store = files().open(clock);
    return store.tickets();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsKeptSurvivesReopening() {
    TicketId kept = store.tickets().keep(ticket(ANN));
    TicketId used = store.tickets().keep(ticket(ANN));
    store.tickets().take(used, ANN, Purpose.CONFIRMATION);
    store.close();

    store = files().open(clock);

    assertThat(store.tickets().take(used, ANN, Purpose.CONFIRMATION)).isEqualTo(new Found.Gone());
    assertThat(store.tickets().take(kept, ANN, Purpose.CONFIRMATION))
        .isEqualTo(new Found.Good(ticket(ANN)));
  }

  @Test
  void ofManyWhoTakeItInSeveralProcessesOneGetsIt() throws Exception {
    try (Store other = files().open(clock)) {
      for (int round = 0; round < 10; round++) {
        TicketId id = store.tickets().keep(ticket(ANN));
        List<Callable<Found>> takers = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
          takers.add(() -> store.tickets().take(id, ANN, Purpose.CONFIRMATION));
          takers.add(() -> other.tickets().take(id, ANN, Purpose.CONFIRMATION));
        }

        assertThat(together(takers)).filteredOn(Found.Good.class::isInstance).hasSize(1);
      }
    }
  }

  @Test
  void anIdIs144BitsOfChance() {
    List<byte[]> ids = new ArrayList<>();
    for (int n = 0; n < 64; n++) {
      ids.add(Base64.getUrlDecoder().decode(store.tickets().keep(ticket(ANN)).value()));
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
    TicketId id = store.tickets().keep(secretive());

    assertThat(files().databaseHolds(id.value())).isFalse();
    assertThat(files().databaseHolds("canary")).isFalse();
    assertThat(files().databaseHolds("c\0a\0n\0a\0r\0y")).isFalse();
    assertThat(files().databaseHolds("\0c\0a\0n\0a\0r\0y")).isFalse();
    assertThat(files().databaseHolds(ANN.key())).as("the search finds what is there").isTrue();
  }

  @Test
  void aStolenDatabaseTellsNoFactsToWhoeverHasNoKeyset() throws Exception {
    TicketId id = store.tickets().keep(secretive());
    StoreFiles thiefs = new StoreFiles(directory.resolve("thief"));
    thiefs.open(clock).close();
    try (Connection connection = thiefs.connect();
        var statement = connection.createStatement()) {
      statement.execute("ATTACH '" + files().database() + "' AS stolen");
      statement.execute("INSERT INTO tickets SELECT * FROM stolen.tickets");
    }

    try (Store thief = thiefs.open(clock)) {
      assertDoesNotOpen(() -> thief.tickets().look(id, ANN));
    }
  }

  @Test
  void aRowThatIsMovedToAnotherOwnerDoesNotOpen() throws Exception {
    TicketId id = store.tickets().keep(secretive());

    files().sql("UPDATE tickets SET owner = ?", BOB.key());

    assertDoesNotOpen(() -> store.tickets().look(id, BOB));
    assertDoesNotOpen(() -> store.tickets().take(id, BOB, Purpose.CONFIRMATION));
    assertThat(store.tickets().take(id, BOB, Purpose.CONFIRMATION)).isEqualTo(new Found.Gone());
  }

  @Test
  void aRowThatIsMovedToAnotherIdDoesNotOpen() throws Exception {
    store.tickets().keep(secretive());
    TicketId chosen = new TicketId("an-id-that-a-thief-knows-already");

    files().sql("UPDATE tickets SET hash = ?", TicketKey.hash(chosen));

    assertDoesNotOpen(() -> store.tickets().look(chosen, ANN));
  }

  @Test
  void aRowThatIsProlongedOrMadeForSomethingElseDoesNotOpen() throws Exception {
    TicketId id = store.tickets().keep(secretive());
    files().sql("UPDATE tickets SET expires = expires + 1");
    assertDoesNotOpen(() -> store.tickets().look(id, ANN));

    files().sql("UPDATE tickets SET expires = expires - 1, purpose = 'STEP'");
    assertDoesNotOpen(() -> store.tickets().look(id, ANN));

    files().sql("UPDATE tickets SET purpose = 'CONFIRMATION'");
    assertThat(store.tickets().look(id, ANN)).isEqualTo(new Found.Good(secretive()));
  }

  @Test
  void expiredRowsAreSweptAwayByTheNextOnes() throws Exception {
    for (int n = 0; n < 50; n++) {
      store.tickets().keep(ticket(n % 2 == 0 ? ANN : BOB));
    }
    clock.set(NOON.plus(LIFE));

    store.tickets().keep(longer());
    assertThat(rows()).as("a bounded number at a time").isEqualTo(31);
    store.tickets().keep(longer());
    store.tickets().keep(longer());

    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void theTableHoldsNoMoreOfOneOwnerThanTheNewest() throws Exception {
    for (int n = 0; n < Tickets.MOST_PER_OWNER + 20; n++) {
      store.tickets().keep(ticket(ANN));
    }

    assertThat(rows()).isEqualTo(Tickets.MOST_PER_OWNER);
  }

  @Test
  void aStoreThatFailsIsToldAsSuch() throws Exception {
    files().sql("ALTER TABLE tickets RENAME TO elsewhere");

    assertThatThrownBy(() -> store.tickets().keep(secretive()))
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

  private int rows() throws Exception {
    try (Connection connection = files().connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM tickets")) {
      row.next();
      return row.getInt(1);
    }
  }

  private StoreFiles files() {
    return new StoreFiles(directory);
  }
}
