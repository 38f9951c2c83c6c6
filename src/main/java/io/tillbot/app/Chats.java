package io.tillbot.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chats that run, with what serves them. Closed in the reverse order of their start. */
public final class Chats implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chats.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final List<String> names = new ArrayList<>();

  Chats() {}

  void add(String name, AutoCloseable part) {
    names.add(name);
    parts.push(part);
  }

  /** A part of one that was added before it, and is closed before that. */
  void addQuietly(AutoCloseable part) {
    parts.push(part);
  }

  /** The same, but closed after everything that was started before it. */
  void addBelow(String name, AutoCloseable part) {
    names.add(name);
    parts.addLast(part);
  }

  /** What runs, for an operator; none when nothing is configured. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Takes no more commands, lets those that run come to their end, and stops. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception stuck) {
        LOG.warn("a chat did not end well", stuck);
      }
    }
  }
}
