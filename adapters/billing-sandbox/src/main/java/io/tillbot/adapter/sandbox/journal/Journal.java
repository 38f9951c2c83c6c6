package io.tillbot.adapter.sandbox.journal;

import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Log;
import io.tillbot.adapter.sandbox.book.Removal;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to which changes are appended, one record each, forced to the disk before {@link #append}
 * returns. A record that was torn by a crash is the last one and is cut off at the next start. One
 * process uses a file at a time. Not thread-safe: the books' writers take turns.
 */
public final class Journal implements Log, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final Path file;
  private final RecordCodec codec;
  private final FileChannel lockChannel;
  private final FileChannel channel;

  private Journal(Path file, RecordCodec codec, FileChannel lockChannel, FileChannel channel) {
    this.file = file;
    this.codec = codec;
    this.lockChannel = lockChannel;
    this.channel = channel;
  }

  /** What a new journal begins with. */
  public interface Beginning {

    /** Its header. */
    Header header();

    /** Its first rows. */
    List<Entity> rows();
  }

  /**
   * Opens the file, or makes it where there is none.
   *
   * @throws UncheckedIOException when it cannot be used, is in use, or is damaged before its end
   */
  public static Journal open(Path file, Beginning beginning) {
    try {
      Path absolute = file.toAbsolutePath();
      FileChannel lockChannel = NewFile.lock(absolute);
      try {
        RecordCodec codec = new RecordCodec();
        if (!Files.exists(absolute)) {
          NewFile.write(absolute, codec, beginning);
        }
        FileChannel channel =
            FileChannel.open(absolute, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Journal(absolute, codec, lockChannel, channel);
      } catch (IOException | RuntimeException e) {
        lockChannel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("data file " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Loads everything into the books, and cuts a torn record off.
   *
   * @return what the journal began with
   * @throws UncheckedIOException when the file is damaged before its end
   */
  public Header replay(Books books) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Header header = null;
      long good = 0;
      Optional<byte[]> line = nextLine(in);
      while (line.isPresent()) {
        Optional<String> json = Frame.unwrap(line.get());
        if (json.isEmpty()) {
          refuseUnlessLast(in, good);
          break;
        }
        if (header == null) {
          header = checked(codec.header(json.get()));
        } else {
          RecordCodec.Change change = codec.change(json.get());
          books.load(change.puts(), change.removals());
        }
        good += line.get().length + 1L;
        line = nextLine(in);
      }
      if (header == null) {
        throw new IOException("it is not a sandbox's data file");
      }
      continueAt(good);
      return header;
    } catch (IOException e) {
      throw new UncheckedIOException("data file " + file + ": " + e.getMessage(), e);
    }
  }

  private static Header checked(Header header) throws IOException {
    if (header.version() != Header.CURRENT) {
      throw new IOException("its format is " + header.version() + ", not " + Header.CURRENT);
    }
    return header;
  }

  private static void refuseUnlessLast(InputStream in, long good) throws IOException {
    if (in.read() >= 0) {
      throw new IOException("the record at byte " + good + " is damaged, and more follow");
    }
  }

  private void continueAt(long good) throws IOException {
    if (channel.size() > good) {
      log.warn("A torn record of {} bytes is cut off from {}", channel.size() - good, file);
      channel.truncate(good);
      channel.force(true);
    }
    channel.position(good);
  }

  // Bytes after the last line's end are a torn record: a line that fails its checksum.
  private static Optional<byte[]> nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    if (next < 0) {
      return line.size() == 0 ? Optional.empty() : Optional.of(new byte[0]);
    }
    return Optional.of(line.toByteArray());
  }

  @Override
  public void append(List<Entity> puts, List<Removal> removals) {
    try {
      long before = channel.position();
      try {
        Frame.write(channel, Frame.wrap(codec.change(puts, removals)));
        channel.force(false);
      } catch (IOException e) {
        channel.truncate(before);
        channel.position(before);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("data file " + file + ": " + e.getMessage(), e);
    }
  }

  /** Lets others use the file. */
  @Override
  public void close() {
    try {
      channel.close();
      lockChannel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
