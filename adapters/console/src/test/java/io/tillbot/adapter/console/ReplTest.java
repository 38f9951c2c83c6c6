package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final CommandSpec INVOICE =
      CommandSpec.read("invoice", Visibility.PRIVATE, OptionSpec.required("id", IdType.invoice()));

  @TempDir private Path directory;

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
    Partner partner = run(terminal, _ -> Partner.answered("x"));
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
    assertThat(run(new ScriptedTerminal(typed), _ -> Partner.answered("x")).heard)
        .containsExactly(heard);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "quit", "/exit", " QUIT "})
  void aFarewellLeaves(String farewell) {
    ScriptedTerminal terminal = new ScriptedTerminal(farewell, "/credit");
    assertThat(run(terminal, _ -> Partner.answered("x")).heard).isEmpty();
    assertThat(terminal.linesLeft()).isOne();
  }

  @Test
  void emptyLinesAreIgnored() {
    assertThat(run(new ScriptedTerminal("", "   ", "\t"), _ -> Partner.answered("x")).heard)
        .isEmpty();
  }

  @Test
  void aVeryLongLineIsRefused() {
    ScriptedTerminal terminal = new ScriptedTerminal("x".repeat(4_001));
    assertThat(run(terminal, _ -> Partner.answered("x")).heard).isEmpty();
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
                : Partner.answered("credit"));
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
            new String[] {"link", "^C"},
            new String[] {"link", "1", "^C"},
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
              return Partner.answered("fine");
            });
    assertThat(partner.heard).containsExactly("/boom", "/credit");
    assertThat(terminal.shown())
        .contains("✗ console.failed\n", "fine")
        .doesNotContain("abc", "Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "Y", " да ", "д"})
  void aPlainYesCarriesTheChangeOut(String yes) {
    ScriptedTerminal terminal = new ScriptedTerminal("pay 123", yes, "credit");
    Partner partner = run(terminal, ReplTest::payOrAnswer);
    assertThat(partner.heard).containsExactly("/pay 123", "confirm", "/credit");
    assertThat(terminal.shown())
        .containsSubsequence("Pay it?", "console.confirm.prompt", "carried out", "fine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "N", "нет", "н", "", "  ", "^C", "ye^C"})
  void aNoAnEmptyLineAndCtrlCStopIt(String no) {
    ScriptedTerminal terminal = new ScriptedTerminal("pay 123", no, "credit");
    Partner partner = run(terminal, ReplTest::payOrAnswer);
    assertThat(partner.heard).containsExactly("/pay 123", "stop", "/credit");
    assertThat(terminal.shown()).contains("stopped").doesNotContain("carried out");
  }

  @Test
  void theEndOfTheInputIsANo() {
    assertThat(run(new ScriptedTerminal("pay 123"), ReplTest::payOrAnswer).heard)
        .containsExactly("/pay 123", "stop");
  }

  @Test
  void whateverElseIsAskedAgain() {
    ScriptedTerminal terminal = new ScriptedTerminal("pay 123", "/credit", "yess", "ok", "yes");
    Partner partner = run(terminal, ReplTest::payOrAnswer);
    assertThat(partner.heard).containsExactly("/pay 123", "confirm");
    assertThat(terminal.shown())
        .containsSubsequence("console.confirm.again", "console.confirm.again");
  }

  @Test
  void theButtonsOfAChangeAreNoCommands() {
    ScriptedTerminal terminal = new ScriptedTerminal("pay 123", "no");
    run(terminal, ReplTest::payOrAnswer);
    assertThat(terminal.shown())
        .contains("→ /invoice 123  show it\n")
        .doesNotContain("press to confirm", "press to stop", "ticket-of-a-change");
  }

  @Test
  void whatBecameOfAFaultyChangeIsUnknownAndNotNothing() {
    ScriptedTerminal terminal = new ScriptedTerminal("pay 123", "yes", "credit");
    Partner partner =
        new Partner(ReplTest::payOrAnswer)
            .confirming(
                () -> {
                  throw new IllegalStateException("token=abc");
                });
    run(terminal, partner);
    assertThat(terminal.shown())
        .contains("! console.failed-change\n", "unknown.do-not-repeat", "fine")
        .doesNotContain("abc", "console.failed\n");
  }

  @Test
  void theAnswersOfAFormMayHaveToBeConfirmed() {
    ScriptedTerminal terminal = new ScriptedTerminal("edit", "1", "s3cret", "yes");
    Partner partner = new Partner(_ -> needsInput()).answering(ReplTest::needsConfirmation);
    run(terminal, partner);
    assertThat(partner.heard).containsExactly("/edit", "confirm");
  }

  @Test
  void ctrlCClearsALineAndOnAnEmptyOneSaysHowToLeave() {
    ScriptedTerminal terminal = new ScriptedTerminal("/pay 12^C", "/credit");
    assertThat(run(terminal, _ -> Partner.answered("x")).heard).containsExactly("/credit");
    assertThat(terminal.shown()).doesNotContain("console.how-to-leave");

    ScriptedTerminal empty = new ScriptedTerminal("^C", "^C", "/credit");
    assertThat(run(empty, _ -> Partner.answered("x")).heard).containsExactly("/credit");
    assertThat(empty.shown())
        .containsSubsequence("console.how-to-leave", "console.how-to-leave", "/credit");
  }

  @Test
  void eachCardIsAsWideAsTheTerminalIsThen() {
    ScriptedTerminal terminal = new ScriptedTerminal("list", "list");
    Deque<Integer> widths = new ArrayDeque<>(List.of(32, 80));
    run(
        terminal,
        _ -> {
          terminal.resize(widths.remove());
          return Samples.unpaidList();
        });
    String[] cards = terminal.shown().split("tillbot> ", -1);
    assertThat(cards[1].lines()).allMatch(line -> line.length() <= 32);
    assertThat(cards[2].lines()).anyMatch(line -> line.length() > 32);
  }

  @Test
  void invoicesAreProposedAsTheyAreNow() {
    AtomicInteger readings = new AtomicInteger();
    Partner partner =
        new Partner(ReplTest::payOrAnswer)
            .knowing(
                List.of(INVOICE),
                () ->
                    List.of(
                        new Proposal(
                            "12" + readings.incrementAndGet(),
                            List.of(Text.of("overdue"), Value.data("5 Nov")))));
    List<List<String>> completed = new ArrayList<>();
    ScriptedTerminal terminal = new ScriptedTerminal("invoice 1", "pay 1", "yes", "exit");
    Terminal watching = new Watching(terminal, () -> completed.add(terminal.completed("invoice ")));
    new Repl(watching, partner, new SampleTexts(), new FileSaver(directory))
        .run(Reply.of(Text.of("welcome")));
    assertThat(completed)
        .containsExactly(
            List.of("121 (Overdue · 5 Nov)"),
            List.of("122 (Overdue · 5 Nov)"),
            List.of("123 (Overdue · 5 Nov)"));
  }

  /** Looks at what would be completed, at each prompt for a command. */
  private record Watching(ScriptedTerminal terminal, Runnable look) implements Terminal {
    @Override
    public Typed readCommand(String prompt, Completion completion) {
      Typed typed = terminal.readCommand(prompt, completion);
      look.run();
      return typed;
    }

    @Override
    public Typed readAnswer(String prompt) {
      return terminal.readAnswer(prompt);
    }

    @Override
    public boolean canHide() {
      return terminal.canHide();
    }

    @Override
    public Typed readHidden(String prompt) {
      return terminal.readHidden(prompt);
    }

    @Override
    public void print(String text) {
      terminal.print(text);
    }

    @Override
    public Screen screen() {
      return terminal.screen();
    }
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
    return run(terminal, new Partner(reaction));
  }

  private Partner run(ScriptedTerminal terminal, Partner partner) {
    new Repl(terminal, partner, new SampleTexts(), new FileSaver(directory))
        .run(Reply.card(Text.of("console.welcome")).run(Text.of("try"), "/credit").build());
    return partner;
  }

  private static Outcome payOrAnswer(String line) {
    return line.startsWith("/pay") ? needsConfirmation() : Partner.answered("fine");
  }

  private static Outcome needsConfirmation() {
    return new Outcome.NeedsConfirmation(
        Reply.card(Samples.words("Pay it?"))
            .run(Samples.words("show it"), "/invoice 123")
            .button(Samples.words("press to confirm"), new Button.Confirm(Partner.TICKET))
            .button(Samples.words("press to stop"), new Button.Stop(Partner.TICKET))
            .build(),
        Partner.TICKET);
  }

  private static Outcome needsInput() {
    return new Outcome.NeedsInput(Reply.of(Text.of("needs-link")), FORM);
  }
}
