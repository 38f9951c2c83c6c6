package io.tillbot.adapter.discord;

import io.tillbot.core.Invocation;
import io.tillbot.core.Step;
import io.tillbot.core.reply.Button;
import java.util.Optional;

/** What a button carries that runs a command for whoever presses it, with that person's rights. */
record OpenLine(String line) {
  private static final String PREFIX = "l:";

  /** Whether such a button can do what the action says. */
  static boolean serves(Button.Action action) {
    return switch (action) {
      case Button.Run(String line) -> PREFIX.length() + line.length() <= Limits.CUSTOM_ID;
      case Button.Open _ -> true;
      case Button.Share _, Button.Confirm _, Button.Stop _ -> false;
    };
  }

  static OpenLine of(Step step) {
    if (step.input() instanceof Invocation.Line(String line)) {
      return new OpenLine(line);
    }
    throw new IllegalArgumentException("not a line");
  }

  String text() {
    return PREFIX + line;
  }

  /** What {@link #text()} came from. */
  static Optional<OpenLine> of(String text) {
    return text.startsWith(PREFIX)
        ? Optional.of(new OpenLine(text.substring(PREFIX.length())))
        : Optional.empty();
  }
}
