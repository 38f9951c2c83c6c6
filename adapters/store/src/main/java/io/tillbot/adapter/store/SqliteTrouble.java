package io.tillbot.adapter.store;

import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in plain words what SQLite complains of, and what to do about it. */
final class SqliteTrouble extends Trouble {
  private static final int PRIMARY = 0xff;

  SqliteTrouble(DatabaseFile file) {
    super(file.toString());
  }

  /** Whether another process was in the way, so that trying again may help. */
  static boolean isBusy(Throwable failure) {
    SQLiteErrorCode code = code(failure);
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
  }

  @Override
  String complaint(Throwable failure) {
    if (find(failure, NativeLibraryNotFoundException.class) != null) {
      return "cannot be opened: SQLite's own library could not be unpacked and loaded; name a"
          + " directory for it, from which programs may be run, by the option"
          + " -Dorg.sqlite.tmpdir=DIRECTORY";
    }
    SQLiteErrorCode code = code(failure);
    if (code == null) {
      return "cannot be used (%s)".formatted(failure.getClass().getSimpleName());
    }
    return switch (code) {
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          "is damaged or no SQLite database: put it back from its backup, or move it away to start"
              + " with an empty one";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "is kept busy by another process: try again, or end that process";
      case SQLITE_FULL -> "cannot grow, the disk is full: make room and try again";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN ->
          "cannot be opened for writing: see that the file and its directory exist and belong to"
              + " the user who runs this";
      case SQLITE_IOERR -> "cannot be read or written, the disk reports an error: see to the disk";
      default -> "cannot be used (%s)".formatted(code.name());
    };
  }

  /** The primary code; SQLite's extended codes carry it in their lowest byte. */
  private static @Nullable SQLiteErrorCode code(Throwable failure) {
    SQLiteException sqlite = find(failure, SQLiteException.class);
    return sqlite == null
        ? null
        : SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY);
  }
}
