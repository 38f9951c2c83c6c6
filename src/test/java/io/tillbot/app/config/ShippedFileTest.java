package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that is shipped says what the code does: every key, with its default, and no other. */
class ShippedFileTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SHIPPED = ROOT.resolve("config/tillbot.yaml");
  private static final Pattern SWITCHED_OFF = Pattern.compile("(?m)^( *)#(?=[a-z-]+:)");
  private static final Pattern SECTION = Pattern.compile("([a-z]+):");
  private static final Pattern KEY = Pattern.compile("  #([a-z-]+):(?: (.*))?");
  private static final Pattern VARIABLE = Pattern.compile("TILLBOT_[A-Z_]+");

  @TempDir Path directory;
  private Workplace workplace;
  private String shipped = "";

  @BeforeEach
  void aWorkplace() throws IOException {
    workplace = new Workplace(directory);
    shipped = Files.readString(SHIPPED);
  }

  @Test
  void asItIsItChangesNothing() {
    assertThat(workplace.settings(shipped).read()).isEqualTo(Configuration.defaults());
  }

  @Test
  void switchedOnItSaysTheDefaultsOfTheCode() {
    String switchedOn = SWITCHED_OFF.matcher(shipped).replaceAll("$1");

    assertThat(workplace.settings(switchedOn).read()).isEqualTo(Configuration.defaults());
    assertThat(workplace.settings(switchedOn.replace("port: 8080", "port: 8081")).read())
        .isNotEqualTo(Configuration.defaults());
  }

  @Test
  void everyKeyStandsThereOnceWithItsDefaultAndNoOther() {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      defaults.put(setting.key(), setting.ordinary().orElse(""));
    }

    assertThat(keys()).containsExactlyEntriesOf(defaults);
  }

  @Test
  void everyKeyIsExplainedAndNamesItsVariables() {
    String comment = "";
    List<String> unexplained = new ArrayList<>();
    List<Setting> left = new ArrayList<>(List.of(Setting.values()));
    for (String line : shipped.lines().toList()) {
      if (KEY.matcher(line).matches()) {
        Setting setting = left.removeFirst();
        String names =
            setting.variable() + setting.fileVariable().map(file -> " or " + file).orElse("");
        if (!comment.endsWith("  # " + names + "\n") || comment.lines().count() < 2) {
          unexplained.add(setting.key());
        }
      }
      comment = line.startsWith("  # ") ? comment + line + "\n" : "";
    }
    assertThat(unexplained).isEmpty();
    assertThat(left).isEmpty();
  }

  @Test
  void everyVariableThatScriptAndLogReadIsKnown() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (String file : List.of("tillbot", "src/main/resources/logback.xml")) {
      VARIABLE
          .matcher(Files.readString(ROOT.resolve(file)))
          .results()
          .forEach(found -> used.add(found.group()));
    }

    assertThat(used).contains("TILLBOT_JAVA_OPTS", "TILLBOT_LOG_LEVEL");
    assertThat(Variables.known()).containsAll(used);
  }

  /**
   * Each {@code exec} reads the file; a parser is loaded only where there is something to parse.
   */
  @Test
  void theShippedFileNeedsNoParser() {
    Stream.of(shipped, "http:\n", "# x\n\n")
        .forEach(text -> assertThat(SettingsFile.saysNothing(text)).isTrue());
    Stream.of("http:\n  port: 1\n", "htpp:\n", "x")
        .forEach(text -> assertThat(SettingsFile.saysNothing(text)).isFalse());
  }

  private Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    String section = "";
    for (String line : shipped.lines().toList()) {
      Matcher heading = SECTION.matcher(line);
      Matcher key = KEY.matcher(line);
      if (heading.matches()) {
        section = heading.group(1);
      } else if (key.matches()) {
        String value = key.group(2) == null ? "" : key.group(2).replaceAll("^\\[|]$", "");
        assertThat(keys.put(section + "." + key.group(1), value)).as(line).isNull();
      }
    }
    return keys;
  }
}
