package io.tillbot.app.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A source tree that holds the real launcher, beside a machine of stubs: a PATH with nothing on it
 * but what is named here, a home directory, and {@code jvm}, which stands for /usr/lib/jvm.
 */
final class Checkout {

  private static final List<String> TOOLS =
      List.of(
          "cat",
          "date",
          "env",
          "find",
          "flock",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sh",
          "sleep",
          "tail",
          "touch");

  final Path root;
  final Path bin;
  final Path jvm;
  final Path home;
  private final Map<String, String> environment = new HashMap<>();

  Checkout(Path directory) throws IOException {
    Path machine = Files.createDirectories(directory.resolve("ma chine"));
    root = Files.createDirectories(directory.resolve("check out"));
    bin = Files.createDirectories(machine.resolve("bin"));
    jvm = Files.createDirectories(machine.resolve("jvm"));
    home = Files.createDirectories(machine.resolve("home"));
    for (String tool : TOOLS) {
      executable(bin.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(tool(tool)));
    }
    String script = Files.readString(Path.of("..", "tillbot"));
    String places = "for candidate in /usr/lib/jvm/* ";
    if (!script.contains(places)) {
      throw new IllegalStateException("The launcher looks elsewhere than the test thinks.");
    }
    executable(
        root.resolve("tillbot"), script.replace(places, "for candidate in '" + jvm + "'/* "));
    source("pom.xml", "<project/>");
    source("src/main/java/Main.java", "class Main {}");
    source("bot-core/src/main/java/Core.java", "class Core {}");
    source("src/test/java/MainTest.java", "class MainTest {}");
  }

  Checkout with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Checkout without(String tool) throws IOException {
    Files.delete(bin.resolve(tool));
    return this;
  }

  /** A JDK whose {@code java} prints where it is, then each of its arguments in brackets. */
  Path jdk(Path place, String version) throws IOException {
    jre(place, version);
    executable(place.resolve("bin/javac"), "#!/bin/sh\n");
    return place;
  }

  Path jre(Path place, String version) throws IOException {
    Files.createDirectories(place.resolve("bin"));
    Files.writeString(
        place.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\nOS_NAME=\"Linux\"\n".formatted(version));
    executable(
        place.resolve("bin/java"),
        """
        #!/bin/sh
        echo "java of $(cd -- "${0%/bin/java}" && pwd)"
        printf '[%s]\\n' "$@"
        exit "${STUB_STATUS:-0}"
        """);
    return place;
  }

  /** A Maven that notes each call and makes the jar, after the commands of {@code first}. */
  void maven(String first) throws IOException {
    executable(
        bin.resolve("mvn"),
        """
        #!/bin/sh
        echo "standard output of Maven"
        echo "$PWD: $JAVA_HOME: $*" >>'%s'
        %s
        mkdir -p src/target/app/lib
        echo jar >src/target/app/tillbot-0.1.0-SNAPSHOT.jar
        """
            .formatted(calls(), first));
  }

  List<String> mavenCalls() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  /**
   * Puts a built jar in place that is newer than every source, with a sign not to look for more.
   */
  Path built() throws IOException {
    Path app = Files.createDirectories(root.resolve("src/target/app"));
    Path jar = Files.writeString(app.resolve("tillbot-0.1.0-SNAPSHOT.jar"), "jar");
    for (String version : List.of("25", "25.0.1", "25.0.2", "25.0.3", "26-ea")) {
      Files.writeString(app.resolve("tillbot-" + version + ".jsa"), "");
    }
    return jar;
  }

  /** Writes a source file as old as an hour. */
  Path source(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    FileTime old = FileTime.from(Instant.now().minusSeconds(3600));
    for (Path each = file; !each.equals(root); each = each.getParent()) {
      Files.setLastModifiedTime(each, old);
    }
    return file;
  }

  /** Makes a file as new as can be. */
  void touch(String name) throws IOException {
    Files.setLastModifiedTime(root.resolve(name), FileTime.from(Instant.now().plusSeconds(2)));
  }

  Finished run(String... arguments) throws Exception {
    return Finished.of(start(root.resolve("tillbot"), root, arguments));
  }

  Process start(Path script, Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  private Path calls() {
    return bin.resolveSibling("maven-calls");
  }

  private static Path tool(String name) {
    for (String directory : List.of("/usr/bin", "/bin")) {
      Path found = Path.of(directory, name);
      if (Files.isExecutable(found)) {
        return found;
      }
    }
    throw new IllegalStateException("The test needs " + name);
  }
}
