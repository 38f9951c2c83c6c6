package io.tillbot.adapter.store;

import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWorkContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteUnitOfWorkTest extends UnitOfWorkContract {
  @TempDir Path directory;
  private SqlStore store;

  @Override
  protected Store emptyStore() {
    store = new StoreFiles(directory).open(clock);
    return store;
  }

  @AfterEach
  void close() {
    store.close();
  }
}
