package io.tillbot.adapter.sandbox.book;

import java.util.List;

/** Where committed changes are kept. */
@FunctionalInterface
public interface Log {

  /** A log that forgets: the books live in memory alone. */
  static Log none() {
    return (puts, removals) -> {};
  }

  /**
   * Keeps one change; returns when it would survive a crash.
   *
   * @throws java.io.UncheckedIOException when it was not kept; then nothing of it was
   */
  void append(List<Entity> puts, List<Removal> removals);
}
