package io.tillbot.core.support;

import io.tillbot.core.access.Departure;
import io.tillbot.core.access.Departures;
import io.tillbot.core.access.Workspace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Departures for tests. */
final class InMemoryDepartures implements Departures {
  private final Map<Workspace, Departure> rows;

  InMemoryDepartures() {
    this.rows = new LinkedHashMap<>();
  }

  /** A copy that goes its own way from here. */
  InMemoryDepartures(InMemoryDepartures original) {
    this.rows = new LinkedHashMap<>(original.rows);
  }

  @Override
  public void put(Departure departure) {
    rows.put(departure.workspace(), departure);
  }

  @Override
  public Optional<Departure> of(Workspace workspace) {
    return Optional.ofNullable(rows.get(workspace));
  }

  @Override
  public List<Departure> all() {
    return rows.values().stream().sorted(Comparator.comparing(Departure::since)).toList();
  }

  @Override
  public void end(Workspace workspace) {
    rows.remove(workspace);
  }
}
