package io.tillbot.core.support;

import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.execution.LedgerSpending;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The whole core as several processes on one store, with people, an account, a policy and a clock
 * that a test moves.
 */
public final class World {
  /** Linked to the account. */
  public static final Caller ANN = Caller.local("ann");

  /** Linked to the same account. */
  public static final Caller BOB = Caller.local("bob");

  /** Linked to nothing. */
  public static final Caller BOSS = Caller.local("boss");

  /** Nobody. */
  public static final Caller EVE = Caller.local("eve");

  public static final AccountName ACCOUNT = new AccountName("77@whmcs_eu");

  public final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T12:00:00Z"));
  public final ScriptedBilling billing = new ScriptedBilling();
  public final LiveAccount account = new LiveAccount(billing);
  public final InMemoryCredentialVault vault = new InMemoryCredentialVault(clock);
  public final InMemoryStore memory = new InMemoryStore(clock);
  public final FlakyStore store = new FlakyStore(memory);

  public final RecordedNotices notices = new RecordedNotices();
  private final Supplier<OperationId> ids = TestMeans.ids();
  private final List<Replica> replicas = new ArrayList<>();
  private volatile Policy policy = new AllowAll().current();
  private volatile boolean isBotRunning;

  /** One process. */
  public record Replica(Bot bot, Catalogue catalogue) {}

  public World() {
    link(ANN);
    link(BOB);
    replica();
  }

  /** Keeps a credential of theirs for the account. */
  public void link(Caller caller) {
    vault.store(caller, ACCOUNT, credential(caller));
  }

  /** That credential. */
  public static Credential credential(Caller caller) {
    return new Credential.Token(Secret.of("fake-token-of-" + caller.user()));
  }

  /** Another process on the same store. */
  public Replica replica() {
    Means means =
        new Means(
            store,
            vault,
            billing,
            new Gatekeeper(() -> policy, new LedgerSpending(store, clock)),
            new SomeJobs(),
            notices,
            clock,
            Lifetimes.usual(),
            "process-" + replicas.size(),
            ids);
    Catalogue catalogue = new Catalogue(means, CatalogueSettings.defaults());
    Replica replica = new Replica(new Bot(catalogue, means, () -> TestBot.CORRELATION), catalogue);
    replicas.add(replica);
    return replica;
  }

  /** From now on everything is allowed, on these terms. */
  public void terms(Terms terms) {
    rule(new PolicyRule.Ruling.Allow(terms));
  }

  /** From now on nothing is allowed. */
  public void denyAll() {
    rule(new PolicyRule.Ruling.Deny());
  }

  private void rule(PolicyRule.Ruling ruling) {
    policy =
        new Policy(List.of(new PolicyRule(new RuleRef("the-rule", 1), Scope.everything(), ruling)));
  }

  /** A bot runs that does what is due. */
  public void runBot() {
    isBotRunning = true;
  }

  public void pass(Duration time) {
    clock.pass(time);
  }

  public Outcome say(Caller caller, String line) {
    return first()
        .bot()
        .handle(new Invocation(caller, Place.terminal(), new Invocation.Line(line)))
        .outcome();
  }

  public Outcome press(Caller caller, Outcome preview) {
    return press(first(), caller, preview);
  }

  /** Somebody confirms a preview, at one of the processes. */
  public Outcome press(Replica at, Caller caller, Outcome preview) {
    if (preview instanceof Outcome.NeedsConfirmation asks) {
      return at.bot().confirm(new Press(caller, Place.terminal(), asks.ticket())).outcome();
    }
    throw new AssertionError("nothing to confirm: " + Words.everything(preview.reply()));
  }

  /** Somebody takes a preview back. */
  public Outcome stop(Caller caller, Outcome preview) {
    TicketId ticket = ((Outcome.NeedsConfirmation) preview).ticket();
    return first().bot().stop(new Press(caller, Place.terminal(), ticket)).outcome();
  }

  /** The end of a process, which nothing in it can answer. */
  public static final class ProcessDied extends Error {}

  /** Whether the process ends by it. */
  public boolean dies(Runnable work) {
    try {
      work.run();
      return false;
    } catch (ProcessDied dead) {
      return true;
    }
  }

  /** Says it and confirms it. */
  public Outcome run(Caller caller, String line) {
    return press(caller, say(caller, line));
  }

  /** Does once what is due. */
  public int sweep() {
    return sweep(first());
  }

  public int sweep(Replica at) {
    return at.catalogue().operations().sweep();
  }

  /** The operation that was proposed as the so-manieth. */
  public Operation operation(int number) {
    return find(number).orElseThrow();
  }

  public Optional<Operation> find(int number) {
    return store.read(unit -> unit.operations().find(id(number)));
  }

  /** Where that operation is. */
  public State state(int number) {
    return operation(number).state();
  }

  /** Its name. */
  public static OperationId id(int number) {
    return OperationId.of("%010d".formatted(number));
  }

  private Replica first() {
    return replicas.getFirst();
  }

  /** Jobs that somebody does, or nobody, as the test says. */
  private final class SomeJobs implements Jobs {
    @Override
    public Running start(List<Job> jobs) {
      return () -> {};
    }

    @Override
    public boolean areDone() {
      return isBotRunning;
    }
  }
}
