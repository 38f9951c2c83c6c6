package io.tillbot.core.simulation;

import io.tillbot.core.access.Caller;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows every step that becomes durable, and holds it against the laws. */
final class Journal {
  private static final int ALL = 1000;
  private static final Duration PROPOSAL = Duration.ofMinutes(10);
  private static final Set<State> EVERY = EnumSet.allOf(State.class);

  private final Setting setting;
  private final Map<OperationId, Operation> known = new LinkedHashMap<>();
  private final Map<OperationId, Set<Caller>> pressed = new HashMap<>();
  private final Map<OperationId, Set<Caller>> approved = new HashMap<>();
  private final Map<OperationId, Rules> asked = new HashMap<>();
  private final Map<OperationId, Begun> begun = new HashMap<>();
  private final Map<OperationId, Instant> held = new HashMap<>();
  private final Map<OperationId, Life> underway = new HashMap<>();
  private final Map<OperationId, Integer> sent = new HashMap<>();

  Journal(Setting setting) {
    this.setting = setting;
  }

  Collection<Operation> operations() {
    return known.values();
  }

  @Nullable Operation find(OperationId id) {
    return known.get(id);
  }

  List<State> states() {
    return known.values().stream().map(Operation::state).toList();
  }

  /** Somebody presses "confirm" on what stands for it. */
  void pressed(OperationId id, Caller caller) {
    pressed.computeIfAbsent(id, _ -> new HashSet<>()).add(caller);
  }

  /** Somebody says that they agree to it. */
  void approved(OperationId id, Caller caller) {
    approved.computeIfAbsent(id, _ -> new HashSet<>()).add(caller);
  }

  /** A request goes out. */
  OperationId sends(String request) {
    OperationId id = setting.stage.current().sending();
    if (id == null) {
      throw new Broken(Law.DURABLE_FIRST, request + " goes out, and no intent is durable");
    }
    if (sent.merge(id, 1, Integer::sum) > 1) {
      throw new Broken(Law.SENT_ONCE, id + " is sent a second time");
    }
    return id;
  }

  boolean wasSent(OperationId id) {
    return sent.containsKey(id);
  }

  /** Whether whoever sent it has come back, or never will: his life is over, or its lease. */
  boolean isSenderGone(OperationId id) {
    Life life = underway.get(id);
    return life == null || life.isOver();
  }

  /** The request is out of our hands. */
  void sent(OperationId id) {
    underway.remove(id);
  }

  Entry entry(Life life) {
    return new Entry(life);
  }

  /**
   * When somebody began to carry it out.
   *
   * @param deeds how many there were by then
   */
  private record Begun(String truth, int deeds) {}

  /** One unit of work. */
  final class Entry {
    private final Life life;
    private List<Operation> after = List.of();

    private Entry(Life life) {
      this.life = life;
    }

    void read(OperationLedger ledger) {
      after = ledger.newest(EVERY, ALL).reversed();
    }

    void committed() {
      for (Operation now : after) {
        Operation before = known.put(now.id(), now);
        if (before == null || before.version() != now.version()) {
          step(life, before, now);
        }
      }
    }
  }

  private void step(Life life, @Nullable Operation before, Operation now) {
    setting.history.tell(
        () ->
            "%s %s -> %s, %s by %s"
                .formatted(
                    now.id(),
                    before == null ? "" : before.state(),
                    now.state(),
                    now.command(),
                    life.process()));
    Actor actor = setting.stage.current();
    if (before == null) {
      actor.proposes(now.id());
      return;
    }
    if (before.state() == State.PROPOSED) {
      asked.put(now.id(), setting.rules());
    }
    if (now.state() == State.HELD && before.state() != State.HELD) {
      now.due().ifPresent(until -> held.put(now.id(), until));
    }
    if (now.state() == State.SENDING && before.state() != State.SENDING) {
      mayBeSent(actor, before, now);
      actor.sends(now.id());
      underway.put(now.id(), life);
    } else if (now.holder().filter(life.process()::equals).isPresent()) {
      begun.put(now.id(), new Begun(truth(now), setting.account.deeds().size()));
    }
    boolean isAlive =
        before.state() == State.SENDING
            && !before.isDue(setting.clock.instant())
            && before.holder().filter(life.process()::equals).isEmpty();
    if (isAlive) {
      throw new Broken(Law.LEASE_KEPT, now.id() + " was ended while its lease was alive");
    }
  }

  private void mayBeSent(Actor actor, Operation before, Operation now) {
    OperationId id = now.id();
    if (!pressed.getOrDefault(id, Set.of()).contains(now.owner())) {
      throw new Broken(Law.CONFIRMED_FIRST, id + " was never confirmed by its owner");
    }
    boolean isLate =
        now.when(State.CONFIRMED)
            .flatMap(at -> now.when(State.PROPOSED).map(from -> Duration.between(from, at)))
            .filter(time -> time.compareTo(PROPOSAL) < 0)
            .isEmpty();
    if (isLate) {
      throw new Broken(Law.CONFIRMED_FIRST, id + " was confirmed too late");
    }
    Rules seen = actor.seen();
    boolean needsApproval =
        asked.getOrDefault(id, Rules.OPEN).asksApproval(now)
            || (seen != null && seen.asksApproval(now));
    boolean isApproved =
        approved.getOrDefault(id, Set.of()).stream()
            .anyMatch(
                who ->
                    !who.equals(now.owner())
                        && (who.equals(People.CARL) || who.equals(People.ANN)));
    if (needsApproval && !isApproved) {
      throw new Broken(Law.CONFIRMED_FIRST, id + " was not approved");
    }
    if (seen != null && seen.forbids(now)) {
      throw new Broken(Law.CONFIRMED_FIRST, id + " is forbidden");
    }
    Instant until = held.get(id);
    if (until != null && until.isAfter(setting.clock.instant())) {
      throw new Broken(Law.CONFIRMED_FIRST, id + " is still held");
    }
    stillAsAgreed(before, now);
  }

  /** What had changed before anybody began to carry it out must have been seen. */
  private void stillAsAgreed(Operation before, Operation now) {
    String agreed = agreed(before);
    Begun first = begun.get(now.id());
    if (first == null || agreed.isEmpty()) {
      return;
    }
    boolean isOvertaken =
        setting.account.deeds().stream()
            .skip(first.deeds())
            .filter(deed -> deed.moved() > 0 && !deed.isLate())
            .map(deed -> known.get(deed.by()))
            .anyMatch(other -> other != null && other.state().isEnd());
    if (isOvertaken) {
      throw new Broken(Law.AS_AGREED, now.id() + " is sent on a credit that we ourselves changed");
    }
    String atFirst = first.truth();
    if (!agreed.equals(atFirst) && !agreed.equals(truth(before))) {
      throw new Broken(
          Law.AS_AGREED,
          now.id() + " is sent on " + agreed + " which is " + truth(before) + " since long");
    }
  }

  private static String agreed(Operation pay) {
    return pay.command().equals("pay")
        ? pay.intent()
            .map(
                intent ->
                    intent.recollection().agreed().facts().get(Fact.BALANCE)
                        + "/"
                        + intent.recollection().agreed().facts().get(Fact.CREDIT))
            .orElse("")
        : "";
  }

  private String truth(Operation pay) {
    return pay.command().equals("pay")
        ? pay.intent()
            .map(intent -> intent.recollection().agreed().facts().getOrDefault(Fact.INVOICE, "0"))
            .map(Long::valueOf)
            .map(setting.account.papers()::get)
            .map(
                paper ->
                    Shapes.money(paper.balance()) + "/" + Shapes.money(setting.account.credit()))
            .orElse("")
        : "";
  }
}
