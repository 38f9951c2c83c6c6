package io.tillbot.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Departure;
import io.tillbot.core.access.Departure.Stage;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What all {@link io.tillbot.core.access.Installs} and {@link io.tillbot.core.access.Departures}
 * promise.
 */
public abstract class InstallsContract extends StoreContract {
  protected static final Workspace TEAM = new Workspace(Platform.SLACK, "T1");
  protected static final Workspace OTHERS = new Workspace(Platform.SLACK, "T10");

  @Test
  void whatAWorkspaceGaveIsFoundThere() {
    Install install = install(TEAM, "", "xoxb-canary-1", NOON);
    put(install);
    assertThat(of(TEAM)).containsExactly(install);
    assertThat(of(OTHERS)).isEmpty();
  }

  @Test
  void itsPartsAreKeptApartTheNewestFirst() {
    put(install(TEAM, "T2", "xoxb-canary-2", NOON));
    put(install(TEAM, "T3", "xoxb-canary-3", NOON.plusSeconds(1)));
    assertThat(of(TEAM)).extracting(Install::part).containsExactly("T3", "T2");
    assertThat(remove(TEAM, "T3")).isTrue();
    assertThat(remove(TEAM, "T3")).isFalse();
    assertThat(of(TEAM)).extracting(Install::part).containsExactly("T2");
  }

  @Test
  void aLaterOneTakesThePlaceOfTheEarlier() {
    put(install(TEAM, "", "xoxb-canary-1", NOON));
    Install later = install(TEAM, "", "xoxb-canary-2", NOON.plusSeconds(1));
    put(later);
    assertThat(of(TEAM)).containsExactly(later);
  }

  @Test
  void aTokenIsNeverPrinted() {
    assertThat(install(TEAM, "", "xoxb-canary-1", NOON).toString()).doesNotContain("canary");
  }

  @Test
  void whoHasLeftIsRememberedUntilNothingIsLeftToDo() {
    Departure first = new Departure(TEAM, Stage.BEGUN, NOON.plusSeconds(1));
    Departure second = new Departure(OTHERS, Stage.BEGUN, NOON);
    write(unit -> unit.departures().put(first));
    write(unit -> unit.departures().put(second));
    assertThat(departures()).containsExactly(second, first);
    write(unit -> unit.departures().put(first.erased()));
    assertThat(store().<Optional<Departure>>read(unit -> unit.departures().of(TEAM)))
        .contains(first.erased());
    write(unit -> unit.departures().end(TEAM));
    assertThat(departures()).containsExactly(second);
  }

  protected static Install install(Workspace workspace, String part, String token, Instant since) {
    return new Install(workspace, part, Map.of("token", token), since);
  }

  protected final void put(Install install) {
    write(unit -> unit.installs().put(install));
  }

  protected final List<Install> of(Workspace workspace) {
    return store().read(unit -> unit.installs().of(workspace));
  }

  protected final List<Departure> departures() {
    return store().read(unit -> unit.departures().all());
  }

  private boolean remove(Workspace workspace, String part) {
    return store().write(unit -> unit.installs().remove(workspace, part));
  }
}
