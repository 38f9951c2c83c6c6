package io.tillbot.core.simulation;

import io.tillbot.core.Answer;
import io.tillbot.core.CorrelationId;
import io.tillbot.core.Delivered;
import io.tillbot.core.Invocation;
import io.tillbot.core.Message;
import io.tillbot.core.Press;
import io.tillbot.core.Pressed;
import io.tillbot.core.Received;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.delivery.Destination;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.reply.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people meet the bot, on whichever replica; keeps what they were shown and told. */
final class Desk {
  private static final AccountName ACCOUNT = new AccountName("77@whmcs_eu");
  private static final Credential CREDENTIAL = new Credential.Token(Secret.of("fake-token"));
  private static final Place CHANNEL = new Place(Place.Kind.PRIVATE_CHANNEL, "C1");

  private static final String KEY = "key";
  private static final String USER = "user";

  /** A card with its two buttons. */
  record Shown(Caller owner, TicketId ticket, OperationId operation) {}

  /** What somebody was told after they had confirmed. */
  record Told(Caller who, OperationId operation, Answer answer) {}

  private final Setting setting;
  private final CredentialVault vault;
  private final List<Replica> replicas;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final Map<String, OperationId> confirmed = new HashMap<>();

  Desk(Setting setting, CredentialVault vault, List<Replica> replicas) {
    this.setting = setting;
    this.vault = vault;
    this.replicas = replicas;
  }

  /** The cards that people were shown, used up or not. */
  List<Shown> shown() {
    return shown;
  }

  List<Told> told() {
    return told;
  }

  void link(Caller caller) {
    vault.store(caller, ACCOUNT, CREDENTIAL);
  }

  void unlink(Caller caller) {
    vault.erase(caller, ACCOUNT);
  }

  boolean isLinked(Caller caller) {
    return vault.inUse(caller).isPresent();
  }

  /** Somebody types a line that is delivered once; null unless a change is shown. */
  @Nullable Shown say(Caller caller, String line) {
    return say(setting.mail.next(), caller, line);
  }

  /** Somebody types a line; null unless a change is shown. */
  @Nullable Shown say(String key, Caller caller, String line) {
    setting.stage.current().proposes(null);
    Answer answer = give(key, "says " + line, typed(caller, line));
    return answer == null ? null : show(caller, answer.outcome());
  }

  private static Message typed(Caller caller, String line) {
    return new Invocation(caller, CHANNEL, new Invocation.Line(line));
  }

  /** The card, when one is shown that waits for a word. */
  private @Nullable Shown show(Caller caller, Outcome outcome) {
    OperationId operation = setting.stage.current().proposed();
    if (operation != null && outcome instanceof Outcome.NeedsConfirmation(var _, TicketId ticket)) {
      Shown card = new Shown(caller, ticket, operation);
      shown.add(card);
      return card;
    }
    return null;
  }

  /** Somebody presses "stop". */
  void stop(Shown card) {
    give(
        setting.mail.next(),
        "stops " + card.operation(),
        new Pressed(Pressed.Kind.STOP, new Press(card.owner(), CHANNEL, card.ticket())));
  }

  /** Somebody presses "confirm". */
  void confirm(String key, Caller caller, Shown card) {
    confirmed.put(key, card.operation());
    Press press = new Press(caller, CHANNEL, card.ticket());
    give(key, "confirms " + card.operation(), new Pressed(Pressed.Kind.CONFIRM, press));
  }

  /** Delivers a message to a replica; null when it was there before, or nobody answers. */
  private @Nullable Answer give(String key, String what, Message message) {
    Replica replica = setting.chance.of(replicas);
    Caller caller = message.caller();
    setting.history.tell(() -> caller.user() + " " + what + " at " + replica);
    Destination to = new Destination(Platform.SLACK, Map.of(KEY, key, USER, caller.user()));
    try {
      Optional<Received> received =
          replica.bot().takeUp(new Delivered(key, message, Optional.of(to)));
      if (received.isEmpty()) {
        setting.history.tell(() -> caller.user() + " has said so before");
        return null;
      }
      Answer answer = received.get().answer().answer();
      setting.mail.answeredFirst(key, answer.outcome());
      hear(key, caller, answer);
      end(received.get());
      return answer;
    } catch (Crash _) {
      setting.history.tell(() -> caller.user() + " is told nothing");
      return null;
    }
  }

  /** Whoever dies here has answered all the same. */
  private void end(Received received) {
    try {
      received.answered();
    } catch (Crash _) {
      setting.history.tell("nobody keeps that it was answered");
    }
  }

  private void hear(String key, Caller caller, Answer answer) {
    setting.history.tell(
        () ->
            caller.user()
                + " is told "
                + answer.outcome().getClass().getSimpleName()
                + " "
                + answer.outcome().reply().title().key());
    OperationId operation = confirmed.get(key);
    if (operation != null) {
      told.add(new Told(caller, operation, answer));
    }
  }

  /** What answers people whom another process left waiting. */
  Messenger messenger() {
    return (to, outcome, standing) -> {
      String key = to.address().getOrDefault(KEY, "");
      Caller caller = new Caller(Platform.SLACK, "T1", to.address().getOrDefault(USER, ""));
      Answer.Use use =
          standing == Messenger.Standing.IN_PLACE ? Answer.Use.SERVED : Answer.Use.TURNED_AWAY;
      setting.mail.answeredAgain(key);
      hear(key, caller, new Answer(outcome, new CorrelationId("repeated"), use));
      show(caller, outcome);
    };
  }

  /** Says something when nothing goes wrong. */
  Outcome calmly(Caller caller, String line) {
    link(caller);
    Answer answer = give(setting.mail.next(), "says " + line, typed(caller, line));
    if (answer == null) {
      throw new Broken(Law.NO_BUG, "a crash in fine weather");
    }
    return answer.outcome();
  }
}
