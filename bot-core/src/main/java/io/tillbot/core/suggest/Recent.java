package io.tillbot.core.suggest;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of a bounded number of entries, which loses the one that nobody asked for the longest. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final float USUAL_LOAD = 0.75f;

  private final int most;

  Recent(int most) {
    super(16, USUAL_LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
