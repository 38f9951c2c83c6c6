package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every position of a reply is filled with each hostile text. */
class HostileInputTest {
  private static final Screen SCREEN = new Screen(Locale.ENGLISH, 80, Colours.OFF);

  /** Hands the text on as it came, as if the core and the bundles had cleaned nothing. */
  private record Raw(String hostile) implements Texts {
    @Override
    public String write(Value value, Locale locale) {
      return value instanceof Value.Count(long number) ? Long.toString(number) : hostile;
    }
  }

  static Stream<Arguments> cases() {
    return Hostile.texts()
        .flatMap(
            text ->
                Stream.of(Arguments.of(text, new Raw(text)), Arguments.of(text, new SampleTexts())))
        .map(Arguments.class::cast);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void aCardHoldsNothingThatMovesHidesOrReorders(String hostile, Texts texts) {
    Outcome outcome = everywhere(hostile);
    String card = new CardRenderer(texts).render(outcome, files(outcome, hostile), SCREEN);
    Hostile.assertHarmless(card);
    assertThat(card.lines())
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(SCREEN.width()));
    assertThat(card.length()).as("a card stays a card").isLessThan(150_000);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void inColoursOnlyOurOwnCodesAreAdded(String hostile, Texts texts) {
    Outcome outcome = everywhere(hostile);
    String card =
        new CardRenderer(texts)
            .render(outcome, files(outcome, hostile), new Screen(Locale.ENGLISH, 80, Colours.ON));
    Hostile.assertHarmless(card.replaceAll("\u001b\\[(?:0|1|2|31|32|33|36)m", ""));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("cases")
  void jsonIsOneHarmlessLineThatParsesBack(String hostile, Texts texts) throws IOException {
    Outcome outcome = everywhere(hostile);
    String json =
        new JsonRenderer(texts).render(outcome, files(outcome, hostile), Locale.ENGLISH, "c0ffee");
    Hostile.assertHarmless(json);
    assertThat(json).endsWith("}\n").containsOnlyOnce("\n");
    Map<?, ?> parsed = parse(json);
    assertThat(parsed.keySet())
        .map(String.class::cast)
        .containsExactly(
            "outcome", "title", "text", "fields", "rows", "actions", "files", "correlation");
    assertThat(parsed.get("title")).isEqualTo(Plain.of(hostile));
  }

  private static Map<?, ?> parse(String json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    Map<?, ?> parsed = (Map<?, ?>) reader.readJsonValue();
    assertThat(reader.peek()).isEqualTo(JsonReader.Token.END_DOCUMENT);
    return parsed;
  }

  private static Outcome everywhere(String hostile) {
    Text text = Samples.words(hostile);
    Value data = Value.data(hostile);
    return new Outcome.Refused(
        Reply.card(text)
            .body(text)
            .field(text, data)
            .field(text, text)
            .table(
                new Table(
                    List.of(text, text, text),
                    List.of(
                        Samples.row(Tone.BAD, data, text, Value.count(1)),
                        Samples.row(Tone.NEUTRAL, text, data, data))))
            .note(text)
            .run(text, hostile)
            .attach(Samples.pdf("invoice-1.pdf"))
            .attach(Samples.pdf("invoice-2.pdf"))
            .build());
  }

  private static List<SavedFile> files(Outcome outcome, String hostile) {
    return List.of(
        new SavedFile.Saved(outcome.reply().attachments().getFirst(), Path.of("/tmp/a.pdf")),
        new SavedFile.NotSaved(outcome.reply().attachments().getLast(), Samples.words(hostile)));
  }
}
