package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold exactly what is sent; {@code -Dgolden.update=true} writes them anew, to be looked
 * at before they are committed.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String name, String sent) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, sent);
    }
    assertThat(file).as("golden file; write it with -Dgolden.update=true").exists();
    assertThat(sent).as(name).isEqualTo(Files.readString(file));
  }
}
