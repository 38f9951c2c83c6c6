package io.tillbot.app.arch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of {@code docs/asvs.md}.
 *
 * @param numbers of the requirements, such as 1.2.3
 * @param levels as they are written, such as {@code 1, 2}
 * @param verdict one of {@link Verdict}
 * @param grounds the tests or the reason
 */
record AsvsRow(List<String> numbers, String levels, String asked, String verdict, String grounds) {
  private static final String SOMETHING_OF_OURS = "(?s).*(By construction|Documented): .*";
  private static final int CELLS = 5;

  /** How a requirement is stood to. */
  enum Verdict {
    MET("met"),
    PARTLY("partly"),
    NOT_MET("not met"),
    NOT_APPLICABLE("not applicable");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** The rows of the tables; their heads begin with no number. */
  static List<AsvsRow> in(String document) {
    return document.lines().filter(line -> line.matches("[|] \\d.*")).map(AsvsRow::of).toList();
  }

  private static AsvsRow of(String line) {
    List<String> cells = Arrays.stream(line.split("[|]")).skip(1).map(String::strip).toList();
    if (cells.size() != CELLS) {
      throw new AssertionError("not a row of five cells: " + line);
    }
    return new AsvsRow(
        List.of(cells.get(0).split(", ")), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  Optional<Verdict> judged() {
    return Stream.of(Verdict.values()).filter(each -> each.word().equals(verdict)).findFirst();
  }

  /** Whether the grounds can carry the verdict: what is met can be looked up, the rest is told. */
  boolean hasGrounds() {
    boolean isToldInWords = grounds.replaceAll("`[^`]*`", "").matches("(?s).*\\p{L}.*");
    return judged()
        .map(
            judgement ->
                switch (judgement) {
                  case MET ->
                      !NamedTests.in(grounds).isEmpty() || grounds.matches(SOMETHING_OF_OURS);
                  case PARTLY, NOT_MET, NOT_APPLICABLE -> isToldInWords;
                })
        .orElse(false);
  }
}
