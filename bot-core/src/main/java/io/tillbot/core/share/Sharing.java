package io.tillbot.core.share;

import io.tillbot.core.access.Place;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.Map;

/** Offers to share, and shares. */
public final class Sharing {
  private Sharing() {}

  /** Whether what the command shows may be shared by running it again. */
  public static boolean isShareable(CommandSpec spec) {
    return spec.visibility() == Visibility.SHAREABLE && spec.effect() == Effect.READ;
  }

  /**
   * The answer of a command, with a button that shares it where that is possible.
   *
   * @param words by their options' names
   */
  public static Outcome offered(Outcome outcome, CommandSpec spec, Map<String, String> words) {
    if (!(outcome instanceof Outcome.Answered(Reply reply)) || !isShareable(spec)) {
      return outcome;
    }
    Reply.Builder card = reply.more();
    offer(card, spec.line(words));
    return new Outcome.Answered(card.build());
  }

  /**
   * Puts the button on a card.
   *
   * @param line a command that reads and may be shared; what is shared is what it shows then
   */
  public static void offer(Reply.Builder card, String line) {
    card.button(Text.of("button.share"), new Button.Share(line));
  }

  /** Without the button where nobody else is. */
  public static Outcome at(Place place, Outcome outcome) {
    boolean isShared =
        switch (place.kind()) {
          case PRIVATE_CHANNEL, PUBLIC_CHANNEL -> true;
          case TERMINAL, DIRECT_MESSAGE -> false;
        };
    return isShared
        ? outcome
        : outcome.with(outcome.reply().without(action -> action instanceof Button.Share));
  }

  /** What everybody sees; where there is nothing to be shared, why not, for the caller alone. */
  public static Outcome shared(Outcome own) {
    return own instanceof Outcome.Answered(Reply reply)
        ? new Outcome.Answered(SharedCard.of(reply))
        : own;
  }

  /** Whether it was shared before the process died is not known; it is not shared again unasked. */
  public static Outcome perhapsShared() {
    return new Outcome.Refused(
        Reply.card(Text.of("share.perhaps"))
            .tone(Tone.WARNING)
            .body(Text.of("share.perhaps-what-to-do"))
            .build());
  }
}
