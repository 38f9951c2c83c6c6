package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardGoldenTest {
  private final CardRenderer cards = new CardRenderer(new SampleTexts());
  private final JsonRenderer json = new JsonRenderer(new SampleTexts());

  static Stream<Arguments> cards() {
    return Stream.of(
            Arguments.of("invoice", Samples.invoice()),
            Arguments.of("unpaid-list", Samples.unpaidList()),
            Arguments.of("did-you-mean", Samples.didYouMean()),
            Arguments.of("needs-link", Samples.needsLink()),
            Arguments.of("unavailable", Samples.unavailable()),
            Arguments.of("long-texts", Samples.longTexts()),
            Arguments.of("many-columns", Samples.manyColumns()),
            Arguments.of("other-scripts", Samples.otherScripts()))
        .flatMap(
            card ->
                Stream.of(Locale.ENGLISH, SampleTexts.RUSSIAN)
                    .map(locale -> Arguments.of(card.get()[0], card.get()[1], locale)));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aCardLooksAsItsGoldenFile(String name, Outcome outcome, Locale locale) throws IOException {
    String shown = cards.render(outcome, saved(outcome), new Screen(locale, 80, Colours.OFF));
    Golden.check(name + "." + locale.getLanguage() + ".txt", shown);
  }

  @ParameterizedTest
  @MethodSource("cards")
  void anOutcomeIsTheJsonOfItsGoldenFile(String name, Outcome outcome, Locale locale)
      throws IOException {
    Golden.check(
        name + "." + locale.getLanguage() + ".json",
        json.render(outcome, saved(outcome), locale, "c0ffee"));
  }

  @Test
  void aCardInColoursLooksAsItsGoldenFile() throws IOException {
    Outcome list = Samples.unpaidList();
    Golden.check(
        "unpaid-list.colours.txt",
        cards
            .render(list, List.of(), new Screen(Locale.ENGLISH, 80, Colours.ON))
            .replace("\u001b", "\\e"));
  }

  @Test
  void aNarrowScreenLooksAsItsGoldenFile() throws IOException {
    Outcome list = Samples.unpaidList();
    Golden.check(
        "unpaid-list.narrow.txt",
        cards.render(list, List.of(), new Screen(Locale.ENGLISH, 32, Colours.OFF)));
  }

  @Test
  void aFileThatCouldNotBeSavedIsSaid() throws IOException {
    Outcome invoice = Samples.invoice();
    List<SavedFile> files =
        List.of(
            new SavedFile.NotSaved(
                invoice.reply().attachments().getFirst(), Text.of("console.not-saved.disk-full")));
    Golden.check(
        "not-saved.en.txt",
        cards.render(invoice, files, new Screen(Locale.ENGLISH, 80, Colours.OFF)));
    Golden.check("not-saved.en.json", json.render(invoice, files, Locale.ENGLISH, "c0ffee"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 25, 31, 40, 60, 79, 80, 100, 110, 400})
  void noLineIsWiderThanTheScreen(int width) {
    Screen screen = new Screen(SampleTexts.RUSSIAN, width, Colours.OFF);
    cards()
        .map(card -> (Outcome) card.get()[1])
        .forEach(
            outcome ->
                assertThat(cards.render(outcome, saved(outcome), screen).lines())
                    .allSatisfy(
                        line ->
                            assertThat(Columns.width(line))
                                .as(line)
                                .isLessThanOrEqualTo(screen.width())));
  }

  @Test
  void coloursAddNothingButColours() {
    cards()
        .map(card -> (Outcome) card.get()[1])
        .forEach(
            outcome ->
                assertThat(
                        cards
                            .render(outcome, List.of(), new Screen(Locale.ENGLISH, 80, Colours.ON))
                            .replaceAll("\u001b\\[\\d+m", "")
                            .lines()
                            .map(String::stripTrailing))
                    .containsExactlyElementsOf(
                        cards
                            .render(outcome, List.of(), new Screen(Locale.ENGLISH, 80, Colours.OFF))
                            .lines()
                            .toList()));
  }

  private static List<SavedFile> saved(Outcome outcome) {
    return outcome.reply().attachments().stream()
        .<SavedFile>map(
            file -> new SavedFile.Saved(file, Path.of("/home/ann/invoices", file.name())))
        .toList();
  }
}
