package io.tillbot.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the file of settings, and reads it where it says something. */
final class SettingsFile {
  private static final String USUAL = "config/tillbot.yaml";
  private static final int LARGEST = 256 * 1024;

  private static final Pattern COMMENT_OR_HEADING =
      Pattern.compile(
          Stream.of(Setting.values())
              .map(Setting::section)
              .distinct()
              .collect(Collectors.joining("|", "\\s*(#.*)?|(", "):\\s*(#.*)?")));

  private SettingsFile() {}

  /**
   * What the file says: the one that {@code TILLBOT_CONFIG} names, otherwise {@code
   * config/tillbot.yaml} below the directory, where there is one.
   */
  static Map<Setting, Given> read(Map<String, String> environment, Path directory, Faults faults) {
    Optional<String> named = Variables.text(environment, Variables.CONFIG);
    try {
      Path file = directory.resolve(named.orElse(USUAL));
      if (named.isPresent() || Files.exists(file)) {
        return parsed(text(file), named.orElse(USUAL), faults);
      }
    } catch (IOException | InvalidPathException unreadable) {
      faults.addUnreadable(
          named.isPresent() ? Variables.CONFIG : USUAL,
          "must %s text file in UTF-8 that can be read, of at most %d KiB"
              .formatted(named.isPresent() ? "name a" : "be a", LARGEST / 1024));
    }
    return new EnumMap<>(Setting.class);
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("too large");
    }
    return Files.readString(file);
  }

  private static Map<Setting, Given> parsed(String text, String name, Faults faults) {
    return saysNothing(text)
        ? new EnumMap<>(Setting.class)
        : new YamlSettings(name, faults).read(text);
  }

  /** As the shipped file does. Each {@code exec} reads it: no parser need be loaded for that. */
  static boolean saysNothing(String text) {
    return text.lines().allMatch(COMMENT_OR_HEADING.asMatchPredicate());
  }
}
