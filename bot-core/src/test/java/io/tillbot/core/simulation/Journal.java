package io.tillbot.core.simulation;

import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows every step that becomes durable, and holds it against the laws. */
final class Journal {
  private static final int ALL = 1000;
  private static final Set<State> EVERY = EnumSet.allOf(State.class);

  private final Setting setting;
  private final Agreements agreements;
  private final Map<OperationId, Operation> known = new LinkedHashMap<>();
  private final Map<OperationId, Life> underway = new HashMap<>();
  private final Map<OperationId, Integer> sent = new HashMap<>();

  Journal(Setting setting) {
    this.setting = setting;
    this.agreements = new Agreements(setting, known);
  }

  /** What people agreed to. */
  Agreements agreements() {
    return agreements;
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
    agreements.follow(before, now);
    if (now.state() == State.SENDING && before.state() != State.SENDING) {
      agreements.mayBeSent(actor, before, now);
      actor.sends(now.id());
      underway.put(now.id(), life);
    } else if (now.holder().filter(life.process()::equals).isPresent()) {
      agreements.begin(now);
    }
    boolean isAlive =
        before.state() == State.SENDING
            && !before.isDue(setting.clock.instant())
            && before.holder().filter(life.process()::equals).isEmpty();
    if (isAlive) {
      throw new Broken(Law.LEASE_KEPT, now.id() + " was ended while its lease was alive");
    }
  }
}
