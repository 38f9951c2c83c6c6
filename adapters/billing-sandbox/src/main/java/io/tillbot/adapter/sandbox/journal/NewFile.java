package io.tillbot.adapter.sandbox.journal;

import io.tillbot.adapter.sandbox.book.Entity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a data file for this process alone, and makes it where there is none. */
final class NewFile {

  private static final Logger log = LoggerFactory.getLogger(NewFile.class);

  private static final int ROWS_IN_A_RECORD = 500;

  private NewFile() {}

  /** Takes the file, which need not be there yet; closing the channel gives it back. */
  static FileChannel lock(Path file) throws IOException {
    Files.createDirectories(directoryOf(file));
    FileChannel channel =
        FileChannel.open(
            file.resolveSibling(file.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      log.debug("The lock is held by this process", e);
    }
    channel.close();
    throw new IOException("another sandbox uses it");
  }

  /** Writes the header and the first rows beside the file's name, then moves them there. */
  static void write(Path file, RecordCodec codec, Journal.Beginning beginning) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      Frame.write(channel, Frame.wrap(codec.header(beginning.header())));
      List<Entity> rows = beginning.rows();
      for (int i = 0; i < rows.size(); i += ROWS_IN_A_RECORD) {
        List<Entity> some = rows.subList(i, Math.min(i + ROWS_IN_A_RECORD, rows.size()));
        Frame.write(channel, Frame.wrap(codec.change(some, List.of())));
      }
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(directoryOf(file))) {
      directory.force(true);
    }
  }

  private static Path directoryOf(Path absolute) throws IOException {
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new IOException("a directory cannot be a data file");
    }
    return parent;
  }
}
