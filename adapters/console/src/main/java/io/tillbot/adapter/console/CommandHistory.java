package io.tillbot.adapter.console;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.jline.reader.History;
import org.jline.reader.impl.history.DefaultHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that were typed before, for the arrow keys and Ctrl-R; kept with discretion. */
public final class CommandHistory {
  static final int MOST = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(CommandHistory.class);

  private final Optional<Path> file;

  private CommandHistory(Optional<Path> file) {
    this.file = file;
  }

  /** Forgotten when the program ends. */
  public static CommandHistory inMemory() {
    return new CommandHistory(Optional.empty());
  }

  /**
   * Kept in that file, which only its owner may read. Where it cannot be made so, the history is
   * forgotten: a prompt does not fail for it.
   */
  public static CommandHistory in(Path file) {
    try {
      makePrivate(file);
      return new CommandHistory(Optional.of(file));
    } catch (IOException | UnsupportedOperationException unusable) {
      LOG.warn("no history is kept, since {} cannot be made private", file, unusable);
      return inMemory();
    }
  }

  private static void makePrivate(Path file) throws IOException {
    var directory = PosixFilePermissions.fromString("rwx------");
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      Files.createDirectories(parent, PosixFilePermissions.asFileAttribute(directory));
    }
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    } catch (FileAlreadyExistsException usual) {
      Files.setPosixFilePermissions(file, ownerOnly);
    }
  }

  Optional<Path> file() {
    return file;
  }

  History lines() {
    return new Discreet();
  }

  private static final class Discreet extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
      if (Discretion.mayKeep(line)) {
        super.add(time, line);
      }
    }
  }
}
