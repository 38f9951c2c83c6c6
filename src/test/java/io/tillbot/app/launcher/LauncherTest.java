package io.tillbot.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, with Java and Maven as stubs; {@link LauncherOnARealJvmTest} has the real one. */
class LauncherTest {

  private static final int NOTHING_RAN = 2;

  private Checkout checkout;

  @BeforeEach
  void aCheckout(@TempDir Path directory) throws Exception {
    checkout = new Checkout(directory);
  }

  // ---- Which Java

  @Test
  void javaHomeComesFirstIfItFits() throws Exception {
    Path wanted = checkout.jdk(checkout.home.resolve("mine"), "25");
    checkout.jdk(checkout.jvm.resolve("a-26"), "26.0.1");
    checkout.built();

    Finished run = checkout.with("JAVA_HOME", wanted.toString()).run();

    assertThat(run.outLines()).first().isEqualTo("java of " + wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/nonsense", "OLD"})
  void anUnfitJavaHomeIsPassedOver(String javaHome) throws Exception {
    Path old = checkout.jdk(checkout.jvm.resolve("a-17"), "17.0.15");
    checkout.jdk(checkout.jvm.resolve("b-8"), "1.8.0_392");
    Path wanted = checkout.jdk(checkout.jvm.resolve("c-25"), "25.0.3");
    checkout.built();

    Finished run = checkout.with("JAVA_HOME", javaHome.replace("OLD", old.toString())).run();

    assertThat(run.outLines()).first().isEqualTo("java of " + wanted);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void java25HomeThenThePathThenTheSystemThenSdkmanThenTheIdesJdks() throws Exception {
    Path ides = checkout.jdk(checkout.home.resolve(".jdks/temurin"), "25.0.3");
    checkout.built();
    assertThat(checkout.run().outLines()).first().isEqualTo("java of " + ides);

    Path sdkman = checkout.jdk(checkout.home.resolve(".sdkman/candidates/java/25-tem"), "25");
    assertThat(checkout.run().outLines()).first().isEqualTo("java of " + sdkman);

    Path system = checkout.jdk(checkout.jvm.resolve("early"), "26-ea");
    assertThat(checkout.run().outLines()).first().isEqualTo("java of " + system);

    Path onPath = checkout.jdk(checkout.home.resolve("some where/jdk"), "25.0.1");
    Path alternative = checkout.bin.resolveSibling("java-alternative");
    Files.createSymbolicLink(alternative, onPath.resolve("bin/java"));
    Files.createSymbolicLink(checkout.bin.resolve("java"), Path.of("../java-alternative"));
    assertThat(checkout.run().outLines()).first().isEqualTo("java of " + onPath);

    Path named = checkout.jdk(checkout.home.resolve("named"), "25.0.2");
    checkout.with("JAVA25_HOME", named.toString());
    assertThat(checkout.run().outLines()).first().isEqualTo("java of " + named);
  }

  @Test
  void saysWhichJavasWereFoundAndHowToGetOneThatFits() throws Exception {
    Path old = checkout.jdk(checkout.jvm.resolve("java-17"), "17.0.15");
    Files.createSymbolicLink(checkout.jvm.resolve("default"), old);
    checkout.jre(checkout.jvm.resolve("java-21"), "21.0.4");
    checkout.maven("");

    Finished run = checkout.with("JAVA_HOME", "/nonsense").run("demo");

    assertThat(run.status()).isEqualTo(NOTHING_RAN);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("needs Java 25 or newer")
        .containsOnlyOnce("found 17.0.15 in " + old)
        .contains("found 21.0.4 without a compiler")
        .contains("JAVA_HOME (/nonsense)", "JAVA25_HOME (not set)", "openjdk-25-jdk");
  }

  @Test
  void aRuntimeWithoutACompilerRunsWhatIsBuiltAndCannotBuild() throws Exception {
    Path jre = checkout.jre(checkout.jvm.resolve("jre"), "25.0.3");
    checkout.maven("");

    Finished unbuilt = checkout.run();
    assertThat(unbuilt.status()).isEqualTo(NOTHING_RAN);
    assertThat(unbuilt.err()).contains("needs a JDK (with javac)", "25.0.3 without a compiler");

    checkout.built();
    assertThat(checkout.run().outLines()).first().isEqualTo("java of " + jre);
  }

  // ---- Building

  @Test
  void buildsOnFirstUseAndNotAgain() throws Exception {
    Path jdk = checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("");

    Finished first = checkout.run("--help");
    Finished second = checkout.run("--help");

    assertThat(first.err()).contains("building (first use)", "built in ", "quicker starts");
    assertThat(first.out()).doesNotContain("Maven");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("[--help]");
    assertThat(checkout.mavenCalls())
        .containsExactly(checkout.root + ": " + jdk + ": -B -q -Dquick -pl src -am package");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java/Main.java", "pom.xml", "bot-core/src/main/java"})
  void buildsAgainWhenASourceIsNewer(String changed) throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("");
    checkout.built();
    checkout.touch(changed);

    assertThat(checkout.run().err()).contains("building (sources have changed)");
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void aChangedTestIsNoReasonToBuild() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("");
    checkout.built();
    checkout.touch("src/test/java/MainTest.java");

    assertThat(checkout.run().err()).isEmpty();
  }

  @Test
  void aSourceChangedDuringTheBuildIsBuiltTheNextTime() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("touch src/main/java/Main.java");

    checkout.run();
    checkout.run();

    assertThat(checkout.mavenCalls()).hasSize(2);
  }

  @Test
  void aBuildThatWasCutOffIsNotTrusted() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("");
    checkout.built();
    Files.createDirectories(checkout.root.resolve("target"));
    Files.createFile(checkout.root.resolve("target/launcher-building"));

    checkout.run();
    checkout.run();

    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLogAndIsTriedAgain() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("echo 'cannot find symbol'; exit 1");

    Finished failed = checkout.run("demo");
    assertThat(failed.status()).isEqualTo(NOTHING_RAN);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).contains("cannot find symbol", "the build failed", "launcher-build");

    checkout.maven("");
    assertThat(checkout.run("demo").status()).isZero();
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");

    Finished run = checkout.run("demo");

    assertThat(run.status()).isEqualTo(NOTHING_RAN);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("needs Maven 3.8.6 or newer (mvn)");
  }

  @Test
  void whatIsBuiltRunsWithoutMavenEvenIfSourcesAreNewer() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.built();
    checkout.touch("pom.xml");

    Finished run = checkout.run("demo");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("[demo]");
    assertThat(run.err()).contains("sources are newer than what was built");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with flock", "without flock"})
  void twoFirstStartsBuildOnce(String how) throws Exception {
    if (how.startsWith("without")) {
      checkout.without("flock");
    }
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven(": >started; until [ -e go ]; do sleep 0.02; done");
    Path script = checkout.root.resolve("tillbot");

    Process one = checkout.start(script, checkout.root, "one");
    BufferedReader oneSays = one.errorReader();
    assertThat(oneSays.readLine()).contains("building");
    Process two = checkout.start(script, checkout.root, "two");
    assertThat(two.errorReader().readLine()).contains("another start is building");
    Files.createFile(checkout.root.resolve("go"));

    assertThat(Finished.of(one)).matches(it -> it.status() == 0 && it.out().contains("[one]"));
    assertThat(Finished.of(two)).matches(it -> it.status() == 0 && it.out().contains("[two]"));
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void aLockWhoseOwnerIsGoneIsTakenOver() throws Exception {
    checkout.without("flock").jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path lock = Files.createDirectories(checkout.root.resolve("target/launcher-lock"));
    Files.writeString(lock.resolve("owner"), gone.pid() + "\n");

    Finished run = checkout.run();

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("taking over");
    assertThat(lock).doesNotExist();
  }

  @Test
  void anInterruptedBuildEndsMavenAndLetsTheNextStartBuild() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven(
        "trap 'echo stopped >stopped; exit 1' TERM; until [ -e go ]; do sleep 0.02; done");
    Process start = checkout.start(checkout.root.resolve("tillbot"), checkout.root);
    assertThat(start.errorReader().readLine()).contains("building");
    Awaitility.await().until(() -> !checkout.mavenCalls().isEmpty());

    start.destroy();

    assertThat(start.waitFor()).isEqualTo(143);
    assertThat(checkout.root.resolve("stopped")).exists();
    Files.createFile(checkout.root.resolve("go"));
    assertThat(checkout.run().status()).isZero();
  }

  // ---- Running

  @Test
  void argumentsAndStatusPassUnchanged() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    Path jar = checkout.built();

    Finished run =
        checkout
            .with("STUB_STATUS", "3")
            .run("exec", "--json", "/invoice \"1\" 'x' * $HOME", "", "a\nb", "\\n");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .endsWith(
            """
            [-jar]
            [%s]
            [exec]
            [--json]
            [/invoice "1" 'x' * $HOME]
            []
            [a
            b]
            [\\n]
            """
                .formatted(jar));
  }

  @Test
  void worksFromAnotherDirectoryThroughSymbolicLinks() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.maven("");
    Path links = Files.createDirectories(checkout.home.resolve("my bin"));
    Path direct = Files.createSymbolicLink(links.resolve("t"), checkout.root.resolve("tillbot"));
    Path relative = Files.createSymbolicLink(links.resolve("till bot"), Path.of("t"));

    assertThat(Finished.of(checkout.start(direct, checkout.home)).status()).isZero();
    assertThat(Finished.of(checkout.start(relative, checkout.jvm)).status()).isZero();
    assertThat(checkout.mavenCalls()).singleElement().asString().startsWith(checkout.root + ":");
  }

  @Test
  void serversGetBothCompilersAndOptionsAreOnesOwn() throws Exception {
    checkout.jdk(checkout.jvm.resolve("jdk"), "25.0.3");
    checkout.built();

    assertThat(checkout.run("exec", "/help").out()).contains("[-XX:TieredStopAtLevel=1]");
    assertThat(checkout.run("run").out()).doesNotContain("[-XX:TieredStopAtLevel=1]");
    assertThat(checkout.with("TILLBOT_JAVA_OPTS", "-Xmx64m  -Dx=*").run("run").outLines())
        .contains("[-Xmx64m]", "[-Dx=*]")
        .doesNotContain("[-XX:+UseSerialGC]");
  }
}
