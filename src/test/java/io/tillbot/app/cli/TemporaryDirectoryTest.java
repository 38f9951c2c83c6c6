package io.tillbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The demonstration keeps its store in one of these. */
class TemporaryDirectoryTest {

  @Test
  void itIsGoneWithAllThatIsInItWhenItIsClosed() throws IOException {
    TemporaryDirectory directory = TemporaryDirectory.create();
    Files.createDirectories(directory.path().resolve("data"));
    Files.writeString(directory.path().resolve("data/demo.db"), "rows");

    directory.close();

    assertThat(directory.path()).doesNotExist();
  }

  @Test
  void closingItTwiceIsHarmless() throws IOException {
    TemporaryDirectory directory = TemporaryDirectory.create();
    directory.close();

    directory.close();

    assertThat(directory.path()).doesNotExist();
  }

  @Test
  void nobodyElseCanLookInside() throws IOException {
    try (TemporaryDirectory directory = TemporaryDirectory.create()) {
      assertThat(Files.getPosixFilePermissions(directory.path()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }
}
