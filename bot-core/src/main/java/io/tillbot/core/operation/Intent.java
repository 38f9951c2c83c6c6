package io.tillbot.core.operation;

import io.tillbot.core.access.Facts;
import io.tillbot.core.access.Place;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person asked for and agreed to, as texts: enough to make the change ready again and to
 * look for it, in another process and after a restart. Private: prints as its command's options'
 * names.
 *
 * @param words the command's options as they were given, by their names
 * @param place where it was asked for, which the policy sees again before it is sent
 */
public record Intent(Map<String, String> words, Place place, Recollection recollection) {
  private static final String WORD = "word:";
  private static final String FACT = "fact:";
  private static final String MEMORY = "memory:";
  private static final String PLACE_KIND = "place-kind";
  private static final String PLACE_ID = "place-id";
  private static final String PLACE_ROLE = "place-role:";

  public Intent {
    words = Map.copyOf(words);
  }

  /** As the ledger seals it. */
  Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    words.forEach((name, word) -> facts.put(WORD + name, word));
    recollection.agreed().facts().forEach((fact, value) -> facts.put(FACT + fact.name(), value));
    recollection.memory().forEach((name, value) -> facts.put(MEMORY + name, value));
    facts.put(PLACE_KIND, place.kind().name());
    facts.put(PLACE_ID, place.id());
    place.roles().forEach(role -> facts.put(PLACE_ROLE + role, ""));
    return facts;
  }

  /** What {@link #facts()} gave; empty when it was dropped. */
  static Optional<Intent> of(Map<String, String> facts) {
    String kind = facts.get(PLACE_KIND);
    if (kind == null) {
      return Optional.empty();
    }
    Map<Fact, String> agreed = new EnumMap<>(Fact.class);
    Facts.under(FACT, facts).forEach((name, value) -> agreed.put(Fact.valueOf(name), value));
    Set<String> roles =
        Facts.under(PLACE_ROLE, facts).keySet().stream().collect(Collectors.toUnmodifiableSet());
    return Optional.of(
        new Intent(
            Facts.under(WORD, facts),
            new Place(Place.Kind.valueOf(kind), facts.getOrDefault(PLACE_ID, ""), roles),
            new Recollection(new Snapshot(agreed), Facts.under(MEMORY, facts))));
  }

  @Override
  public String toString() {
    return "Intent" + words.keySet();
  }
}
