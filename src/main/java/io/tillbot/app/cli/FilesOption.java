package io.tillbot.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where PDFs are saved. */
final class FilesOption {
  @Option(
      names = "--save-to",
      paramLabel = "DIR",
      description = "directory for PDFs; ./downloads by default")
  private Path directory = Path.of("downloads");

  Path directory() {
    return directory;
  }
}
