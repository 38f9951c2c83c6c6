package io.tillbot.adapter.sandbox.choice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which settings are in force, everywhere or for one action. Immutable; what is not set is at its
 * default, and an action's own setting goes before the general one.
 */
public final class Switches {

  /** Stands for every action. */
  public static final String EVERYWHERE = "*";

  private static final Switches DEFAULTS = new Switches(Map.of());

  private final Map<String, Map<Class<?>, Choice>> byAction;

  private Switches(Map<String, Map<Class<?>, Choice>> byAction) {
    this.byAction = byAction;
  }

  /** Everything at its default. */
  public static Switches defaults() {
    return DEFAULTS;
  }

  /** These switches with other settings for every action. */
  public Switches with(Choice... choices) {
    return withFor(EVERYWHERE, choices);
  }

  /** These switches with other settings for one action. */
  public Switches withFor(String action, Choice... choices) {
    return withFor(action, List.of(choices));
  }

  /** These switches with other settings for one action. */
  public Switches withFor(String action, Collection<? extends Choice> choices) {
    if (choices.isEmpty()) {
      return this;
    }
    Map<String, Map<Class<?>, Choice>> copy = new HashMap<>(byAction);
    Map<Class<?>, Choice> own = new HashMap<>(copy.getOrDefault(action, Map.of()));
    choices.forEach(choice -> own.put(choice.getClass(), choice));
    copy.put(action, Map.copyOf(own));
    return new Switches(Map.copyOf(copy));
  }

  /** The setting of that kind for an action. */
  public <C extends Enum<C> & Choice> C of(String action, Class<C> kind) {
    Choice choice = byAction.getOrDefault(action, Map.of()).get(kind);
    if (choice == null) {
      choice = byAction.getOrDefault(EVERYWHERE, Map.of()).get(kind);
    }
    return choice == null ? kind.getEnumConstants()[0] : kind.cast(choice);
  }

  /** What differs from the defaults, by action. */
  public Map<String, Collection<Choice>> set() {
    Map<String, Collection<Choice>> set = new HashMap<>();
    byAction.forEach((action, choices) -> set.put(action, choices.values()));
    return set;
  }
}
