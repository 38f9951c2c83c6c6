package io.tillbot.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.HostileLines;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileLinesTest {
  private static final int LONGEST_ECHO = 100;

  /** What the catalogue itself says at most: all commands' names in one sentence. */
  private static final int LONGEST_OWN_WORDS = 600;

  private static final TestBot BOT = bot();

  /** Each line with the answer to it. */
  private static final Map<String, Outcome> ANSWERS = answers();

  @Test
  void thereAreEnoughOfThemAndNoneTwice() {
    assertThat(HostileLines.all()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
  }

  @Test
  void theyAreTheSameOnEveryRun() {
    assertThat(HostileLines.all().equals(HostileLines.all())).isTrue();
  }

  @Test
  void eachIsAnsweredOrRefusedAndNeverBreaksAnything() {
    each(
        (line, outcome) ->
            outcome instanceof Outcome.Answered
                || outcome instanceof Outcome.Refused
                || outcome instanceof Outcome.NeedsInput);
  }

  @Test
  void noReplyHoldsAHiddenCharacter() {
    eachPiece(piece -> piece.codePoints().noneMatch(HostileLinesTest::isHidden));
  }

  @Test
  void noReplyEchoesMoreThanAFewWords() {
    eachPiece(
        piece ->
            piece.codePointCount(0, piece.length())
                <= (isOurs(piece) ? LONGEST_OWN_WORDS : LONGEST_ECHO));
  }

  @Test
  void noReplyListsProblemsWithoutEnd() {
    each((line, outcome) -> outcome.reply().body().size() <= 5);
  }

  @Test
  void noLineUnlinksTheCaller() {
    assertThat(BOT.vault().link(TestBot.ANN)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "invoice, id",
    "invoice, no-pdf",
    "invoice, location",
    "invoices, status",
    "invoices, nonsense",
    "transactions, server",
    "billing help, command"
  })
  void platformsOptionsAreNoWeakerThanText(String command, String option) {
    for (String word : shortOnes()) {
      Reply reply = BOT.call(command, Map.of(option, word)).reply();
      boolean isFine =
          Words.everything(reply).stream()
              .filter(piece -> !isOurs(piece))
              .allMatch(
                  piece ->
                      piece.codePointCount(0, piece.length()) <= LONGEST_ECHO
                          && piece.codePoints().noneMatch(HostileLinesTest::isHidden));
      if (!isFine) {
        fail(command + " " + option + " " + shown(word) + ": " + Words.everything(reply));
      }
    }
  }

  @Test
  void anOptionsNameMayBeHostileAsWell() {
    for (String name : shortOnes()) {
      Reply reply = BOT.call("invoice", Map.of(name, "1")).reply();
      if (Words.everything(reply).stream().anyMatch(piece -> piece.length() > LONGEST_ECHO * 2)) {
        fail(shown(name));
      }
    }
  }

  /** A megabyte is tried as a line; a platform's own limits cut its options far earlier. */
  private static List<String> shortOnes() {
    return HostileLines.all().stream().filter(line -> line.length() <= 12_000).toList();
  }

  private static void each(BiPredicate<String, Outcome> isFine) {
    ANSWERS.forEach(
        (line, outcome) -> {
          if (!isFine.test(line, outcome)) {
            fail(shown(line) + ": " + Words.everything(outcome.reply()));
          }
        });
  }

  private static void eachPiece(Predicate<String> isFine) {
    each((line, outcome) -> Words.everything(outcome.reply()).stream().allMatch(isFine));
  }

  /** Usage and lists of commands are the catalogue's words, not an echo. */
  private static boolean isOurs(String piece) {
    return piece.contains("/billing ") || piece.contains("[--") || piece.contains(", /credit, ");
  }

  private static Map<String, Outcome> answers() {
    Map<String, Outcome> answers = new LinkedHashMap<>();
    HostileLines.all().forEach(line -> answers.put(line, BOT.say(line)));
    return answers;
  }

  private static TestBot bot() {
    TestBot bot = TestBot.linked();
    ApiResult<Object> down = new ApiResult.Refused<>(Samples.refusal("not here"));
    for (Class<?> request : ReadRequest.class.getPermittedSubclasses()) {
      bot.billing().always(request, down);
    }
    return bot;
  }

  /** What may not be in a text that we show; written apart from the code under test. */
  private static boolean isHidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (point >= 0xE0000 && point <= 0xE0FFF)
        || point == 0x3164
        || point == 0x115F
        || point == 0xFFA0
        || point == 0x034F
        || point == 0x2800;
  }

  private static String shown(String line) {
    String start = line.substring(0, Math.min(60, line.length()));
    StringBuilder shown = new StringBuilder(line.length() + ": ");
    start
        .chars()
        .forEach(c -> shown.append(c > 31 && c < 127 ? "" + (char) c : "\\u%04X".formatted(c)));
    return shown.toString();
  }
}
