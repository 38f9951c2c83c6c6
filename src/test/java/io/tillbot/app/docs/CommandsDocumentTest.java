package io.tillbot.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.app.Wiring;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandsDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/commands.md");

  @Test
  void theDocumentIsWhatTheCatalogueSays() throws IOException {
    CommandRegistry registry = Wiring.catalogueToRead();
    String text = new CommandsDocument(registry, Wiring.texts()).text();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, text);
    }
    assertThat(DOCUMENT).as("run with -Dgolden.update=true to write it").exists();
    assertThat(Files.readString(DOCUMENT)).isEqualTo(text);
    assertThat(registry.commands())
        .extracting(Command::spec)
        .allSatisfy(spec -> assertThat(text).contains("## `" + spec.usage() + "`"));
  }
}
