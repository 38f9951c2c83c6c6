package io.tillbot.core.simulation;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do, on whichever replica they come to. */
final class People {
  static final Caller ANN = new Caller(Platform.SLACK, "T1", "ann");
  static final Caller BOB = new Caller(Platform.SLACK, "T1", "bob");
  static final Caller CARL = new Caller(Platform.SLACK, "T1", "carl");
  private static final List<String> LINES =
      List.of(
          "/pay 101 10",
          "/pay 101 10",
          "/pay 101 30",
          "/pay 102 10",
          "/pay 102",
          "/top-up 20",
          "/mass-pay 101 102",
          "/cancel server 42",
          "/cancel server 42",
          "/cancel undo 42",
          "/cancel undo 42");

  /** What people do who all want the same, in a hurry. */
  private static final List<String> RUSH = List.of("/pay 101 10", "/pay 102 10");

  private static final double RUSHES = 0.3;
  private static final int MOST_PATIENCE = 60;

  private final Setting setting;
  private final Desk desk;
  private final boolean isRush;

  People(Setting setting, Desk desk) {
    this.setting = setting;
    this.desk = desk;
    this.isRush = setting.chance.in(RUSHES);
    desk.link(ANN);
    desk.link(BOB);
  }

  /** One who has an account does this and that. */
  void customer(Caller caller, int acts) {
    for (int act = 0; act < acts; act++) {
      setting.stage.pause();
      int choice = setting.chance.below(100);
      if (isRush || choice < 60) {
        ask(caller);
      } else if (choice < 72) {
        pressEarlier(caller);
      } else if (choice < 80) {
        decide(caller);
      } else if (choice < 88) {
        aboutOwn(caller);
      } else if (setting.chance.strikes(Fault.UNLINKED)) {
        setting.history.tell(caller.user() + " unlinks");
        desk.unlink(caller);
      } else {
        desk.say(caller, "/billing operations list");
      }
    }
  }

  /** One who may agree, and finds out what nobody knows. */
  void staff(int acts) {
    for (int act = 0; act < acts; act++) {
      for (int pause = setting.chance.below(12); pause >= 0; pause--) {
        setting.stage.pause();
      }
      if (setting.chance.in(0.5)) {
        decide(CARL);
      } else {
        settleOne();
      }
    }
  }

  private void ask(Caller caller) {
    if (!desk.isLinked(caller) && setting.chance.in(0.7)) {
      desk.link(caller);
    }
    String line = setting.chance.of(isRush ? RUSH : LINES);
    String key = setting.mail.next();
    if (setting.chance.strikes(Fault.DELIVERED_TWICE)) {
      setting.stage.enter(caller.user() + "-again", () -> desk.say(key, caller, line));
    }
    Desk.Shown card = desk.say(key, caller, line);
    if (card != null) {
      awaitTheOther(caller);
      answer(card);
    }
  }

  /** In a rush both press at the same moment. */
  private void awaitTheOther(Caller caller) {
    for (int pause = 0; isRush && pause < MOST_PATIENCE; pause++) {
      if (desk.shown().stream().anyMatch(other -> !other.owner().equals(caller))) {
        return;
      }
      setting.stage.pause();
    }
  }

  private void answer(Desk.Shown card) {
    int choice = setting.chance.below(10);
    if (choice < 8) {
      press(card.owner(), card);
    } else if (choice < 9) {
      desk.stop(card);
    }
  }

  /** An older card, perhaps one's own, perhaps used up or expired. */
  private void pressEarlier(Caller caller) {
    if (!desk.shown().isEmpty()) {
      press(caller, setting.chance.of(desk.shown()));
    }
  }

  private void press(Caller caller, Desk.Shown card) {
    setting.journal.agreements().pressed(card.operation(), caller);
    Operation meant = setting.journal.find(card.operation());
    boolean isShared =
        meant != null
            && setting.journal.operations().stream()
                .anyMatch(
                    other ->
                        !other.owner().equals(caller)
                            && !other.state().isEnd()
                            && Target.anyOverlap(other.targets(), meant.targets()));
    if (isShared) {
      setting.chance.happened(Fault.SECOND_PERSON);
    }
    if (setting.chance.strikes(Fault.DOUBLE_CLICK)) {
      String click = setting.mail.next();
      setting.stage.enter(caller.user() + "-click", () -> desk.confirm(click, caller, card));
    }
    String key = setting.mail.next();
    if (setting.chance.strikes(Fault.DELIVERED_TWICE)) {
      setting.stage.enter(caller.user() + "-again", () -> desk.confirm(key, caller, card));
    }
    desk.confirm(key, caller, card);
  }

  private void decide(Caller caller) {
    Operation waiting = any(State.AWAITING_APPROVAL, State.HELD);
    if (waiting == null) {
      return;
    }
    if (setting.chance.in(0.6)) {
      setting.journal.agreements().approved(waiting.id(), caller);
      desk.say(caller, "/billing-admin approve " + waiting.id());
    } else {
      desk.say(caller, "/billing-admin reject " + waiting.id());
    }
  }

  private void aboutOwn(Caller caller) {
    Operation one = any(State.UNKNOWN, State.HELD, State.AWAITING_APPROVAL, State.SENDING);
    if (one != null) {
      String verb = one.state() == State.UNKNOWN || setting.chance.in(0.5) ? "show" : "withdraw";
      desk.say(caller, "/billing operations " + verb + " " + one.id());
    }
  }

  /** Only where nothing is under way any more: a person waits for that. */
  private void settleOne() {
    Operation unknown = any(State.UNKNOWN);
    boolean isClear =
        unknown != null
            && setting.journal.isSenderGone(unknown.id())
            && setting.account.stragglers().stream()
                .noneMatch(one -> one.by().equals(unknown.id()));
    if (unknown != null && isClear) {
      settle(unknown);
    }
  }

  /** Says what the truth is, after waiting until every list shows it. */
  void settle(Operation unknown) {
    setting.account.refreshLists();
    boolean isDone =
        setting.account.deeds().stream().anyMatch(deed -> deed.by().equals(unknown.id()));
    desk.say(CARL, "/billing-admin settle " + unknown.id() + (isDone ? " done" : " not-done"));
  }

  private @Nullable Operation any(State... states) {
    List<Operation> those =
        setting.journal.operations().stream()
            .filter(one -> List.of(states).contains(one.state()))
            .toList();
    return those.isEmpty() ? null : setting.chance.of(those);
  }
}
