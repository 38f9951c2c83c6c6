package io.tillbot.app.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Dockerfile's instructions, comments and line ends taken out. */
record Dockerfile(List<Instruction> instructions) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern VARIABLE = Pattern.compile("(\\w+)=(\\S+)");
  private static final Pattern SCRIPT = Pattern.compile("\\S*tools/\\S+[^&]*");

  /** One instruction and what follows it. */
  record Instruction(String name, String rest) {}

  static Dockerfile read() throws IOException {
    String text =
        Files.readString(ROOT.resolve("Dockerfile"))
            .replaceAll("(?m)^#.*\\R", "")
            .replaceAll("\\\\\\R\\s*", " ");
    return new Dockerfile(
        text.lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("\\s+", 2))
            .map(halves -> new Instruction(halves[0], halves[1].strip()))
            .toList());
  }

  Stream<String> all(String name) {
    return instructions.stream().filter(each -> each.name().equals(name)).map(Instruction::rest);
  }

  /** That of the last stage. */
  String last(String name) {
    return all(name).reduce((_, later) -> later).orElseThrow();
  }

  /** The words of an instruction that no shell sees; a shell's form has none. */
  List<String> words(String name) {
    return found(QUOTED, last(name)).map(match -> match.group(1)).toList();
  }

  /** Each call of a script of this project, in words. */
  List<List<String>> scripts() {
    return all("RUN")
        .flatMap(rest -> found(SCRIPT, rest))
        .map(match -> List.of(match.group().strip().split("\\s+")))
        .toList();
  }

  /** The arguments of the one call of that step. */
  List<String> step(String name) {
    List<List<String>> calls =
        scripts().stream().filter(words -> words.get(1).equals(name)).toList();
    if (calls.size() != 1) {
      throw new AssertionError("one call of " + name + " is expected: " + calls);
    }
    return calls.getFirst().subList(2, calls.getFirst().size());
  }

  Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    all("ENV")
        .flatMap(rest -> found(VARIABLE, rest))
        .forEach(match -> variables.put(match.group(1), match.group(2)));
    return variables;
  }

  /** How the program is started, if the image's root were that directory. */
  List<String> entrypointBelow(Path root) {
    List<String> words = new ArrayList<>(words("ENTRYPOINT"));
    words.set(0, root + words.getFirst());
    return words;
  }

  private static Stream<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }
}
