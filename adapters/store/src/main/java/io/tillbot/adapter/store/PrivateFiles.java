package io.tillbot.adapter.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read. */
final class PrivateFiles {
  private static final FileAttribute<?> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new StoreException(file + " is not the path of a file");
    }
    return parent;
  }

  static void createDirectories(Path directory, String purpose) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory, OWNER_DIRECTORY);
      }
    } catch (IOException e) {
      throw new StoreException(
          "The directory %s of %s cannot be made (%s)".formatted(directory, purpose, kind(e)), e);
    }
  }

  /** Leaves an existing file as it is. */
  static void createIfMissing(Path file) {
    if (Files.exists(file)) {
      return;
    }
    try {
      createDurably(file, "");
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker.
    } catch (IOException e) {
      throw new StoreException("The file %s cannot be made (%s)".formatted(file, kind(e)), e);
    }
  }

  /**
   * Makes a file that survives a power failure.
   *
   * @throws FileAlreadyExistsException rather than change an existing file
   */
  static void createDurably(Path file, String text) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, OWNER_FILE)) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    keepDirectoryOf(file);
  }

  /**
   * Puts a text in place of what a file holds: whoever reads it, also after a power failure, finds
   * the one or the other, whole. Owner and modes stay.
   */
  static void replaceDurably(Path file, String text) throws IOException {
    Path target = file.toRealPath();
    Path beside = directoryOf(target).resolve(target.getFileName() + ".new");
    // One that died may have left its own.
    Files.deleteIfExists(beside);
    try {
      createDurably(beside, text);
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
      // Root may do this for somebody else, who must still be able to read it.
      Files.setOwner(beside, Files.getOwner(target));
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    keepDirectoryOf(target);
  }

  private static void keepDirectoryOf(Path file) throws IOException {
    try (FileChannel directory = FileChannel.open(directoryOf(file), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** The modes as {@code chmod} takes them, such as 600. */
  static String modes(Path path) throws IOException {
    int mode = (Integer) Files.getAttribute(path, "unix:mode");
    return "%03o".formatted(mode & 0777);
  }

  /** What went wrong, in the words of its class: file systems often give the path alone. */
  static String kind(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
