package io.tillbot.app.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.md}: method by ending by language; an empty cell fails. */
class CoverageDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/coverage.md");
  private static final Path CONTRACT =
      Path.of("../adapters/billing-client/src/test/resources/contract.json");
  private static final String GOLDEN = "src/test/resources/golden/methods/";
  private static final Pattern METHOD = Pattern.compile("\"([a-z_]+)\"\\s*:\\s*\\{\\s*\"purpose\"");
  private static final List<String> LANGUAGES = List.of("en", "ru");

  @Test
  void theDocumentIsWhatTheCasesAre() throws IOException {
    String text = text();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, text);
    }
    assertThat(DOCUMENT).as("run with -Dgolden.update=true to write it").exists();
    assertThat(Files.readString(DOCUMENT)).isEqualTo(text);
  }

  @Test
  void everyMethodOfTheContractHasEveryEnding() throws IOException {
    TreeMap<String, TreeSet<Ending>> endings = new TreeMap<>();
    MethodCases.all()
        .forEach(
            one -> endings.computeIfAbsent(one.method(), _ -> new TreeSet<>()).add(one.ending()));
    assertThat(endings.keySet()).hasSize(24).isEqualTo(new TreeSet<>(contract()));
    assertThat(endings)
        .allSatisfy(
            (method, found) -> {
              assertThat(found).as(method).contains(Ending.SUCCESS, Ending.REFUSAL, Ending.UNKNOWN);
              assertThat(found.contains(Ending.PREVIEW)).isEqualTo(MethodCases.isWrite(method));
            });
  }

  @Test
  void everyCellsCardIsThere() {
    for (MethodCase one : MethodCases.all()) {
      for (String language : LANGUAGES) {
        assertThat(Path.of("..", GOLDEN, language, one.file())).isNotEmptyFile();
      }
    }
  }

  private static List<String> contract() throws IOException {
    return METHOD
        .matcher(Files.readString(CONTRACT))
        .results()
        .map((MatchResult match) -> match.group(1))
        .distinct()
        .toList();
  }

  private static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # Coverage of the billing API

            Written by `CoverageDocumentTest`. Each cell is a test at the terminal
            (`EveryMethodAtTheTerminalTest`) and its golden card: the real program and the real client
            against the sandbox, with the fault that brings the ending about. Reads have no preview.

            | method | typed | preview | success | refusal | unknown |
            |---|---|---|---|---|---|
            """);
    TreeMap<String, List<MethodCase>> byMethod = new TreeMap<>();
    MethodCases.all()
        .forEach(one -> byMethod.computeIfAbsent(one.method(), _ -> new ArrayList<>()).add(one));
    byMethod.forEach((method, cases) -> text.append(row(method, cases)));
    return text.toString();
  }

  private static String row(String method, List<MethodCase> cases) {
    StringBuilder row = new StringBuilder("| `" + method + "` | `" + typed(cases) + "` |");
    for (Ending ending : Ending.values()) {
      row.append(' ')
          .append(
              cases.stream()
                  .filter(one -> one.ending() == ending)
                  .findFirst()
                  .map(CoverageDocumentTest::links)
                  .orElse(ending == Ending.PREVIEW ? "–" : ""))
          .append(" |");
    }
    return row.append('\n').toString();
  }

  private static String typed(List<MethodCase> cases) {
    return cases.stream()
        .filter(one -> one.ending() == Ending.SUCCESS)
        .map(MethodCase::line)
        .findFirst()
        .orElse("");
  }

  private static String links(MethodCase one) {
    return String.join(
        " ",
        LANGUAGES.stream()
            .map(language -> "[%s](../%s%s/%s)".formatted(language, GOLDEN, language, one.file()))
            .toList());
  }
}
