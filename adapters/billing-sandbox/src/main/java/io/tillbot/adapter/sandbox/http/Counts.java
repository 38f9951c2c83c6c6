package io.tillbot.adapter.sandbox.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests came for each known action, those that a fault struck included. */
public final class Counts {

  private final Map<String, LongAdder> byAction = new ConcurrentHashMap<>();

  void received(String action) {
    byAction.computeIfAbsent(action, key -> new LongAdder()).increment();
  }

  /** The count of one action since the start. */
  public long of(String action) {
    LongAdder count = byAction.get(action);
    return count == null ? 0 : count.sum();
  }

  /** All counts, by action. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    byAction.forEach((action, count) -> all.put(action, count.sum()));
    return all;
  }
}
