package io.tillbot.adapter.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class PostgresInstallsTest extends SqlInstallsContract {
  @TempDir Path directory;

  @Override
  StoreFixture fixture() throws Exception {
    return PostgresFixture.in(directory);
  }
}
