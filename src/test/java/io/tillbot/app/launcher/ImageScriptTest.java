package io.tillbot.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.app.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of the image that need neither Docker nor a built program, with stubs. */
class ImageScriptTest {
  private static final Path TOOLS = Dockerfile.ROOT.resolve("tools");
  private static final int WRONG_USE = 2;

  @TempDir Path directory;

  @Test
  void buildsAsTheLauncherDoes() throws Exception {
    Path source = Files.createDirectories(directory.resolve("sou rce"));
    Path old = Files.createDirectories(source.resolve("src/target/app/lib")).resolve("old.jar");
    Files.createFile(old);
    Path bin = directory.resolve("bin");
    Checkout.executable(bin.resolve("mvn"), "#!/bin/sh\necho \"$PWD: $*\"\n");

    Finished build = run(bin, "build", source.toString());

    String arguments = "-B -q -Dquick -pl src -am package";
    assertThat(build).isEqualTo(new Finished(0, source + ": " + arguments + "\n", ""));
    assertThat(Files.readString(Dockerfile.ROOT.resolve("tillbot"))).contains("mvn " + arguments);
    assertThat(old).doesNotExist();
  }

  @Test
  void aBuildThatFailsIsNoSuccess() throws Exception {
    Path bin = directory.resolve("bin");
    Checkout.executable(bin.resolve("mvn"), "#!/bin/sh\nexit 1\n");

    assertThat(run(bin, "build", directory.toString()).status()).isEqualTo(1);
  }

  @Test
  void whatIsNotBuiltIsNotInstalled() throws Exception {
    Path prefix = directory.resolve("prefix");

    Finished install = run(directory, "install", directory.toString(), prefix.toString());

    assertThat(install.status()).isEqualTo(WRONG_USE);
    assertThat(install.err()).contains("not built");
    assertThat(prefix).doesNotExist();
  }

  @Test
  void anInstallationIsNotWrittenOver() throws Exception {
    Finished install = run(directory, "install", directory.toString(), directory.toString());

    assertThat(install.status()).isEqualTo(WRONG_USE);
    assertThat(install.err()).contains(directory + " exists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "build", "install a", "instal a b", "state"})
  void wrongUseSaysHowItIsUsed(String arguments) throws Exception {
    Finished run = run(directory, arguments.split(" "));

    assertThat(run.status()).isEqualTo(WRONG_USE);
    assertThat(run.err()).contains("image.sh build SOURCE", "image.sh state DIRECTORY");
  }

  @Test
  void stateLiesWhereTheDefaultsSayAndIsItsOwnersAlone() throws Exception {
    Path state = directory.resolve("state");
    Configuration.Store store = Configuration.defaults().store();
    Path database = Path.of(store.url().substring("jdbc:sqlite:".length()));

    assertThat(run(directory, "state", state.toString()).status()).isZero();

    List<Path> made;
    try (Stream<Path> entries = Files.list(state)) {
      made = entries.toList();
    }
    assertThat(made)
        .map(each -> state.relativize(each))
        .containsExactlyInAnyOrder(
            database.getParent(), store.keyset().getParent(), Path.of("downloads"), Path.of("log"))
        .doesNotHaveDuplicates();
    for (Path each : made) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rwx------");
    }
  }

  /** Stubs for Java print how they were called. */
  @ParameterizedTest
  @ValueSource(strings = {"exec", "run", "sandbox", "own options"})
  void theInstalledProgramIsStartedWithTheLaunchersOptions(String command) throws Exception {
    Checkout checkout = new Checkout(directory);
    Path jdk = checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.built();
    if (command.equals("own options")) {
      checkout.with("TILLBOT_JAVA_OPTS", "-Xmx64m  -Dx=*");
    }
    Files.createSymbolicLink(checkout.bin.resolve("java"), jdk.resolve("bin/java"));
    Path installed = directory.resolve("in stalled/bin/tillbot");
    Files.createDirectories(installed.getParent());
    Files.copy(TOOLS.resolve("image-launcher.sh"), installed);

    Finished expected = checkout.run(command, "/invoice \"1\" 'x' * $HOME", "");
    Process process =
        checkout.start(installed, directory, command, "/invoice \"1\" 'x' * $HOME", "");
    Finished run = Finished.of(process);

    assertThat(run.status()).isZero();
    assertThat(arguments(run)).isEqualTo(arguments(expected)).hasSizeGreaterThan(7);
    assertThat(run.out())
        .contains("[-XX:SharedArchiveFile=" + directory + "/in stalled/tillbot.jsa]");
  }

  /** Without the paths, which differ. */
  private static List<String> arguments(Finished run) {
    Predicate<String> isPath =
        line -> line.startsWith("[-XX:SharedArchiveFile=") || line.endsWith(".jar]");
    return run.outLines().stream().skip(1).filter(isPath.negate()).toList();
  }

  private static Finished run(Path bin, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(TOOLS.resolve("image.sh").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    return Finished.of(builder.start());
  }
}
