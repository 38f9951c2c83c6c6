package io.tillbot.adapter.discord;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * In which language people read, as far as this process has heard of them: Discord tells it with
 * each interaction and at no other time. Bounded; safe for many threads.
 */
final class Languages {
  private static final int MOST = 10_000;
  private static final float USUAL_LOAD = 0.75f;

  private final Map<String, Locale> byUser =
      new LinkedHashMap<>(16, USUAL_LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Locale> eldest) {
          return size() > MOST;
        }
      };

  synchronized void reads(String user, Locale locale) {
    byUser.put(user, locale);
  }

  /** English for those of whom nobody has heard. */
  synchronized Locale of(String user) {
    return byUser.getOrDefault(user, Locale.ENGLISH);
  }
}
