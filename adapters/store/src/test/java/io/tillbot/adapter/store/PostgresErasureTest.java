package io.tillbot.adapter.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class PostgresErasureTest extends SqlErasureContract {
  @TempDir Path directory;

  @Override
  StoreFixture fixture() throws Exception {
    return PostgresFixture.in(directory);
  }
}
