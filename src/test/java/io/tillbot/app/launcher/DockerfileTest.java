package io.tillbot.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.app.config.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Dockerfile refers to is there; {@link ImageIT} runs it. */
class DockerfileTest {
  private static final Pattern JAVA = Pattern.compile("eclipse-temurin[:-](\\d+)");
  private static final Pattern RELEASE = Pattern.compile("<maven.compiler.release>(\\d+)<");
  private static final Pattern STEP = Pattern.compile("(?m)^  (\\d):(\\w+)\\) ");

  private Dockerfile dockerfile;

  @BeforeEach
  void read() throws IOException {
    dockerfile = Dockerfile.read();
  }

  @Test
  void everyStepIsACommandOfTheScript() throws IOException {
    Path script = Dockerfile.ROOT.resolve("tools/image.sh");
    List<String> steps =
        STEP.matcher(Files.readString(script))
            .results()
            .map(match -> match.group(2) + " " + match.group(1))
            .toList();

    assertThat(script).isExecutable();
    assertThat(dockerfile.scripts())
        .hasSize(3)
        .allSatisfy(
            call -> {
              assertThat(call.getFirst()).matches("(/source/)?tools/image[.]sh");
              assertThat(steps).contains(call.get(1) + " " + (call.size() - 1));
            });
  }

  @Test
  void theStagesAgreeOnWhereThingsAre() {
    String source = dockerfile.all("WORKDIR").findFirst().orElseThrow();
    String state = dockerfile.last("WORKDIR");

    assertThat(dockerfile.all("COPY")).containsExactly(". .");
    assertThat(dockerfile.step("build")).containsExactly(source);
    assertThat(dockerfile.step("install").getFirst()).isEqualTo(source);
    assertThat(dockerfile.all("RUN")).anyMatch(run -> run.contains("from=build,source=" + source));
    assertThat(dockerfile.words("ENTRYPOINT"))
        .containsExactly(dockerfile.step("install").getLast() + "/bin/tillbot");
    assertThat(dockerfile.words("CMD")).containsExactly("run");
    assertThat(dockerfile.step("state")).containsExactly(state);
    assertThat(dockerfile.words("VOLUME")).containsExactly(state);
    assertThat(dockerfile.last("RUN")).contains("chown -R tillbot:tillbot " + state);
  }

  @Test
  void theProgramIsNotRootAndGetsTheSignal() {
    String user = dockerfile.last("USER");

    assertThat(user).matches("([1-9]\\d+):\\1");
    assertThat(dockerfile.all("RUN"))
        .anyMatch(run -> run.contains("useradd --uid " + user.split(":")[0] + " "));
    assertThat(dockerfile.last("STOPSIGNAL")).isEqualTo("SIGTERM");
  }

  @Test
  void itsVariablesAreKnownAndSayWhatTheImageNeeds() {
    Map<String, String> environment = dockerfile.environment();

    assertThat(environment).containsKeys("TILLBOT_HTTP_ADDRESS", "TILLBOT_LOG_FILE");
    assertThat(ConfigurationReader.read(environment).http().address()).isEqualTo("0.0.0.0");
    assertThat(ConfigurationReader.read(environment).http().port())
        .isEqualTo(Integer.parseInt(dockerfile.last("EXPOSE")));
    assertThat(environment.get("TILLBOT_LOG_FILE"))
        .startsWith(dockerfile.last("WORKDIR") + "/log/");
    assertThat(environment).containsEntry("HOME", dockerfile.last("WORKDIR"));
  }

  @Test
  void bothStagesHaveTheJavaThatTheProgramIsWrittenFor() throws IOException {
    Matcher release = RELEASE.matcher(Files.readString(Dockerfile.ROOT.resolve("pom.xml")));

    assertThat(release.find()).isTrue();
    assertThat(dockerfile.all("FROM"))
        .hasSize(2)
        .allSatisfy(
            image ->
                assertThat(JAVA.matcher(image).results().map(match -> match.group(1)))
                    .containsExactly(release.group(1)));
  }

  @Test
  void nothingIsSentToTheBuildButWhatItNeeds() throws IOException {
    List<String> lines = Files.readAllLines(Dockerfile.ROOT.resolve(".dockerignore"));
    List<String> sent =
        lines.stream().filter(line -> line.startsWith("!")).map(line -> line.substring(1)).toList();

    assertThat(lines).contains("*", "**/target");
    assertThat(sent)
        .contains("pom.xml", "bot-core", "adapters", "src", "tools", "LICENSE")
        .contains("config/tillbot.yaml", "config/policy.yaml")
        .allSatisfy(name -> assertThat(Dockerfile.ROOT.resolve(name)).exists());
  }
}
