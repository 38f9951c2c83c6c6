package io.tillbot.adapter.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteInstallsTest extends SqlInstallsContract {
  @TempDir Path directory;

  @Override
  StoreFixture fixture() {
    return new StoreFiles(directory);
  }
}
