package io.tillbot.core.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a change remembers, as {@link Recollection} gives it back. What was not told is
 * written down as well, so that it is never taken for what was lost. Not for sharing between
 * threads.
 */
public final class Memory {
  static final String UNTOLD = "";
  static final String BETWEEN = " ";

  private final Map<String, String> texts = new HashMap<>();

  /** Remembers a value by its text; null was not told. */
  public Memory put(String name, @Nullable Object value) {
    texts.put(name, value == null ? UNTOLD : value.toString());
    return this;
  }

  /** Remembers numbers, of none as well as of many. */
  public Memory putAll(String name, Collection<?> ids) {
    return put(name, ids.stream().map(Object::toString).collect(Collectors.joining(BETWEEN)));
  }

  /** All of it, by names of ours. */
  public Map<String, String> texts() {
    return Map.copyOf(texts);
  }
}
