package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.console.OneShot.Format;
import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneShotTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  @TempDir private Path directory;

  @Test
  void aCardIsShownAndItsFileIsSaved() {
    assertThat(show(Samples.invoice(), Format.CARD)).isEqualTo(ExitStatus.ANSWERED);
    assertThat(shown()).startsWith("! Invoice 123\n").contains("Saved:");
    assertThat(directory.resolve("invoice-123.pdf")).exists();
  }

  @Test
  void jsonIsOneLineWithThePathOfTheFile() {
    assertThat(show(Samples.invoice(), Format.JSON)).isEqualTo(ExitStatus.ANSWERED);
    assertThat(shown())
        .startsWith("{\"outcome\":\"answered\"")
        .contains("\"path\":\"" + directory.resolve("invoice-123.pdf") + "\"")
        .endsWith("\"correlation\":\"c0ffee\"}\n")
        .containsOnlyOnce("\n");
  }

  @Test
  void aRefusalIsShownAndTold() {
    assertThat(show(Samples.didYouMean(), Format.CARD)).isEqualTo(ExitStatus.NOT_ANSWERED);
    assertThat(shown()).contains("Did you mean /invoice?");
  }

  @Test
  void aFileThatCannotBeSavedIsNoFullAnswer() throws IOException {
    directory = Files.writeString(directory.resolve("taken"), "a file");
    assertThat(show(Samples.invoice(), Format.JSON)).isEqualTo(ExitStatus.NOT_ANSWERED);
    assertThat(shown()).contains("\"path\":null").contains("invoice-123.pdf was not saved");
  }

  @Test
  void whatNeedsAConfirmationSaysHowToGiveIt() {
    assertThat(show(change(), Format.CARD)).isEqualTo(ExitStatus.NOT_ANSWERED);
    assertThat(shown()).contains("Pay it?", "console.confirm.with-yes").doesNotContain("press");
  }

  @Test
  void aPreviewOfWhatIsConfirmedAlreadyDoesNotAskForIt() {
    oneShot().preview(change());
    assertThat(shown()).contains("Pay it?").doesNotContain("console.confirm.with-yes", "press");
  }

  private static Outcome.NeedsConfirmation change() {
    return new Outcome.NeedsConfirmation(
        Reply.card(Samples.words("Pay it?"))
            .button(Samples.words("press"), new Button.Confirm(Partner.TICKET))
            .build(),
        Partner.TICKET);
  }

  private ExitStatus show(Outcome outcome, Format format) {
    return oneShot().show(outcome, "c0ffee", format);
  }

  private OneShot oneShot() {
    SampleTexts texts = new SampleTexts();
    return new OneShot(
        new CardRenderer(texts),
        new JsonRenderer(texts),
        new FileSaver(directory),
        new Screen(Locale.ENGLISH, 80, Colours.OFF),
        new PrintStream(bytes, false, StandardCharsets.UTF_8));
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
