package io.tillbot.adapter.slack.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes what people did and saw, for people to read. */
final class Transcript {
  private Transcript() {}

  static void write(Path folder, String name, String text) {
    try {
      java.nio.file.Files.createDirectories(folder);
      java.nio.file.Files.writeString(folder.resolve(name + ".txt"), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
