package io.tillbot.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script .ci/run, with a Maven that writes the reports it is told to. */
class ContinuousIntegrationTest {

  private static final String PASSED =
      """
      <testsuite name="A" time="0.1" tests="2" errors="0" skipped="0" failures="0">
        <testcase name="one" classname="A"/>
        <testcase name="two" classname="A">
          <system-out><![CDATA[printed
        <skipped message="only printed"/>
      ]]></system-out>
        </testcase>
      </testsuite>
      """;
  private static final String ONE_SKIPPED_ONE_FAILED =
      """
      <testsuite name="B" time="0.1" tests="3" errors="0" skipped="1" failures="1">
        <testcase name="fine" classname="B"/>
        <testcase name="left out" classname="B">
          <skipped message="no browser"/>
        </testcase>
        <testcase name="broken" classname="B"><failure/></testcase>
      </testsuite>
      """;

  private Path tree;

  @BeforeEach
  void aTree(@TempDir Path directory) throws Exception {
    tree = directory.resolve("a tree");
    Checkout.executable(tree.resolve(".ci/run"), Files.readString(Path.of("../.ci/run")));
  }

  @Test
  void passesAndCountsWhenEveryTestPassed() throws Exception {
    Finished run = run("surefire-reports", PASSED, 0);

    assertThat(run.status()).isZero();
    assertThat(run.outLines()).last().isEqualTo("2 passed, 0 failed, 0 skipped");
    assertThat(run.out()).contains("mvn -B verify, CI=true");
  }

  @Test
  void failsAndNamesTheTestThatWasSkippedAlthoughMavenIsContent() throws Exception {
    Finished run = run("failsafe-reports", ONE_SKIPPED_ONE_FAILED, 0);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("Tests were skipped:\nSKIPPED B.left out\n");
    assertThat(run.outLines()).last().isEqualTo("1 passed, 1 failed, 1 skipped");
  }

  @Test
  void failsWhenMavenFails() throws Exception {
    Finished run = run("surefire-reports", PASSED, 3);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("mvn -B verify ended with status 3");
  }

  @Test
  void failsWhenNoTestRanWhateverAnEarlierRunHasLeft() throws Exception {
    report("surefire-reports", PASSED);

    Finished run = run("elsewhere", PASSED, 0);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("No test ran.");
    assertThat(run.outLines()).last().isEqualTo("0 passed, 0 failed, 0 skipped");
  }

  private Finished run(String place, String report, int status) throws Exception {
    Path waiting = Files.writeString(tree.resolve("waiting.xml"), report);
    Path reports = tree.resolve("module/target").resolve(place);
    Checkout.executable(
        tree.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "mvn $*, CI=$CI"
        mkdir -p '%2$s' && cp '%1$s' '%2$s/TEST-it.xml'
        exit %3$d
        """
            .formatted(waiting, reports, status));
    ProcessBuilder builder = new ProcessBuilder(tree.resolve(".ci/run").toString());
    builder.environment().compute("PATH", (name, path) -> tree.resolve("bin") + ":" + path);
    return Finished.of(builder.start());
  }

  private void report(String place, String report) throws IOException {
    Path reports = Files.createDirectories(tree.resolve("module/target").resolve(place));
    Files.writeString(reports.resolve("TEST-old.xml"), report);
  }
}
