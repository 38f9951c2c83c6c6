package io.tillbot.core.operation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person agrees to: the facts that a preview rests on. Two snapshots are the same when every
 * fact is. Facts may be private: it prints as their names alone.
 *
 * @param facts as texts that compare; empty where the API did not tell
 */
public record Snapshot(Map<Fact, String> facts) {
  private static final String UNTOLD = "";

  public Snapshot {
    Map<Fact, String> copy = new EnumMap<>(Fact.class);
    copy.putAll(facts);
    facts = Collections.unmodifiableMap(copy);
  }

  /** Starts a snapshot. */
  public static Builder builder() {
    return new Builder();
  }

  /** The facts that differ from those of an earlier look, in the order of {@link Fact}. */
  public SortedMap<Fact, Difference> changesSince(Snapshot earlier) {
    EnumSet<Fact> names = EnumSet.noneOf(Fact.class);
    names.addAll(facts.keySet());
    names.addAll(earlier.facts.keySet());
    SortedMap<Fact, Difference> changes = new TreeMap<>();
    for (Fact fact : names) {
      String before = earlier.facts.getOrDefault(fact, UNTOLD);
      String now = facts.getOrDefault(fact, UNTOLD);
      if (!before.equals(now)) {
        changes.put(fact, new Difference(before, now));
      }
    }
    return changes;
  }

  @Override
  public String toString() {
    return "Snapshot" + facts.keySet();
  }

  /** A fact that is no longer what it was; empty where it was not told. */
  public record Difference(String before, String now) {}

  /** Collects facts; not for sharing between threads. */
  public static final class Builder {
    private final Map<Fact, String> facts = new EnumMap<>(Fact.class);

    private Builder() {}

    /** Adds a fact; what is null was not told. */
    public Builder fact(Fact fact, @Nullable Object value) {
      facts.put(fact, value == null ? UNTOLD : value.toString());
      return this;
    }

    public Snapshot build() {
      return new Snapshot(facts);
    }
  }
}
