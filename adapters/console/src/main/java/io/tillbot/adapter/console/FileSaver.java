package io.tillbot.adapter.console;

import io.tillbot.adapter.console.SavedFile.NotSaved;
import io.tillbot.adapter.console.SavedFile.Saved;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps attachments in one directory, readable by their owner alone.
 *
 * <p>No other file is ever overwritten, nothing is written outside the directory and no link is
 * followed inside it: a taken name gets a number, and a file that holds the same bytes already is
 * used as it is. What could not be written whole is removed again.
 */
public final class FileSaver {
  private static final int MOST_NAMES = 1_000;
  private static final int LONGEST_NAME = 80;

  private final Path directory;

  /** A saver into that directory, which is made when the first file is saved. */
  public FileSaver(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /** Saves all attachments of a reply. */
  public List<SavedFile> saveAll(Reply reply) {
    return reply.attachments().stream().map(this::save).toList();
  }

  /** Saves one attachment; never throws for a fault of the disk. */
  public SavedFile save(Attachment attachment) {
    try {
      return new Saved(attachment, write(attachment.name(), attachment.document().content()));
    } catch (IOException e) {
      return new NotSaved(attachment, reason(e));
    }
  }

  /** Writes the bytes under that name, or one near it, and says where. */
  Path write(String name, byte[] content) throws IOException {
    makeDirectory();
    String stem = stem(name);
    for (int number = 1; number <= MOST_NAMES; number++) {
      Path target = directory.resolve(stem + (number == 1 ? "" : "-" + number) + ".pdf");
      if (holds(target, content) || create(target, content)) {
        return target;
      }
    }
    throw new NoNameLeftException();
  }

  /** Small letters, digits and hyphens of the name; the rest becomes hyphens. */
  private static String stem(String name) {
    String stem =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("\\.pdf$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = stem.substring(0, Math.min(stem.length(), LONGEST_NAME));
    return cut.isEmpty() ? "file" : cut;
  }

  private void makeDirectory() throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    // Asked again, since another one may have made it in between.
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    Files.createDirectories(directory, ownerOnly("rwx------"));
  }

  private static boolean holds(Path target, byte[] content) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile() || found.size() != content.length) {
        return false;
      }
      try (InputStream stream = Files.newInputStream(target, LinkOption.NOFOLLOW_LINKS)) {
        return Arrays.equals(stream.readNBytes(content.length + 1), content);
      }
    } catch (FileSystemException unreadable) {
      // Not there, or not ours to read: creating it decides.
      return false;
    }
  }

  /** Creates the file; false when the name is taken, be it by a link that leads nowhere. */
  private boolean create(Path target, byte[] content) throws IOException {
    SeekableByteChannel channel;
    try {
      channel =
          Files.newByteChannel(
              target,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownerOnly("rw-------"));
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
    boolean whole = false;
    try (channel) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(target);
      }
    }
    return true;
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** What the exception means for a person; never its own words. */
  Text reason(IOException fault) {
    Value place = Value.data(directory.toString());
    String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return switch (fault) {
      case NotDirectoryException _, FileAlreadyExistsException _ ->
          Text.of("console.not-saved.not-a-directory", place);
      case NoNameLeftException _ -> Text.of("console.not-saved.too-many-names", place);
      case AccessDeniedException _ -> Text.of("console.not-saved.no-permission", place);
      case IOException _ when words.contains("read-only file system") ->
          Text.of("console.not-saved.no-permission", place);
      case IOException _ when words.contains("not a directory") ->
          Text.of("console.not-saved.not-a-directory", place);
      case IOException _ when words.contains("no space left") || words.contains("quota exceeded") ->
          Text.of("console.not-saved.disk-full");
      case IOException _ -> Text.of("console.not-saved.failed");
    };
  }

  private static final class NoNameLeftException extends IOException {}
}
