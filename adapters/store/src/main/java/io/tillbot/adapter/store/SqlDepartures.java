package io.tillbot.adapter.store;

import io.tillbot.core.access.Departure;
import io.tillbot.core.access.Departures;
import io.tillbot.core.access.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Departures as rows of the table of what is sealed, within a unit of work. Nothing in them is
 * secret; but one that did not open was not written by us, and erases nothing.
 */
final class SqlDepartures implements Departures {
  private static final String KIND = "departure";
  private static final String NO_NAME = "";

  private final SealedRows rows;
  private final Sealer sealer;

  SqlDepartures(SealedRows rows, Sealer sealer) {
    this.rows = rows;
    this.sealer = sealer;
  }

  @Override
  public void put(Departure departure) {
    RowKey key = new RowKey(KIND, departure.workspace().key(), NO_NAME, departure.stage().name());
    VaultFailures.translated(
        () ->
            rows.put(
                new SealedRow(key, sealer.seal(Facts.encode(Map.of()), key), departure.since())));
  }

  @Override
  public Optional<Departure> of(Workspace workspace) {
    return VaultFailures.translated(() -> rows.find(KIND, workspace.key(), NO_NAME))
        .flatMap(this::opened);
  }

  @Override
  public List<Departure> all() {
    return VaultFailures.translated(() -> rows.all(KIND)).stream()
        .flatMap(row -> opened(row).stream())
        .sorted(Comparator.comparing(Departure::since))
        .toList();
  }

  @Override
  public void end(Workspace workspace) {
    VaultFailures.translated(() -> rows.delete(KIND, workspace.key(), NO_NAME));
  }

  private Optional<Departure> opened(SealedRow row) {
    return VaultFailures.translated(() -> sealer.open(row.body(), row.key()))
        .map(
            _ ->
                new Departure(
                    Workspace.ofKey(row.key().owner()),
                    Departure.Stage.valueOf(row.key().label()),
                    row.since()));
  }
}
