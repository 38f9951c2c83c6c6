package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The document lists each refusal of the fake once, with a test that there is and that names it.
 */
class FakesDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/fakes.md");
  private static final Path TESTS = Path.of("src/test/java/io/tillbot/adapter/slack/fake");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `?([^|`]+)`? \\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\| `(\\w+)` \\|$",
          Pattern.MULTILINE);

  private record Row(Rule rule, String when, String page, String test) {}

  @Test
  void eachRefusalIsListedOnce() throws IOException {
    List<Rule> listed = rows().stream().map(Row::rule).toList();
    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Rules.all());
    assertThat(listed).hasSizeGreaterThan(100);
  }

  @Test
  void eachRefusalHasATestThatNamesIt() throws IOException {
    for (Row row : rows()) {
      Path test = TESTS.resolve(row.test() + ".java");
      assertThat(test).exists();
      assertThat(java.nio.file.Files.readString(test))
          .as(row.rule() + " in " + row.test())
          .containsPattern("\"" + row.rule().code() + "\"|Law\\." + row.rule().code() + "\\b");
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    List<String> named =
        Pattern.compile("`(\\w+Test)`")
            .matcher(section())
            .results()
            .map(result -> result.group(1))
            .distinct()
            .toList();
    assertThat(named).hasSizeGreaterThan(10);
    for (String test : named) {
      assertThat(List.of(TESTS.resolve(test + ".java"), TESTS.resolveSibling(test + ".java")))
          .as(test)
          .anyMatch(java.nio.file.Files::exists);
    }
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(section()).results().map(FakesDocumentTest::row).toList();
  }

  private static Row row(MatchResult found) {
    return new Row(
        new Rule(found.group(1), found.group(2)), found.group(3), found.group(4), found.group(5));
  }

  private static String section() throws IOException {
    String text = java.nio.file.Files.readString(DOCUMENT);
    int start = text.indexOf("## Slack");
    return text.substring(start, text.indexOf("\n## ", start));
  }
}
