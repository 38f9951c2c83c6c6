package io.tillbot.adapter.store;

import static io.tillbot.core.port.SampleOperations.id;
import static io.tillbot.core.port.SampleOperations.proposed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.port.SampleOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One of everything that is sealed, for somebody, and whether it opens. */
record SealedThings(int number, Instant now) {
  /** Keeps them all but the ticket, whose id it gives. */
  TicketId keepIn(SqlStore store) {
    store.credentialVault().store(caller(), StoreFiles.ACCOUNT, credential());
    return store.write(
        unit -> {
          unit.operations().add(operation());
          unit.deliveries().claim(delivery(), now);
          return unit.tickets().keep(ticket());
        });
  }

  /** Fails unless all of it is there and whole. */
  void assertOpenIn(SqlStore store, TicketId ticket) {
    assertThat(store.credentialVault().open(caller())).contains(credential());
    assertThat(store.<Optional<Operation>>read(unit -> unit.operations().find(id(number))))
        .contains(operation());
    assertThat(store.<Found>read(unit -> unit.tickets().look(ticket, caller())))
        .isEqualTo(new Found.Good(ticket()));
    assertThat(
            store.<List<Delivery>>read(
                unit -> unit.deliveries().expired(Platform.SLACK, delivery().lease(), 100_000)))
        .contains(delivery());
  }

  Caller caller() {
    return Caller.local("user" + number);
  }

  Credential credential() {
    Secret secret = Secret.of("canary-credential-" + number);
    return number % 2 == 0 ? new Credential.Token(secret) : new Credential.ApiKey(secret);
  }

  Operation operation() {
    return SampleOperations.withSealed(
        proposed(number, caller(), StoreFiles.ACCOUNT, now),
        Map.of("word:reason", "canary-reason-" + number));
  }

  Delivery delivery() {
    return new Delivery(
        "slack/Ev" + number,
        1,
        now.plusSeconds(30),
        Optional.empty(),
        Map.of("line", "/credit canary-line-" + number));
  }

  Ticket ticket() {
    return new Ticket(
        caller(),
        Purpose.CONFIRMATION,
        Map.of("word:email", "canary-" + number + "@example.com"),
        now.plus(Duration.ofMinutes(10)));
  }

  /** The ids of all keys with which anything in the database is sealed. */
  static Set<Integer> keyIdsIn(StoreFixture fixture) throws SQLException {
    Set<Integer> ids = new TreeSet<>();
    for (SealedTable table : SealedTable.values()) {
      try (Connection connection = fixture.connect();
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery("SELECT body FROM " + table + " WHERE body IS NOT NULL")) {
        while (rows.next()) {
          ids.add(new Ciphertext(rows.getBytes(1)).keyId());
        }
      }
    }
    return ids;
  }
}
