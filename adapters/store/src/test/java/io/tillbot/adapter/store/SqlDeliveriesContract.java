package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.port.DeliveriesContract;
import io.tillbot.core.port.Store;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the deliveries' table promises besides, on either database. */
abstract class SqlDeliveriesContract extends DeliveriesContract {
  private StoreFixture fixture;
  private SqlStore store;

  abstract StoreFixture fixture() throws Exception;

  @Override
  protected final Store emptyStore() throws Exception {
    fixture = fixture();
    store = fixture.open(clock);
    return store;
  }

  @AfterEach
  final void close() {
    store.close();
  }

  @Test
  void oneThatIsMovedToAnotherKeyDoesNotOpenAndStopsNoOther() throws Exception {
    claim("slack/Ev1");
    fixture.sql("UPDATE deliveries SET key = 'slack/moved'");
    claim("slack/Ev2");

    assertThat(expired(at(30), 10)).extracting(Delivery::key).containsExactly("slack/Ev2");
  }

  @Test
  void whatWasReceivedIsDroppedAtItsEnd() throws Exception {
    claim("slack/Ev1");
    claim("slack/Ev2");
    store.write(unit -> unit.deliveries().done("slack/Ev1", 1, at(1)));

    assertThat(fixture.number("SELECT count(*) FROM deliveries WHERE body IS NULL")).isEqualTo(1);
  }

  private void claim(String key) {
    Delivery delivery = new Delivery(key, 1, at(30), Optional.empty(), Map.of("line", "/credit"));
    store.write(unit -> unit.deliveries().claim(delivery, at(0)));
  }
}
