package io.tillbot.adapter.store;

import io.tillbot.core.access.Install;
import io.tillbot.core.access.Installs;
import io.tillbot.core.access.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs as sealed rows, within a unit of work. */
final class SqlInstalls implements Installs {
  private static final Logger log = LoggerFactory.getLogger(SqlInstalls.class);
  private static final String KIND = "install";

  private final SealedRows rows;
  private final Sealer sealer;

  SqlInstalls(SealedRows rows, Sealer sealer) {
    this.rows = rows;
    this.sealer = sealer;
  }

  @Override
  public void put(Install install) {
    RowKey key = key(install.workspace(), install.part());
    VaultFailures.translated(
        () ->
            rows.put(
                new SealedRow(
                    key, sealer.seal(Facts.encode(install.facts()), key), install.since())));
  }

  @Override
  public List<Install> of(Workspace workspace) {
    return VaultFailures.translated(() -> rows.all(KIND, workspace.key())).stream()
        .flatMap(row -> opened(workspace, row).stream())
        .sorted(Comparator.comparing(Install::since).reversed().thenComparing(Install::part))
        .toList();
  }

  @Override
  public boolean remove(Workspace workspace, String part) {
    return VaultFailures.translated(() -> rows.delete(KIND, workspace.key(), part));
  }

  private Optional<Install> opened(Workspace workspace, SealedRow row) {
    Optional<Map<String, String>> facts =
        VaultFailures.translated(() -> sealer.open(row.body(), row.key()).map(Facts::decode));
    if (facts.isEmpty()) {
      log.error(
          "An install of {} does not open, its row was damaged or moved: install again",
          row.key().owner());
    }
    return facts.map(some -> new Install(workspace, row.key().name(), some, row.since()));
  }

  private static RowKey key(Workspace workspace, String part) {
    return new RowKey(KIND, workspace.key(), part, "");
  }
}
