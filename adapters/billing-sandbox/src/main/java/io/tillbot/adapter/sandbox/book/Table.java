package io.tillbot.adapter.sandbox.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one kind, also reachable by owner. Guarded by the books' lock. */
final class Table {

  private final Map<Object, Entity> rows = new HashMap<>();
  private final Map<ClientKey, List<Object>> owned = new HashMap<>();

  @Nullable Entity get(Object key) {
    return rows.get(key);
  }

  Collection<Entity> rows() {
    return rows.values();
  }

  List<Object> keysOf(ClientKey owner) {
    return owned.getOrDefault(owner, List.of());
  }

  @Nullable Entity put(Entity row) {
    Entity before = rows.put(row.key(), row);
    ClientKey owner = row.owner();
    if (before == null && owner != null) {
      // Most clients own few rows of a kind; the default of ten places would double the memory.
      owned.computeIfAbsent(owner, key -> new ArrayList<>(4)).add(row.key());
    }
    return before;
  }

  @Nullable Entity remove(Object key) {
    Entity before = rows.remove(key);
    ClientKey owner = before == null ? null : before.owner();
    if (owner != null) {
      List<Object> keys = owned.get(owner);
      if (keys != null) {
        keys.remove(key);
      }
    }
    return before;
  }
}
