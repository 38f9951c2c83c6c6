package io.tillbot.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Delivered;
import io.tillbot.core.Invocation;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Departure;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.audit.Where;
import io.tillbot.core.execution.Means;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.LiveAccount;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.TestMeans;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace that has left is forgotten; what was done there stays, and names nobody. */
class WorkspaceErasureTest {
  private static final Workspace HERE = Workspace.of(World.ANN);
  private static final Caller ELSEWHERE = new Caller(Platform.SLACK, "T1", "U1");

  private final World world = new World();
  private final WorkspaceErasure erasure = erasure();
  private int delivered;

  private WorkspaceErasure erasure() {
    Means means =
        TestMeans.of(world.store, world.vault, world.billing, AllowAll.gatekeeper(), world.clock);
    return new WorkspaceErasure(means, world.replica().catalogue().operations());
  }

  @BeforeEach
  void somebodyElsewhere() {
    world.link(ELSEWHERE);
    world.runBot();
  }

  private void leave() {
    erasure.begin(HERE, Optional.empty());
    erasure.goOn();
  }

  @Test
  void nobodyOfItIsLinkedAnyMoreAndWhoIsElsewhereStays() {
    leave();
    assertThat(world.vault.isLinked(World.ANN)).isFalse();
    assertThat(world.vault.isLinked(World.BOB)).isFalse();
    assertThat(world.vault.isLinked(ELSEWHERE)).isTrue();
  }

  @Test
  void whatWasNotSentIsWithdrawnAndNeverSent() {
    world.say(World.ANN, "/pay 123 50");
    world.terms(TermsOf.approval(World.BOSS));
    world.run(World.ANN, "/pay 123 50");
    world.terms(TermsOf.hold(Duration.ofHours(1)));
    world.run(World.ANN, "/cancel server 42");
    assertThat(List.of(world.state(1), world.state(2), world.state(3)))
        .containsExactly(State.PROPOSED, State.AWAITING_APPROVAL, State.HELD);

    leave();
    world.pass(Duration.ofDays(2));
    world.sweep();

    for (int number = 1; number <= 3; number++) {
      assertThat(world.state(number)).isEqualTo(State.WITHDRAWN);
      assertPseudonymous(world.operation(number));
    }
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void whatWasDoneStaysUnderThePseudonymOfItsAuditRow() {
    world.run(World.ANN, "/pay 123 50");
    Actor who = audited().getFirst().entry().who();
    leave();

    Operation paid = world.operation(1);
    assertThat(paid.state()).isEqualTo(State.SUCCEEDED);
    assertPseudonymous(paid);
    assertThat(who).isEqualTo(new Actor.Known(new Pseudonym(paid.owner().user())));
    assertThat(
            world.memory.<Map<Pseudonym, Caller>>read(
                unit -> unit.audit().behind(Set.of(new Pseudonym(paid.owner().user())))))
        .isEmpty();
  }

  @Test
  void whoApprovedIsNoLongerNamedEither() {
    world.terms(TermsOf.approval(World.BOSS));
    world.run(World.ANN, "/pay 123 50");
    world.say(World.BOSS, "/billing-admin approve op-0000000001");
    assertThat(world.operation(1).sealed().toString()).contains(World.BOSS.key());
    leave();
    assertThat(world.operation(1).sealed().toString())
        .doesNotContain(World.BOSS.key())
        .doesNotContain(World.ANN.key());
  }

  @Test
  void whatIsUnknownIsLookedAtOnceMoreWhileThereIsACredential() {
    world.account.fate(LiveAccount.Fate.LOST);
    world.run(World.ANN, "/pay 123 50");
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    world.account.owe(123, "71.00");
    world.account.credit("100.50");
    leave();
    assertThat(world.state(1)).isEqualTo(State.SETTLED_DONE);
    assertPseudonymous(world.operation(1));
  }

  @Test
  void whatStaysUnknownIsLeftToAnOperatorAndStillLocks() {
    world.account.fate(LiveAccount.Fate.LOST);
    world.run(World.ANN, "/pay 123 50");
    leave();
    Operation unknown = world.operation(1);
    assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
    assertThat(unknown.due()).isEmpty();
    assertPseudonymous(unknown);
    world.pass(Duration.ofDays(2));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    assertThat(world.memory.<List<Operation>>read(unit -> unit.operations().open(World.ACCOUNT)))
        .hasSize(1);
  }

  @Test
  void whatIsJustBeingSentEndsFirst() {
    world.run(World.ANN, "/pay 123 50");
    Operation paid = world.operation(1);
    Operation sending = sendingAgain(paid);
    leave();
    assertThat(world.operation(1).owner()).isEqualTo(World.ANN);
    assertThat(rowsOfErasure()).as("not said to be done").isEmpty();

    world.memory.<Boolean>write(
        unit -> unit.operations().save(sending.to(State.UNKNOWN, world.clock.instant())));
    erasure.goOn();
    assertPseudonymous(world.operation(1));
    assertThat(rowsOfErasure()).hasSize(1);
  }

  private Operation sendingAgain(Operation paid) {
    List<Operation.Passage> history =
        paid.history().stream().takeWhile(passage -> passage.state() != State.SUCCEEDED).toList();
    Operation sending =
        new Operation(
            paid.id(),
            paid.version(),
            paid.owner(),
            paid.account(),
            paid.command(),
            paid.targets(),
            paid.commitment(),
            Optional.of(world.clock.instant().plusSeconds(60)),
            Optional.of("another"),
            0,
            history,
            paid.sealed());
    world.memory.<Boolean>write(unit -> unit.operations().save(sending));
    return world.operation(1);
  }

  @Test
  void whatWaitsToBeAnsweredIsGivenUp() {
    deliver(World.ANN);
    deliver(ELSEWHERE);
    leave();
    world.pass(Duration.ofHours(1));
    assertThat(left(Platform.CONSOLE)).isZero();
    assertThat(left(Platform.SLACK)).isEqualTo(1);
  }

  private int left(Platform platform) {
    return world.memory.<Integer>read(
        unit -> unit.deliveries().expired(platform, world.clock.instant(), 9).size());
  }

  private void deliver(Caller caller) {
    Invocation message = new Invocation(caller, Place.terminal(), new Invocation.Line("/credit"));
    world
        .replica()
        .bot()
        .takeUp(
            new Delivered(caller.platform().id() + "/" + ++delivered, message, Optional.empty()));
  }

  @Test
  void ticketsAndServiceAccountsGoAndTheTrailSaysThatItWasDone() {
    Credential.ApiKey key = new Credential.ApiKey(Secret.of("fake-key"));
    world.memory.write(
        unit -> {
          unit.serviceAccounts()
              .add(HERE, World.ACCOUNT, key, new ServiceAccount.Added(World.ANN, Optional.empty()));
          return key;
        });
    leave();
    assertThat(world.memory.<Integer>read(unit -> unit.serviceAccounts().of(HERE).size())).isZero();
    assertThat(rowsOfErasure())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.what().act()).isEqualTo(Act.PLATFORM);
              assertThat(row.who()).isEqualTo(new Actor.Bot());
              assertThat(row.where().workspace()).contains("local");
            });
  }

  @Test
  void whatIsToldTwiceIsDoneOnce() {
    leave();
    leave();
    erasure.begin(HERE, Optional.of("T2"));
    erasure.goOn();
    assertThat(rowsOfErasure()).hasSize(1);
  }

  @Test
  void whatWasUnderWayAndIsKeptLaterIsErasedAswell() {
    leave();
    world.link(World.BOB);
    world.pass(WorkspaceErasure.AFTERWARDS);
    assertThat(erasure.goOn()).isEqualTo(1);
    assertThat(world.vault.isLinked(World.BOB)).isFalse();
    assertThat(erasure.goOn()).as("and then it is over").isZero();
    assertThat(rowsOfErasure()).hasSize(1);
  }

  @Test
  void anotherProcessGoesOnWhereOneHasDied() {
    world.run(World.ANN, "/pay 123 50");
    erasure.begin(HERE, Optional.empty());
    world.memory.fillUpAudit(true);
    erasure.goOn();
    assertThat(departures()).extracting(Departure::stage).containsExactly(Departure.Stage.BEGUN);
    world.memory.fillUpAudit(false);

    erasure().goOn();

    assertPseudonymous(world.operation(1));
    assertThat(rowsOfErasure()).hasSize(1);
  }

  @Test
  void whileAnotherPartIsStillInstalledNothingIsErased() {
    install("T2");
    install("T3");
    erasure.begin(HERE, Optional.of("T2"));
    erasure.goOn();
    assertThat(world.vault.isLinked(World.ANN)).isTrue();
    erasure.begin(HERE, Optional.of("T3"));
    erasure.goOn();
    assertThat(world.vault.isLinked(World.ANN)).isFalse();
  }

  @Test
  void whoComesBackFindsNothingOfBeforeAndIsNotErasedAgain() {
    erasure.begin(HERE, Optional.empty());
    install("");
    assertThat(world.vault.isLinked(World.ANN)).isFalse();
    world.link(World.ANN);
    world.pass(WorkspaceErasure.AFTERWARDS);
    erasure.goOn();
    assertThat(world.vault.isLinked(World.ANN)).isTrue();
  }

  private void install(String part) {
    Install install = new Install(HERE, part, Map.of("token", "x"), world.clock.instant());
    erasure.letIn(
        install,
        new AuditEntry(
            world.clock.instant(),
            new Actor.Bot(),
            Where.inside(),
            AuditEntry.What.of(Act.PLATFORM, "install"),
            new AuditEntry.End("answered", Duration.ZERO, Optional.empty(), 1)));
  }

  private List<Departure> departures() {
    return world.memory.read(unit -> unit.departures().all());
  }

  private List<AuditRecord> audited() {
    return world.memory.audited();
  }

  private List<AuditEntry> rowsOfErasure() {
    return audited().stream()
        .map(AuditRecord::entry)
        .filter(row -> row.what().command().equals("erase workspace"))
        .toList();
  }

  private static void assertPseudonymous(Operation operation) {
    assertThat(Pseudonym.isPseudonym(operation.owner().user())).isTrue();
    assertThat(operation.sealed().toString())
        .doesNotContain(World.ANN.key())
        .doesNotContain("word:");
  }
}
