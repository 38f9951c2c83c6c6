package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold exactly what is shown; {@code -Dgolden.update=true} writes them anew, to be
 * looked at before they are committed.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String name, String shown) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, shown);
    }
    assertThat(file).as("golden file; write it with -Dgolden.update=true").exists();
    assertThat(shown).as(name).isEqualTo(Files.readString(file));
  }
}
