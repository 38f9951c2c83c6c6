package io.tillbot.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What everything that is kept promises about a workspace whose people are to be forgotten. */
public abstract class ErasureContract extends StoreContract {
  private static final Workspace TEAM = new Workspace(Platform.SLACK, "T1");
  private static final Set<State> ALL = EnumSet.allOf(State.class);

  /** People of other workspaces whose keys begin alike, or would match a pattern. */
  private static final List<Caller> OTHERS =
      List.of(
          new Caller(Platform.SLACK, "T10", "U1"),
          new Caller(Platform.SLACK, "T", "U1"),
          new Caller(Platform.SLACK, "T_", "U1"),
          new Caller(Platform.DISCORD, null, "1"));

  private static final Caller FIRST = new Caller(Platform.SLACK, "T1", "U1");
  private static final Caller SECOND = new Caller(Platform.SLACK, "T1", "U2");

  @Test
  void ticketsOfItsPeopleAreErasedSomeAtATimeAndNobodyElses() {
    TicketId first = keep(FIRST);
    TicketId second = keep(SECOND);
    List<TicketId> others = OTHERS.stream().map(this::keep).toList();
    assertThat(eraseTickets(1)).isEqualTo(1);
    assertThat(eraseTickets(10)).isEqualTo(1);
    assertThat(eraseTickets(10)).isZero();
    assertThat(look(first, FIRST)).isInstanceOf(Found.Gone.class);
    assertThat(look(second, SECOND)).isInstanceOf(Found.Gone.class);
    for (int i = 0; i < OTHERS.size(); i++) {
      assertThat(look(others.get(i), OTHERS.get(i))).isInstanceOf(Found.Good.class);
    }
  }

  @Test
  void itsServiceAccountsAreErased() {
    Credential.ApiKey key = new Credential.ApiKey(Secret.of("fake-key"));
    Workspace other = new Workspace(Platform.SLACK, "T10");
    write(unit -> unit.serviceAccounts().add(TEAM, HOME, key, by(FIRST)));
    write(unit -> unit.serviceAccounts().add(TEAM, WORK, key, by(FIRST)));
    write(unit -> unit.serviceAccounts().add(other, WORK, key, by(OTHERS.getFirst())));
    assertThat(eraseServiceAccounts(1)).isEqualTo(1);
    assertThat(eraseServiceAccounts(5)).isEqualTo(1);
    assertThat(eraseServiceAccounts(5)).isZero();
    assertThat(store().<Integer>read(unit -> unit.serviceAccounts().of(other).size())).isEqualTo(1);
  }

  @Test
  void nobodyKnowsAnyMoreWhoItsPeopleWere() {
    Pseudonym pseudonym = store().write(unit -> unit.audit().named(FIRST));
    store().<Pseudonym>write(unit -> unit.audit().named(SECOND));
    OTHERS.forEach(one -> store().<Pseudonym>write(unit -> unit.audit().named(one)));
    assertThat(forget(1)).isEqualTo(1);
    assertThat(forget(10)).isEqualTo(1);
    assertThat(forget(10)).isZero();
    assertThat(store().<Map<Pseudonym, Caller>>read(unit -> unit.audit().behind(Set.of(pseudonym))))
        .isEmpty();
    assertThat(OTHERS)
        .allSatisfy(
            one ->
                assertThat(store().<Optional<Pseudonym>>read(unit -> unit.audit().pseudonym(one)))
                    .isPresent());
  }

  @Test
  void anOperationIsHandedOverToAPseudonymAndFoundByNameNoMore() {
    Operation operation = SampleOperations.proposed(1, FIRST, HOME, NOON);
    Operation other = SampleOperations.proposed(2, OTHERS.getFirst(), HOME, NOON);
    write(unit -> unit.operations().add(operation));
    write(unit -> unit.operations().add(other));
    assertThat(named(ALL)).containsExactly(operation);
    assertThat(named(EnumSet.of(State.SENDING))).isEmpty();
    Caller nobody = new Caller(Platform.SLACK, "T1", Pseudonym.of("0123456789abcdef").value());
    Operation theirs = operation.pseudonymous(_ -> nobody);
    assertThat(handOver(theirs, SECOND)).as("it was never theirs").isFalse();
    assertThat(handOver(theirs, FIRST)).isTrue();
    assertThat(handOver(theirs, FIRST)).as("it is another version by now").isFalse();
    assertThat(named(ALL)).isEmpty();
    assertThat(store().<Optional<Operation>>read(unit -> unit.operations().find(operation.id())))
        .contains(theirs.atVersion(1));
    assertThat(theirs.sealed()).isEmpty();
  }

  @Test
  void whatWaitsIsGivenByItsKeysSomeAtATimeUntilItHasEnded() {
    for (int n = 1; n <= 3; n++) {
      Delivery one =
          new Delivery(
              "slack/" + n,
              1,
              NOON.plusSeconds(9),
              Optional.empty(),
              Map.of(Delivery.PLATFORM, "SLACK", Delivery.WORKSPACE, n == 3 ? "T10" : "T1"));
      store().<Boolean>write(unit -> unit.deliveries().claim(one, NOON));
    }
    assertThat(waiting("", 2)).extracting(Delivery::key).containsExactly("slack/1", "slack/2");
    assertThat(waiting("slack/2", 2)).extracting(Delivery::key).containsExactly("slack/3");
    assertThat(waiting("", 9)).filteredOn(one -> one.isFrom(TEAM)).hasSize(2);
    store().<Boolean>write(unit -> unit.deliveries().done("slack/1", 1, NOON));
    assertThat(waiting("", 9)).hasSize(2);
  }

  private static ServiceAccount.Added by(Caller caller) {
    return new ServiceAccount.Added(caller, Optional.empty());
  }

  private TicketId keep(Caller owner) {
    return store()
        .write(
            unit ->
                unit.tickets()
                    .keep(new Ticket(owner, Ticket.Purpose.STEP, Map.of(), NOON.plusSeconds(60))));
  }

  private int eraseTickets(int most) {
    return store().<Integer>write(unit -> unit.tickets().erase(TEAM, most));
  }

  private int eraseServiceAccounts(int most) {
    return store().<Integer>write(unit -> unit.serviceAccounts().erase(TEAM, most));
  }

  private int forget(int most) {
    return store().<Integer>write(unit -> unit.audit().forget(TEAM, most));
  }

  private List<Operation> named(Set<State> states) {
    return store().read(unit -> unit.operations().named(TEAM, states, 10));
  }

  private boolean handOver(Operation operation, Caller from) {
    return store().<Boolean>write(unit -> unit.operations().handOver(operation, from));
  }

  private List<Delivery> waiting(String after, int most) {
    return store().read(unit -> unit.deliveries().waiting(Platform.SLACK, after, most));
  }
}
