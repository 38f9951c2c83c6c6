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
  void oneThatIsMovedToAnotherKeyDoesNotOpenAndStopsNoOtherOnceItIsEnded() throws Exception {
    claim("slack/Ev1");
    fixture.sql("UPDATE deliveries SET key = 'slack/Aaa'");
    claim("slack/Ev2");

    Delivery moved = expired(at(30), 1).getFirst();
    assertThat(moved.key()).isEqualTo("slack/Aaa");
    assertThat(moved.isLegible()).isFalse();
    assertThat(moved.message()).isEmpty();

    assertThat(
            store.<Boolean>write(
                unit -> unit.deliveries().done(moved.key(), moved.tries(), at(30))))
        .isTrue();
    assertThat(expired(at(30), 1)).containsExactly(delivery("slack/Ev2"));
  }

  @Test
  void oneWhoseBodyWasDamagedDoesNotOpenAndIsEndedLikeAnother() throws Exception {
    claim("slack/Ev1");
    claim("slack/Ev2");
    claim("slack/Ev3");
    fixture.sql("UPDATE deliveries SET body = substr(body, 1, 40) WHERE key = 'slack/Ev1'");
    fixture.sql("UPDATE deliveries SET body = NULL WHERE key = 'slack/Ev2'");

    assertThat(expired(at(30), 10))
        .extracting(Delivery::isLegible)
        .containsExactly(false, false, true);
    store.write(unit -> unit.deliveries().done("slack/Ev1", 1, at(30)));
    store.write(unit -> unit.deliveries().done("slack/Ev2", 1, at(30)));
    assertThat(expired(at(30), 10)).containsExactly(delivery("slack/Ev3"));
  }

  @Test
  void whatWasReceivedIsDroppedAtItsEnd() throws Exception {
    claim("slack/Ev1");
    claim("slack/Ev2");
    store.write(unit -> unit.deliveries().done("slack/Ev1", 1, at(1)));

    assertThat(fixture.number("SELECT count(*) FROM deliveries WHERE body IS NULL")).isEqualTo(1);
  }

  private void claim(String key) {
    store.write(unit -> unit.deliveries().claim(delivery(key), at(0)));
  }

  private Delivery delivery(String key) {
    return new Delivery(key, 1, at(30), Optional.empty(), Map.of("line", "/credit"));
  }
}
