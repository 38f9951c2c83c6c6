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
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.reply.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where people meet the bot, on whichever replica; keeps what they were shown and told. */
final class Desk {
  private static final AccountName ACCOUNT = new AccountName("77@whmcs_eu");
  private static final Credential CREDENTIAL = new Credential.Token(Secret.of("fake-token"));
  private static final Place CHANNEL = new Place(Place.Kind.PRIVATE_CHANNEL, "C1");

  /** A card with its two buttons. */
  record Shown(Caller owner, TicketId ticket, OperationId operation) {}

  /** What somebody was told after they had confirmed. */
  record Told(Caller who, OperationId operation, Answer answer) {}

  private final Setting setting;
  private final CredentialVault vault;
  private final List<Replica> replicas;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

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

  /** Somebody types a line; null unless a change is shown. */
  @Nullable Shown say(Caller caller, String line) {
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

  /** Somebody presses "stop". */
  void stop(Shown card) {
    give(
        card.owner(),
        "stops " + card.operation(),
        bot -> bot.stop(new Press(card.owner(), CHANNEL, card.ticket())));
  }

  /** Somebody presses "confirm". */
  void confirm(Caller caller, Shown card) {
    Answer answer =
        give(
            caller,
            "confirms " + card.operation(),
            bot -> bot.confirm(new Press(caller, CHANNEL, card.ticket())));
    if (answer != null) {
      told.add(new Told(caller, card.operation(), answer));
    }
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
