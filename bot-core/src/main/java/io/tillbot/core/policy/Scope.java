package io.tillbot.core.policy;

import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.Effect;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What a rule is about. Each part that names something has to match; a part that names nothing
 * matches everything.
 *
 * @param commands commands, or parents that stand for all of theirs
 */
public record Scope(
    Set<CommandPath> commands, Set<Effect> effects, Set<Role> roles, Set<Spot> places) {
  private static final int NO_MATCH = -1;

  public Scope {
    commands = Set.copyOf(commands);
    effects = Set.copyOf(effects);
    roles = Set.copyOf(roles);
    places = Set.copyOf(places);
  }

  /** Everything, everybody, everywhere. */
  public static Scope everything() {
    return new Scope(Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** How closely it names what is asked; empty when it is about something else. */
  Optional<Specificity> of(Ask ask) {
    OptionalInt command = closest(commands, path -> closeness(path, ask.path()));
    OptionalInt effect =
        closest(effects, each -> each == ask.effect() ? Specificity.KIND : NO_MATCH);
    OptionalInt role =
        closest(roles, each -> each.has(ask.caller(), ask.place()) ? Specificity.KIND : NO_MATCH);
    OptionalInt place =
        closest(places, each -> each.includes(ask.place()) ? closeness(each) : NO_MATCH);
    return command.isPresent() && effect.isPresent() && role.isPresent() && place.isPresent()
        ? Optional.of(
            new Specificity(
                command.getAsInt(), effect.getAsInt(), role.getAsInt(), place.getAsInt()))
        : Optional.empty();
  }

  private static <T> OptionalInt closest(Set<T> named, ToIntFunction<T> closeness) {
    return named.isEmpty()
        ? OptionalInt.of(Specificity.UNNAMED)
        : named.stream().mapToInt(closeness).filter(each -> each != NO_MATCH).max();
  }

  private static int closeness(CommandPath named, CommandPath asked) {
    return named.equals(asked) || asked.isBelow(named) ? named.words().size() : NO_MATCH;
  }

  private static int closeness(Spot spot) {
    return switch (spot) {
      case Spot.InChannel _ -> Specificity.ITSELF;
      case Spot.OfKind _ -> Specificity.KIND;
    };
  }
}
