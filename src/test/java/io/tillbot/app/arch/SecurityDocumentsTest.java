package io.tillbot.app.arch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.app.arch.AsvsRow.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents about security promise is there to be looked up. */
class SecurityDocumentsTest {
  private static final int LEVEL_1 = 70;
  private static final int LEVEL_2 = 183;

  private final NamedTests tests = new NamedTests();
  private final String document = text("docs/asvs.md");
  private final List<AsvsRow> rows = AsvsRow.in(document);

  @ParameterizedTest
  @ValueSource(strings = {"docs/security.md", "docs/asvs.md"})
  void everyTestThatIsNamedIsThere(String name) {
    List<String> named = NamedTests.in(text(name));

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named).filteredOn(each -> !tests.has(each)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SecurityDocumentsTest, true",
    "SecurityDocumentsTest.whatIsNotThereIsMissed, true",
    "SecurityDocumentsTest.whatWasNeverWritten, false",
    "SecurityDocumentsTest.text, false",
    "PostgresTicketsTest.takingUsesItUp, true",
    "PostgresTicketsTest.whatWasNeverWritten, false",
    "NeverWrittenTest, false"
  })
  void whatIsNotThereIsMissed(String name, boolean isThere) {
    assertThat(tests.has(name)).isEqualTo(isThere);
  }

  @Test
  void everyRequirementOfTheTwoLevelsStandsThereOnceAndInItsOrder() throws IOException {
    Map<String, String> levels = levels();

    assertThat(levels.values()).filteredOn("1"::equals).hasSize(LEVEL_1);
    assertThat(levels.values()).filteredOn("2"::equals).hasSize(LEVEL_2);
    assertThat(rows.stream().flatMap(row -> row.numbers().stream()))
        .containsExactlyElementsOf(levels.keySet());
    assertThat(rows).filteredOn(row -> !row.levels().equals(levelsOf(row, levels))).isEmpty();
  }

  @Test
  void everyRowHasAVerdictAndItsGrounds() {
    assertThat(rows).isNotEmpty();
    assertThat(rows).filteredOn(row -> row.asked().isBlank() || !row.hasGrounds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "met | `OptionTypesTest` | true",
        "met | By construction: there is no other way | true",
        "met | it is so | false",
        "not met | `OptionTypesTest` | false",
        "not met | nobody does it | true",
        "nearly | `OptionTypesTest` does it | false"
      })
  void aVerdictWithoutGroundsIsFound(String verdict, String grounds, boolean isFine) {
    AsvsRow row = new AsvsRow(List.of("1.1.1"), "1", "something", verdict, grounds);

    assertThat(row.hasGrounds()).isEqualTo(isFine);
  }

  @Test
  void theCountIsThatOfTheRows() {
    String count =
        Stream.of(Verdict.values())
            .map(verdict -> count(verdict) + " " + verdict.word())
            .collect(Collectors.joining(", ", "**", ".**"));

    assertThat(document.lines()).contains(count);
  }

  private static String levelsOf(AsvsRow row, Map<String, String> levels) {
    return row.numbers().stream()
        .map(levels::get)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private long count(Verdict verdict) {
    return rows.stream()
        .filter(row -> row.verdict().equals(verdict.word()))
        .mapToLong(row -> row.numbers().size())
        .sum();
  }

  /** The level of each number, in the standard's order. */
  private static Map<String, String> levels() throws IOException {
    Map<String, String> levels = new LinkedHashMap<>();
    try (InputStream in =
        Objects.requireNonNull(
            SecurityDocumentsTest.class.getResourceAsStream("asvs-5.0-levels-1-2.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(line -> assertThat(levels.put(line[0], line[1])).as(line[0]).isNull());
    }
    return levels;
  }

  private static String text(String name) {
    return Sources.text(Sources.ROOT.resolve(name));
  }
}
