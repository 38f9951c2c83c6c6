package io.tillbot.core.command;

/** A command: its definition and what it does. */
public record Command(CommandSpec spec, Handler handler) {
  public Command {
    boolean changes =
        switch (handler) {
          case Handler.ChangesAccount _ -> true;
          case Handler.ReadsAccount _, Handler.NeedsNoAccount _, Handler.AsksForSecret _ -> false;
        };
    boolean mustChange = spec.effect() == Effect.MONEY || spec.effect() == Effect.DESTRUCTIVE;
    if ((mustChange && !changes) || (changes && spec.effect() == Effect.READ)) {
      throw new IllegalArgumentException(
          spec.path() + ": its effect is not what its handler may do");
    }
  }
}
