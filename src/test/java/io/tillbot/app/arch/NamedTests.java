package io.tillbot.app.arch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tests of all modules, as their sources have them: no module sees the test classes of all
 * others. Adapters may use the same name; a test is there when one of that name has it.
 */
final class NamedTests {
  private static final Pattern NAME =
      Pattern.compile("`([A-Z]\\w*(?:Test|IT|Contract))(?:[.](\\w+))?`");
  private static final Pattern MARKED =
      Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|Property|Example)\\b");

  private final Map<String, List<String>> sources;

  NamedTests() {
    this.sources =
        Sources.files(file -> file.toString().matches(".*/src/test/.*[.]java")).stream()
            .collect(
                Collectors.groupingBy(
                    NamedTests::className, Collectors.mapping(Sources::text, Collectors.toList())));
  }

  /** The names in a text: {@code Class} or {@code Class.method} in backticks. */
  static List<String> in(String text) {
    return NAME.matcher(text).results().map(NamedTests::name).toList();
  }

  /** Whether there is such a class, and if a method is named, such a test in or above it. */
  boolean has(String name) {
    String[] parts = name.split("[.]");
    return parts.length == 1 ? sources.containsKey(name) : hasMethod(parts[0], parts[1]);
  }

  private boolean hasMethod(String type, String method) {
    return sources.getOrDefault(type, List.of()).stream()
        .anyMatch(source -> declares(source, method) || inherits(source, type, method));
  }

  private static boolean declares(String source, String method) {
    Matcher found = Pattern.compile("(?m)^  (?:public )?void " + method + "\\(").matcher(source);
    return found.find() && MARKED.matcher(before(source, found.start())).find();
  }

  /** What stands between a method and the blank line above it. */
  private static String before(String source, int start) {
    return source.substring(Math.max(source.lastIndexOf("\n\n", start), 0), start);
  }

  private boolean inherits(String source, String type, String method) {
    return Pattern.compile("class " + type + " extends (\\w+)")
        .matcher(source)
        .results()
        .map(match -> match.group(1))
        .anyMatch(parent -> hasMethod(parent, method));
  }

  private static String name(MatchResult match) {
    return match.group(2) == null ? match.group(1) : match.group(1) + "." + match.group(2);
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
