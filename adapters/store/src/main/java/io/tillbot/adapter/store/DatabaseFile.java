package io.tillbot.adapter.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file of an SQLite database. */
record DatabaseFile(Path path) {
  private static final String SCHEME = "jdbc:sqlite:";
  private static final String EXPECTED =
      "expected jdbc:sqlite:PATH, such as jdbc:sqlite:data/tillbot.db, or"
          + " jdbc:postgresql://HOST:PORT/DATABASE";

  /**
   * Reads the store's address.
   *
   * @throws StoreException when it names no file
   */
  static DatabaseFile of(String url) {
    if (!url.startsWith(SCHEME)) {
      throw new StoreException("The store's address is not understood: " + EXPECTED);
    }
    String file = url.substring(SCHEME.length());
    if (file.isBlank() || file.startsWith(":") || file.startsWith("file:") || file.contains("?")) {
      throw new StoreException(
          "The store's address must name a plain file without parameters: " + EXPECTED);
    }
    try {
      return new DatabaseFile(Path.of(file));
    } catch (InvalidPathException e) {
      throw new StoreException("The store's address is not a path: " + EXPECTED, e);
    }
  }

  /** Makes the file and its directories, for the owner alone, when they are missing. */
  void prepare() {
    PrivateFiles.createDirectories(directory(), "the database");
    PrivateFiles.createIfMissing(path);
  }

  Path directory() {
    return PrivateFiles.directoryOf(path);
  }

  String jdbcUrl() {
    return SCHEME + path;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
