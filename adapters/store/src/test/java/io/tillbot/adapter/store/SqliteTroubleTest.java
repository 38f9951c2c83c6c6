package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqliteTroubleTest {
  private final SqliteTrouble trouble = new SqliteTrouble(new DatabaseFile(Path.of("x.db")));

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, the disk is full",
    "SQLITE_READONLY_DIRECTORY, cannot be opened for writing",
    "SQLITE_CANTOPEN_ISDIR, cannot be opened for writing",
    "SQLITE_IOERR_FSYNC, the disk reports an error",
    "SQLITE_BUSY_SNAPSHOT, kept busy by another process",
    "SQLITE_CORRUPT_INDEX, is damaged",
    "SQLITE_MISUSE, cannot be used (SQLITE_MISUSE)",
  })
  void whatSqliteComplainsOfIsSaidInPlainWords(SQLiteErrorCode code, String words) {
    var failure = new IllegalStateException(new SQLiteException("raw words", code));

    assertThat(trouble.explain(failure))
        .hasMessageStartingWith("The database x.db ")
        .hasMessageContaining(words)
        .hasMessageNotContaining("raw words")
        .hasCause(failure);
  }

  @Test
  void aLibraryThatCannotBeLoadedIsSaidToBeThat() {
    var failure = new SQLException("Error", new NativeLibraryNotFoundException("none"));

    assertThat(trouble.explain(failure)).hasMessageContaining("-Dorg.sqlite.tmpdir");
  }

  @Test
  void whatIsUnknownIsNamedByItsClass() {
    assertThat(trouble.explain(new IllegalStateException("raw words")))
        .hasMessage("The database x.db cannot be used (IllegalStateException)");
  }
}
