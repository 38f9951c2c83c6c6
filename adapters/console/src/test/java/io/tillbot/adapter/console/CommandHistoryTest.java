package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jline.reader.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandHistoryTest {
  @TempDir private Path home;

  @Test
  void itsFileIsForItsOwnerAlone() throws IOException {
    Path file = home.resolve("state/tillbot/history");
    assertThat(CommandHistory.in(file).file()).contains(file);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(file.getParent())).isEqualTo("rwx------");
  }

  @Test
  void aFileThatOthersCouldReadIsMadePrivate() throws IOException {
    Path file = Files.writeString(home.resolve("history"), "1:/credit\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(CommandHistory.in(file).file()).contains(file);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(file).hasContent("1:/credit\n");
  }

  @Test
  void whereNoFileCanBeItIsKeptInMemory() throws IOException {
    Path taken = Files.writeString(home.resolve("taken"), "a file");
    assertThat(CommandHistory.in(taken.resolve("history")).file()).isEmpty();
  }

  @Test
  void whatMayHoldASecretIsNotEvenRemembered() {
    History lines = CommandHistory.inMemory().lines();
    lines.add(Instant.EPOCH, "/credit");
    lines.add(Instant.EPOCH, " /invoice 1");
    lines.add(Instant.EPOCH, "0123456789abcdef0123456789abcdef");
    assertThat(lines).extracting(History.Entry::line).containsExactly("/credit");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
