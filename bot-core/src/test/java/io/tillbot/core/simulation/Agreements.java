package io.tillbot.core.simulation;

import io.tillbot.core.access.Caller;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What people agreed to, and whether an operation may be sent on that. */
final class Agreements {
  private static final Duration PROPOSAL = Duration.ofMinutes(10);

  private final Setting setting;
  private final Map<OperationId, Operation> known;
  private final Map<OperationId, Set<Caller>> pressed = new HashMap<>();
  private final Map<OperationId, Set<Caller>> approved = new HashMap<>();
  private final Map<OperationId, Rules> asked = new HashMap<>();
  private final Map<OperationId, Instant> held = new HashMap<>();
  private final Map<OperationId, Begun> begun = new HashMap<>();

  /**
   * Nobody has agreed to anything yet.
   *
   * @param known the operations as they are, by whoever follows them
   */
  Agreements(Setting setting, Map<OperationId, Operation> known) {
    this.setting = setting;
    this.known = known;
  }

  /**
   * When somebody began to carry it out.
   *
   * @param deeds how many there were by then
   */
  private record Begun(String truth, int deeds) {}

  /** Somebody presses "confirm" on what stands for it. */
  void pressed(OperationId id, Caller caller) {
    pressed.computeIfAbsent(id, _ -> new HashSet<>()).add(caller);
  }

  /** Somebody says that they agree to it. */
  void approved(OperationId id, Caller caller) {
    approved.computeIfAbsent(id, _ -> new HashSet<>()).add(caller);
  }

  /** An operation has gone on. */
  void follow(Operation before, Operation now) {
    if (before.state() == State.PROPOSED) {
      asked.put(now.id(), setting.rules());
    }
    if (now.state() == State.HELD && before.state() != State.HELD) {
      now.due().ifPresent(until -> held.put(now.id(), until));
    }
  }

  /** Somebody begins to carry it out. */
  void begin(Operation now) {
    begun.put(now.id(), new Begun(truth(now), setting.account.deeds().size()));
  }

  /** It is taken for sending. */
  void mayBeSent(Actor actor, Operation before, Operation now) {
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
