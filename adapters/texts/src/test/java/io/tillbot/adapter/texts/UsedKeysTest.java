package io.tillbot.adapter.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the bundles with the keys that the main sources ask for. */
class UsedKeysTest {
  /** Where texts are made. */
  private static final List<Path> SOURCES =
      List.of(
          Path.of("../../bot-core/src/main/java"),
          Path.of("../console/src/main/java"),
          Path.of("../../src/main/java"));

  /** Beginnings of keys whose end is known at run time only. */
  private static final List<String> FAMILIES =
      List.of(
          "command.",
          "option.",
          "input.unknown-command",
          "input.unknown-subcommand",
          "invoice.status.",
          "console.not-saved.");

  private static final Pattern ASKED =
      Pattern.compile("(?:Text\\s*\\.\\s*of|new\\s+Text)\\(\\s*\"([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:[.-][a-z0-9]+)*\\.?)\"");

  private final Set<String> keys = new Bundle(Language.ENGLISH).keys();
  private final String sources =
      SOURCES.stream().map(UsedKeysTest::read).collect(Collectors.joining("\n"));

  @Test
  void everyKeyThatTheSourcesAskForHasAText() {
    Set<String> missing = found(ASKED);
    assertThat(missing).as("the sources were read").isNotEmpty();
    missing.removeAll(keys);
    FAMILIES.forEach(missing::remove);
    assertThat(missing)
        .as("keys asked for that are in no bundle (or beginnings not declared in FAMILIES)")
        .isEmpty();
  }

  @Test
  void everyTextIsAskedFor() {
    Set<String> unused = new TreeSet<>(keys);
    unused.removeAll(found(LITERAL));
    unused.removeIf(key -> FAMILIES.stream().anyMatch(key::startsWith));
    assertThat(unused).as("texts that no main source asks for").isEmpty();
  }

  private Set<String> found(Pattern pattern) {
    return pattern
        .matcher(sources)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path root) {
    try (var files = Files.walk(root)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
