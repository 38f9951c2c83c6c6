package io.tillbot.adapter.sandbox.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the simulated billing knows. Thread-safe: readers see the books before or after a
 * change, never in between; writers take turns; a change is in the log before it is seen.
 */
public final class Books {

  private final ReentrantLock writers = new ReentrantLock();
  private final ReentrantReadWriteLock rows = new ReentrantReadWriteLock();
  private final Map<Class<?>, Table> tables = new HashMap<>();
  private final Map<String, Integer> emails = new HashMap<>();
  private final View view = new Rows();
  private final Log log;

  /** Books whose changes go to a log. */
  public Books(Log log) {
    this.log = log;
    for (Class<?> kind : Entity.class.getPermittedSubclasses()) {
      tables.put(kind, new Table());
    }
  }

  /** Reads without being disturbed by a change. */
  public <T> T read(Function<View, T> question) {
    rows.readLock().lock();
    try {
      return question.apply(view);
    } finally {
      rows.readLock().unlock();
    }
  }

  /**
   * Makes one atomic change. When the function throws, or the log does, nothing was changed.
   *
   * @throws java.io.UncheckedIOException when the change could not be kept
   */
  public <T> T write(Function<Change, T> work) {
    writers.lock();
    try {
      // Only the holder of this lock changes rows, so it may read them without the other one.
      Change change = new Change(view);
      T result = work.apply(change);
      List<Entity> puts = change.puts();
      List<Removal> removals = change.removals();
      if (!puts.isEmpty() || !removals.isEmpty()) {
        log.append(puts, removals);
        load(puts, removals);
      }
      return result;
    } finally {
      writers.unlock();
    }
  }

  /** Takes in rows that the log holds already, or that need none. */
  public void load(List<Entity> puts, List<Removal> removals) {
    rows.writeLock().lock();
    try {
      puts.forEach(this::put);
      for (Removal removal : removals) {
        forgetEmail(table(removal.kind()).remove(removal.key()));
      }
    } finally {
      rows.writeLock().unlock();
    }
  }

  private void put(Entity row) {
    forgetEmail(table(row.getClass()).put(row));
    String email = emailOf(row);
    if (email != null) {
      emails.merge(email, 1, Integer::sum);
    }
  }

  private void forgetEmail(@Nullable Entity row) {
    String email = row == null ? null : emailOf(row);
    if (email != null) {
      emails.computeIfPresent(email, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  private static @Nullable String emailOf(Entity row) {
    return switch (row) {
      case Client client -> emailKey(client.key().location(), client.profile().email());
      case Contact contact -> emailKey(contact.client().location(), contact.email());
      default -> null;
    };
  }

  private static String emailKey(String location, String email) {
    return location + ' ' + email.toLowerCase(Locale.ROOT);
  }

  private Table table(Class<?> kind) {
    Table table = tables.get(kind);
    if (table == null) {
      throw new IllegalArgumentException("no table of " + kind);
    }
    return table;
  }

  private final class Rows implements View {

    @Override
    public <E extends Entity> Optional<E> find(Class<E> kind, Object key) {
      return Optional.ofNullable(kind.cast(table(kind).get(key)));
    }

    @Override
    public <E extends Entity> List<E> ownedBy(Class<E> kind, ClientKey owner) {
      Table table = table(kind);
      List<Object> keys = table.keysOf(owner);
      List<E> owned = new ArrayList<>(keys.size());
      for (Object key : keys) {
        owned.add(kind.cast(table.get(key)));
      }
      return owned;
    }

    @Override
    public <E extends Entity> List<E> all(Class<E> kind) {
      return table(kind).rows().stream().map(kind::cast).toList();
    }

    @Override
    public boolean emailTaken(String location, String email) {
      return emails.containsKey(emailKey(location, email));
    }
  }
}
