package io.tillbot.core.operation;

import java.util.Map;
import java.util.Optional;

/**
 * What was written down of a change before it was sent, from which it can be looked for by another
 * process. May be private: prints as the names of its facts.
 *
 * @param agreed what its owner agreed to
 * @param memory what {@link Change#memory()} gave
 */
public record Recollection(Snapshot agreed, Map<String, String> memory) {
  public Recollection {
    memory = Map.copyOf(memory);
  }

  /** A fact that was told; empty where it was not. */
  public Optional<String> fact(Fact fact) {
    return Optional.ofNullable(agreed.facts().get(fact)).filter(value -> !value.isEmpty());
  }

  /** What the change remembered under that name. */
  public Optional<String> remembered(String name) {
    return Optional.ofNullable(memory.get(name));
  }

  @Override
  public String toString() {
    return "Recollection[" + agreed + ", " + memory.keySet() + "]";
  }
}
