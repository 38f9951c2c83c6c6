package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.port.InstallsContract;
import io.tillbot.core.port.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tables promise besides, on either database. */
abstract class SqlInstallsContract extends InstallsContract {
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
  void oneThatIsMovedToAnotherWorkspaceOrDamagedIsPassedOver() throws Exception {
    put(install(TEAM, "", "xoxb-canary-1", NOON));
    put(install(TEAM, "T2", "xoxb-canary-2", NOON));
    fixture.sql("UPDATE sealed SET owner = ? WHERE name = 'T2'", OTHERS.key());
    assertThat(of(OTHERS)).isEmpty();
    assertThat(of(TEAM)).hasSize(1);
    fixture.sql("UPDATE sealed SET body = substr(body, 1, 40) WHERE kind = 'install'");
    assertThat(of(TEAM)).isEmpty();
  }

  @Test
  void aDepartureThatWasWrittenByHandErasesNothing() throws Exception {
    put(install(TEAM, "", "xoxb-canary-1", NOON));
    fixture.sql("UPDATE sealed SET kind = 'departure', label = 'BEGUN' WHERE kind = 'install'");
    assertThat(departures()).isEmpty();
  }
}
