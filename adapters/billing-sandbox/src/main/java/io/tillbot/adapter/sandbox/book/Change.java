package io.tillbot.adapter.sandbox.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change in the making: reads see what it has put so far, nobody else does. Serves the one thread
 * and the one call it was made for.
 */
public final class Change implements View {

  private record RowId(Class<?> kind, Object key) {}

  private final View before;
  // A null marks a row that is taken away.
  private final Map<RowId, @Nullable Entity> rows = new LinkedHashMap<>();

  Change(View before) {
    this.before = before;
  }

  /** Adds the row, or replaces the one of the same kind and key. */
  public void put(Entity row) {
    rows.put(new RowId(row.getClass(), row.key()), row);
  }

  /** Takes the row away. */
  public void remove(Entity row) {
    rows.put(new RowId(row.getClass(), row.key()), null);
  }

  /** The next number of a sequence, which starts at {@code first}; never given twice. */
  public int next(String sequence, int first) {
    int number = find(Counter.class, sequence).map(Counter::next).orElse(first);
    put(new Counter(sequence, number + 1));
    return number;
  }

  @Override
  public <E extends Entity> Optional<E> find(Class<E> kind, Object key) {
    RowId id = new RowId(kind, key);
    if (rows.containsKey(id)) {
      return Optional.ofNullable(kind.cast(rows.get(id)));
    }
    return before.find(kind, key);
  }

  @Override
  public <E extends Entity> List<E> ownedBy(Class<E> kind, ClientKey owner) {
    Map<Object, E> owned = new LinkedHashMap<>();
    before.ownedBy(kind, owner).forEach(row -> owned.put(row.key(), row));
    overlay(kind, owned);
    owned.values().removeIf(row -> !owner.equals(row.owner()));
    return new ArrayList<>(owned.values());
  }

  @Override
  public <E extends Entity> List<E> all(Class<E> kind) {
    Map<Object, E> all = new LinkedHashMap<>();
    before.all(kind).forEach(row -> all.put(row.key(), row));
    overlay(kind, all);
    return new ArrayList<>(all.values());
  }

  private <E extends Entity> void overlay(Class<E> kind, Map<Object, E> target) {
    rows.forEach(
        (id, row) -> {
          if (id.kind() == kind) {
            if (row == null) {
              target.remove(id.key());
            } else {
              target.put(id.key(), kind.cast(row));
            }
          }
        });
  }

  /** Does not see what this change has put. */
  @Override
  public boolean emailTaken(String location, String email) {
    return before.emailTaken(location, email);
  }

  List<Entity> puts() {
    List<Entity> puts = new ArrayList<>();
    for (Entity row : rows.values()) {
      if (row != null) {
        puts.add(row);
      }
    }
    return puts;
  }

  List<Removal> removals() {
    List<Removal> removals = new ArrayList<>();
    rows.forEach(
        (id, row) -> {
          if (row == null) {
            removals.add(new Removal(id.kind().asSubclass(Entity.class), id.key()));
          }
        });
    return removals;
  }
}
