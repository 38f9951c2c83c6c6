package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteKeyRotationTest extends KeyRotationContract {
  @TempDir Path directory;

  @Override
  StoreFixture fixture() {
    return new StoreFiles(directory);
  }

  @Test
  void everyColumnOfBytesIsOneThatIsSealedAnew() throws SQLException {
    List<String> found = new ArrayList<>();
    try (var connection = fixture().connect();
        var columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        if (columns.getString("TYPE_NAME").equals("BLOB")) {
          found.add(columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME"));
        }
      }
    }

    // db-scheduler's own, which nothing is put into.
    assertThat(found).contains("scheduled_tasks.task_data");
    assertThat(found.stream().filter(column -> !column.startsWith("scheduled_tasks.")))
        .containsExactlyInAnyOrderElementsOf(
            List.of(SealedTable.values()).stream().map(table -> table + ".body").toList());
  }
}
