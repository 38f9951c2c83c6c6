package io.tillbot.core.support;

import io.tillbot.core.access.Install;
import io.tillbot.core.access.Installs;
import io.tillbot.core.access.Workspace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Installs for tests. */
final class InMemoryInstalls implements Installs {
  private final Map<Place, Install> rows;

  private record Place(Workspace workspace, String part) {}

  InMemoryInstalls() {
    this.rows = new LinkedHashMap<>();
  }

  /** A copy that goes its own way from here. */
  InMemoryInstalls(InMemoryInstalls original) {
    this.rows = new LinkedHashMap<>(original.rows);
  }

  @Override
  public void put(Install install) {
    rows.put(new Place(install.workspace(), install.part()), install);
  }

  @Override
  public List<Install> of(Workspace workspace) {
    return rows.values().stream()
        .filter(one -> one.workspace().equals(workspace))
        .sorted(Comparator.comparing(Install::since).reversed().thenComparing(Install::part))
        .toList();
  }

  @Override
  public boolean remove(Workspace workspace, String part) {
    return rows.remove(new Place(workspace, part)) != null;
  }
}
