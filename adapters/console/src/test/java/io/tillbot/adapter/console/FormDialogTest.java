package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Form.Need;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormDialogTest {
  private static final Form.Line CITY =
      new Form.Line("city", Text.of("city"), Need.REQUIRED, null, "Riga");
  private static final Form.Line PHONE =
      new Form.Line("phone", Text.of("phone"), Need.OPTIONAL, null, "+371 2000");
  private static final Form.Line MAIL =
      new Form.Line("mail", Text.of("mail"), Need.REQUIRED, Value.data("a@b.example"), "x@y");

  private final Partner partner = new Partner(_ -> Partner.answered("x"));

  @Test
  void aLineIsTheAnswer() {
    ScriptedTerminal terminal = new ScriptedTerminal("  Old Town ");
    assertThat(ask(terminal, CITY)).contains(Map.of("city", "Old Town"));
    assertThat(terminal.shown()).contains("console.form.hint", "console.form.example");
  }

  @Test
  void whatIsRequiredIsAskedForAgain() {
    ScriptedTerminal terminal = new ScriptedTerminal("", "  ", "Riga");
    assertThat(ask(terminal, CITY)).contains(Map.of("city", "Riga"));
    assertThat(terminal.shown())
        .containsSubsequence("console.form.required", "console.form.required");
  }

  @Test
  void enterLeavesOutWhatIsOptional() {
    ScriptedTerminal terminal = new ScriptedTerminal("");
    assertThat(ask(terminal, PHONE)).contains(Map.of("phone", ""));
    assertThat(terminal.shown()).contains("console.form.optional");
  }

  @Test
  void enterKeepsThePresentValueAlsoOfWhatIsRequired() {
    ScriptedTerminal terminal = new ScriptedTerminal("");
    assertThat(ask(terminal, MAIL)).contains(Map.of("mail", ""));
    assertThat(terminal.shown()).contains("console.form.present");
  }

  @Test
  void aWrongAnswerIsAskedForAgainAtOnce() {
    partner.objecting("nowhere", "no-such-city");
    ScriptedTerminal terminal = new ScriptedTerminal("nowhere", "Riga", "1");
    assertThat(ask(terminal, CITY, PHONE)).contains(Map.of("city", "Riga", "phone", "1"));
    assertThat(terminal.shown()).containsSubsequence("no-such-city", "Riga", "phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", " CANCEL ", "^C", "Ri^C"})
  void cancelAndCtrlCGiveTheFormUp(String word) {
    ScriptedTerminal terminal = new ScriptedTerminal("Riga", word);
    assertThat(ask(terminal, CITY, PHONE)).isEmpty();
    assertThat(terminal.shown()).endsWith("  console.cancelled\n");
  }

  @Test
  void theEndOfTheInputGivesTheFormUp() {
    assertThat(ask(new ScriptedTerminal(), CITY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'1', inv-a",
    "'2 1', 'inv-b inv-a'",
    "'1,3', 'inv-a inv-c'",
    "' 1 , inv-C,1 ', 'inv-a inv-c'",
  })
  void severalAreChosenByNumbersOrIds(String typed, String answer) {
    ScriptedTerminal terminal = new ScriptedTerminal(typed);
    assertThat(ask(terminal, selection(1, "inv-a", "inv-b", "inv-c")))
        .contains(Map.of("ids", answer));
    assertThat(terminal.shown()).contains("  1  inv-a\n", "  3  inv-c\n");
  }

  @Test
  void tooFewOrUnlistedOnesAreAskedForAgain() {
    ScriptedTerminal terminal = new ScriptedTerminal("", "1", "1 9", "1 2");
    assertThat(ask(terminal, selection(2, "inv-a", "inv-b")))
        .contains(Map.of("ids", "inv-a inv-b"));
    assertThat(terminal.shown())
        .containsSubsequence(
            "console.selection.too-few", "console.selection.too-few", "console.selection.unlisted");
  }

  @Test
  void anIdThatCouldBeAnotherOnesNumberIsNeverTakenForIt() {
    ScriptedTerminal terminal = new ScriptedTerminal("1", "2");
    assertThat(ask(terminal, selection(1, "2", "101"))).contains(Map.of("ids", "2"));
    assertThat(terminal.shown()).contains("  2  2\n", "  101  101\n", "console.selection.unlisted");
  }

  private static Form.Selection selection(int least, String... ids) {
    return new Form.Selection(
        "ids",
        Text.of("ids"),
        Stream.of(ids).map(id -> new Form.Option(id, Samples.words(id))).toList(),
        least);
  }

  private Optional<Map<String, String>> ask(ScriptedTerminal terminal, Form.Question... questions) {
    Talking talking = new Talking(terminal, new Written(new SampleTexts(), Locale.ENGLISH));
    return new FormDialog(terminal, talking, partner::check)
        .ask(new Form("contact add", Map.of(), Text.of("title"), List.of(questions)));
  }
}
