package io.tillbot.core.simulation;

import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people do, on whichever replica they come to. */
final class People {
  static final Caller ANN = new Caller(Platform.SLACK, "T1", "ann");
  static final Caller BOB = new Caller(Platform.SLACK, "T1", "bob");
  static final Caller CARL = new Caller(Platform.SLACK, "T1", "carl");
  static final AccountName ACCOUNT = new AccountName("77@whmcs_eu");
  private static final Credential CREDENTIAL = new Credential.Token(Secret.of("fake-token"));
  private static final Place CHANNEL = new Place(Place.Kind.PRIVATE_CHANNEL, "C1");
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

  /** A card with its two buttons. */
  private record Shown(Caller owner, TicketId ticket, OperationId operation) {}

  /** What somebody was told after they had confirmed. */
  record Told(Caller who, OperationId operation, Answer answer) {}

  private final Setting setting;
  private final CredentialVault vault;
  private final List<Replica> replicas;
  private final boolean isRush;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  People(Setting setting, CredentialVault vault, List<Replica> replicas) {
    this.setting = setting;
    this.vault = vault;
    this.replicas = replicas;
    this.isRush = setting.chance.in(RUSHES);
    link(ANN);
    link(BOB);
  }

  List<Told> told() {
    return told;
  }

  private void link(Caller caller) {
    vault.store(caller, ACCOUNT, CREDENTIAL);
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
        vault.erase(caller, ACCOUNT);
      } else {
        say(caller, "/billing operations list");
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
    if (vault.inUse(caller).isEmpty() && setting.chance.in(0.7)) {
      link(caller);
    }
    String line = setting.chance.of(isRush ? RUSH : LINES);
    if (setting.chance.strikes(Fault.DELIVERED_TWICE)) {
      setting.stage.enter(caller.user() + "-again", () -> say(caller, line));
    }
    Shown card = say(caller, line);
    if (card != null) {
      awaitTheOther(caller);
      answer(card);
    }
  }

  /** In a rush both press at the same moment. */
  private void awaitTheOther(Caller caller) {
    for (int pause = 0; isRush && pause < MOST_PATIENCE; pause++) {
      if (shown.stream().anyMatch(other -> !other.owner().equals(caller))) {
        return;
      }
      setting.stage.pause();
    }
  }

  private void answer(Shown card) {
    int choice = setting.chance.below(10);
    if (choice < 8) {
      press(card.owner(), card);
    } else if (choice < 9) {
      give(
          card.owner(),
          "stops " + card.operation(),
          bot -> bot.stop(new Press(card.owner(), CHANNEL, card.ticket())));
    }
  }

  /** An older card, perhaps one's own, perhaps used up or expired. */
  private void pressEarlier(Caller caller) {
    if (!shown.isEmpty()) {
      press(caller, setting.chance.of(shown));
    }
  }

  private void press(Caller caller, Shown card) {
    setting.journal.pressed(card.operation(), caller);
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
      setting.stage.enter(caller.user() + "-click", () -> confirm(caller, card));
    }
    confirm(caller, card);
  }

  private void confirm(Caller caller, Shown card) {
    Answer answer =
        give(
            caller,
            "confirms " + card.operation(),
            bot -> bot.confirm(new Press(caller, CHANNEL, card.ticket())));
    if (answer != null) {
      told.add(new Told(caller, card.operation(), answer));
    }
  }

  private void decide(Caller caller) {
    Operation waiting = any(State.AWAITING_APPROVAL, State.HELD);
    if (waiting == null) {
      return;
    }
    if (setting.chance.in(0.65)) {
      setting.journal.approved(waiting.id(), caller);
      say(caller, "/billing-admin approve " + waiting.id());
    } else {
      say(caller, "/billing-admin reject " + waiting.id());
    }
  }

  private void aboutOwn(Caller caller) {
    Operation one = any(State.UNKNOWN, State.HELD, State.AWAITING_APPROVAL, State.SENDING);
    if (one != null) {
      String verb = one.state() == State.UNKNOWN || setting.chance.in(0.5) ? "show" : "withdraw";
      say(caller, "/billing operations " + verb + " " + one.id());
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
    say(CARL, "/billing-admin settle " + unknown.id() + (isDone ? " done" : " not-done"));
  }

  private @Nullable Operation any(State... states) {
    List<Operation> those =
        setting.journal.operations().stream()
            .filter(one -> List.of(states).contains(one.state()))
            .toList();
    return those.isEmpty() ? null : setting.chance.of(those);
  }

  private @Nullable Shown say(Caller caller, String line) {
    setting.stage.current().proposes(null);
    Answer answer =
        give(
            caller,
            "says " + line,
            bot -> bot.handle(new Invocation(caller, CHANNEL, new Invocation.Line(line))));
    OperationId operation = setting.stage.current().proposed();
    if (answer != null
        && operation != null
        && answer.outcome() instanceof Outcome.NeedsConfirmation(var _, TicketId ticket)) {
      Shown card = new Shown(caller, ticket, operation);
      shown.add(card);
      return card;
    }
    return null;
  }

  /** Asks a replica's bot; null when it crashes before it answers. */
  private @Nullable Answer give(Caller caller, String what, Function<Bot, Answer> question) {
    Replica replica = setting.chance.of(replicas);
    setting.history.tell(() -> caller.user() + " " + what + " at " + replica);
    try {
      Answer answer = question.apply(replica.bot());
      setting.history.tell(
          () ->
              caller.user()
                  + " is told "
                  + answer.outcome().getClass().getSimpleName()
                  + " "
                  + answer.outcome().reply().title().key());
      return answer;
    } catch (Crash _) {
      setting.history.tell(() -> caller.user() + " is told nothing");
      return null;
    }
  }

  /** Says something when nothing goes wrong. */
  Outcome calmly(Caller caller, String line) {
    link(caller);
    Answer answer =
        give(
            caller,
            "says " + line,
            bot -> bot.handle(new Invocation(caller, CHANNEL, new Invocation.Line(line))));
    if (answer == null) {
      throw new Broken(Law.NO_BUG, "a crash in fine weather");
    }
    return answer.outcome();
  }
}
