package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplTest {
  private static final Form FORM =
      new Form(
          "link",
          Map.of(),
          Text.of("link"),
          List.of(
              new Form.Choice(
                  "kind",
                  Text.of("kind"),
                  List.of(
                      new Form.Option("token", Text.of("token")),
                      new Form.Option("api-key", Text.of("key")))),
              new Form.SecretText("secret", Text.of("secret"), null)));

  @TempDir private Path directory;

  /** Remembers what it was told, and answers as the test wants. */
  private static final class Partner implements Conversation {
    private final List<String> heard = new ArrayList<>();
    private final List<Map<String, String>> answers = new ArrayList<>();
    private final Function<String, Outcome> reaction;

    private Partner(Function<String, Outcome> reaction) {
      this.reaction = reaction;
    }

    @Override
    public Outcome say(String line) {
      heard.add(line);
      return reaction.apply(line);
    }

    @Override
    public Outcome answer(Form form, Map<String, String> given) {
      answers.add(given);
      return answered("linked now");
    }
  }

  @Test
  void aLineIsAnsweredWithItsCardAndItsFileIsSaved() {
    ScriptedTerminal terminal = new ScriptedTerminal("/invoice 123");
    Partner partner = run(terminal, _ -> Samples.invoice());
    assertThat(partner.heard).containsExactly("/invoice 123");
    assertThat(terminal.shown())
        .contains("! Invoice 123\n")
        .contains("→ /pdf 123  Get the PDF\n")
        .contains("Saved: ");
    assertThat(directory.resolve("invoice-123.pdf")).exists();
  }

  @Test
  void theWelcomeComesBeforeTheFirstPrompt() {
    ScriptedTerminal terminal = new ScriptedTerminal();
    Partner partner = run(terminal, _ -> answered("x"));
    assertThat(terminal.shown()).contains("console.welcome", "/credit").endsWith("tillbot> \n");
    assertThat(partner.heard).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "invoice 123, /invoice 123",
    "'  /credit  ', /credit",
    "help, /billing help",
    "/help, /billing help",
    "HELP invoice, /billing HELP invoice",
    "helper, /helper",
  })
  void theSlashMayBeLeftOut(String typed, String heard) {
    assertThat(run(new ScriptedTerminal(typed), _ -> answered("x")).heard).containsExactly(heard);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "quit", "/exit", " QUIT "})
  void aFarewellLeaves(String farewell) {
    ScriptedTerminal terminal = new ScriptedTerminal(farewell, "/credit");
    assertThat(run(terminal, _ -> answered("x")).heard).isEmpty();
    assertThat(terminal.linesLeft()).isOne();
  }

  @Test
  void emptyLinesAreIgnored() {
    assertThat(run(new ScriptedTerminal("", "   ", "\t"), _ -> answered("x")).heard).isEmpty();
  }

  @Test
  void aVeryLongLineIsRefused() {
    ScriptedTerminal terminal = new ScriptedTerminal("x".repeat(4_001));
    assertThat(run(terminal, _ -> answered("x")).heard).isEmpty();
    assertThat(terminal.shown()).contains("! console.line-too-long");
  }

  @Test
  void aLongTableIsShownPageByPage() {
    ScriptedTerminal terminal = new ScriptedTerminal("list", "more", "more", "more");
    Partner partner =
        run(
            terminal,
            _ ->
                new Outcome.Answered(
                    Reply.card(Text.of("plain")).table(Samples.table(43)).build()));
    assertThat(partner.heard).containsExactly("/list");
    String[] pages = terminal.shown().split("tillbot> ", -1);
    assertThat(pages[1])
        .contains("row-1 ", "row-20 ", "20 of 43 shown, more for 20")
        .doesNotContain("row-21");
    assertThat(pages[2])
        .contains("Description", "row-21 ", "row-40 ", "40 of 43 shown, more for 3")
        .doesNotContain("row-20 ");
    assertThat(pages[3]).contains("row-41 ", "row-43 ", "43 of 43 shown, the last");
    assertThat(pages[4]).contains("! console.more.none").doesNotContain("row-");
  }

  @Test
  void aTableOfTwentyRowsIsShownWhole() {
    ScriptedTerminal terminal = new ScriptedTerminal("list", "more");
    run(
        terminal,
        _ -> new Outcome.Answered(Reply.card(Text.of("plain")).table(Samples.table(20)).build()));
    assertThat(terminal.shown())
        .contains("row-20 ", "! console.more.none")
        .doesNotContain("more for");
  }

  @Test
  void anotherAnswerEndsThePagesOfTheOneBefore() {
    ScriptedTerminal terminal = new ScriptedTerminal("list", "credit", "more");
    run(
        terminal,
        line ->
            line.equals("/list")
                ? new Outcome.Answered(
                    Reply.card(Text.of("plain")).table(Samples.table(43)).build())
                : answered("credit"));
    assertThat(terminal.shown()).contains("! console.more.none").doesNotContain("row-21");
  }

  @ParameterizedTest
  @CsvSource({"'', token", "1, token", "2, api-key", "API-KEY, api-key", "' 2 ', api-key"})
  void aFormIsAskedQuestionByQuestion(String choice, String kind) {
    ScriptedTerminal terminal = new ScriptedTerminal("link", choice, " s3cret-value ");
    Partner partner = run(terminal, _ -> needsInput());
    assertThat(partner.answers).containsExactly(Map.of("kind", kind, "secret", "s3cret-value"));
    assertThat(terminal.shown())
        .contains("  1  console.choice.default", "  2  API key", "linked now")
        .doesNotContain("s3cret-value");
  }

  @Test
  void aWrongChoiceIsAskedAgain() {
    ScriptedTerminal terminal = new ScriptedTerminal("link", "3", "no", "2", "s3cret");
    Partner partner = run(terminal, _ -> needsInput());
    assertThat(partner.answers).hasSize(1);
    assertThat(terminal.shown()).containsSubsequence("choice.invalid", "choice.invalid");
  }

  @Test
  void cancelOrTheEndOfTheInputGivesAFormUp() {
    for (String[] lines :
        List.of(
            new String[] {"link", "cancel"},
            new String[] {"link"},
            new String[] {"link", "1"},
            new String[] {"link", "1", "  "})) {
      ScriptedTerminal terminal = new ScriptedTerminal(lines);
      assertThat(run(terminal, _ -> needsInput()).answers).isEmpty();
      assertThat(terminal.shown()).contains("console.cancelled");
    }
  }

  @Test
  void aSecretIsNotAskedForWhereItWouldBeSeen() {
    ScriptedTerminal terminal = new ScriptedTerminal("link", "1", "s3cret").thatCannotHide();
    Partner partner = run(terminal, _ -> needsInput());
    assertThat(partner.answers).isEmpty();
    assertThat(terminal.shown()).contains("console.secret.visible");
    assertThat(terminal.hasAskedFor("console.secret.prompt")).isFalse();
  }

  @Test
  void anUnexpectedFaultIsOneCalmSentenceAndTheTalkGoesOn() {
    ScriptedTerminal terminal = new ScriptedTerminal("boom", "credit");
    Partner partner =
        run(
            terminal,
            line -> {
              if (line.equals("/boom")) {
                throw new IllegalStateException("token=abc at io.tillbot.Secret");
              }
              return answered("fine");
            });
    assertThat(partner.heard).containsExactly("/boom", "/credit");
    assertThat(terminal.shown())
        .contains("✗ console.failed\n", "fine")
        .doesNotContain("abc", "Exception", "\tat ");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("io.tillbot.adapter.console.Hostile#texts")
  void nothingHostileReachesTheTerminal(String hostile) {
    Form form =
        new Form(
            "f",
            Map.of(),
            Samples.words(hostile),
            List.of(
                new Form.Choice(
                    "kind",
                    Samples.words(hostile),
                    List.of(
                        new Form.Option("a", Samples.words(hostile)),
                        new Form.Option("b", Samples.words(hostile)))),
                new Form.SecretText("s", Samples.words(hostile), Samples.words(hostile))));
    ScriptedTerminal terminal = new ScriptedTerminal("go", "1", "s3cret");
    run(terminal, _ -> new Outcome.NeedsInput(Reply.card(Samples.words(hostile)).build(), form));
    Hostile.assertHarmless(terminal.shown());
  }

  private Partner run(ScriptedTerminal terminal, Function<String, Outcome> reaction) {
    Partner partner = new Partner(reaction);
    new Repl(
            terminal,
            partner,
            new SampleTexts(),
            new FileSaver(directory),
            new Screen(Locale.ENGLISH, 80, Colours.OFF))
        .run(Reply.card(Text.of("console.welcome")).run(Text.of("try"), "/credit").build());
    return partner;
  }

  private static Outcome answered(String words) {
    return new Outcome.Answered(Reply.of(Samples.words(words)));
  }

  private static Outcome needsInput() {
    return new Outcome.NeedsInput(Reply.of(Text.of("needs-link")), FORM);
  }
}
