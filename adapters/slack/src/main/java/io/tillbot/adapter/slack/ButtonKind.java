package io.tillbot.adapter.slack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a button does; the beginning of its {@code action_id}, so that a press tells it. */
enum ButtonKind {
  /** Runs a command; its answer is a message of its own. */
  RUN,
  /** Shows another page in the same message. */
  PAGE,
  /** Carries out the change that the message previews. */
  CONFIRM,
  /** Forgets it. */
  STOP,
  /** Runs a command that asks, as a form. */
  FORM,
  /** Shows the form again whose answers led to this card. */
  BACK,
  /** Shows a part of the card to everybody. */
  SHARE,
  /** Opens an address in the browser; nothing is left to do. */
  OPEN;

  private static final String SEPARATOR = "-";

  /** An {@code action_id} that no other button of the message has. */
  String actionId(int number) {
    return name().toLowerCase(Locale.ROOT) + SEPARATOR + number;
  }

  /** The kind of a pressed button. */
  static Optional<ButtonKind> of(String actionId) {
    return Arrays.stream(values())
        .filter(kind -> actionId.startsWith(kind.name().toLowerCase(Locale.ROOT) + SEPARATOR))
        .findFirst();
  }
}
