package io.tillbot.core.operation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person agrees to: the facts that a preview rests on, by names that have a text under
 * {@code fact.<name>}. Two snapshots are the same when every fact is.
 */
public record Snapshot(SortedMap<String, String> facts) {
  private static final String UNTOLD = "";

  public Snapshot {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** Starts a snapshot. */
  public static Builder builder() {
    return new Builder();
  }

  /** The facts that differ: name to what it is there, and here. */
  public SortedMap<String, Difference> changesSince(Map<String, String> earlier) {
    SortedMap<String, Difference> changes = new TreeMap<>();
    TreeMap<String, String> names = new TreeMap<>(earlier);
    names.putAll(facts);
    for (String name : names.keySet()) {
      String before = earlier.getOrDefault(name, UNTOLD);
      String now = facts.getOrDefault(name, UNTOLD);
      if (!before.equals(now)) {
        changes.put(name, new Difference(before, now));
      }
    }
    return changes;
  }

  /** A fact that is no longer what it was; empty where it was not told. */
  public record Difference(String before, String now) {}

  /** Collects facts; not for sharing between threads. */
  public static final class Builder {
    private final SortedMap<String, String> facts = new TreeMap<>();

    private Builder() {}

    /** Adds a fact; what is null was not told. */
    public Builder fact(String name, @Nullable Object value) {
      facts.put(name, value == null ? UNTOLD : value.toString());
      return this;
    }

    public Snapshot build() {
      return new Snapshot(facts);
    }
  }
}
