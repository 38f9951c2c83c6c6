package io.tillbot.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is gone when it is closed, and when the process is ended by a signal. */
record TemporaryDirectory(Path path) implements AutoCloseable {

  static TemporaryDirectory create() throws IOException {
    TemporaryDirectory directory =
        new TemporaryDirectory(Files.createTempDirectory("tillbot-demo-"));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(directory::clear));
    return directory;
  }

  /** At the end of the process there is nobody left to tell, and the system clears up after us. */
  private void clear() {
    try {
      close();
    } catch (UncheckedIOException stillInUse) {
      path.toFile().deleteOnExit();
    }
  }

  @Override
  public synchronized void close() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(path)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException left) {
      throw new UncheckedIOException("could not clear " + path, left);
    }
  }
}
