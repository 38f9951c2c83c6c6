package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the packaged program is started, as {@code ./tillbot} starts it. */
final class Packaged {
  private static final Path JAR = Path.of("target/app/tillbot-0.1.0-SNAPSHOT.jar");

  private Packaged() {}

  /** The command line, with these options for the JVM. */
  static List<String> command(Path home, List<String> options, String... arguments) {
    assertThat(JAR).exists();
    List<String> command = new ArrayList<>(java(home, options));
    command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A JVM of the same kind, for a program of the test's own. */
  static List<String> java(Path home, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.home=" + home));
    command.addAll(options);
    return command;
  }

  /** An environment that says nothing about Tillbot or the terminal but this. */
  static void prepare(Map<String, String> environment, Map<String, String> wanted) {
    environment.keySet().removeIf(name -> name.startsWith("TILLBOT_") || name.startsWith("XDG_"));
    environment.keySet().removeAll(List.of("NO_COLOR", "COLUMNS"));
    environment.putAll(wanted);
  }
}
