package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import io.tillbot.adapter.console.CardRenderer;
import io.tillbot.adapter.console.JsonRenderer;
import io.tillbot.adapter.console.Screen;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.Answer;
import io.tillbot.core.Invocation;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.HostileLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile lines through parser, client, sandbox and renderers: each is refused clearly or answered
 * harmlessly, and nothing of it reaches the terminal as anything but text.
 */
class HostileLinesEndToEndTest {
  @TempDir Path home;

  /** Each line is audited by a commit of its own, and there are a great many. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void everyHostileLineIsRefusedOrAnsweredHarmlessly() throws IOException {
    List<String> lines = lines();
    assertThat(lines).hasSizeGreaterThan(300);
    try (Bench bench = Bench.linked(home);
        Wiring wiring = Wiring.of(ConfigurationReader.read(bench.environment()), Bench.NOON)) {
      CardRenderer cards = new CardRenderer(Wiring.texts());
      JsonRenderer json = new JsonRenderer(Wiring.texts());
      for (String line : lines) {
        Answer answer =
            wiring
                .bot()
                .handle(
                    new Invocation(
                        Caller.local("ann"), Place.terminal(), new Invocation.Line(line)));
        assertThat(answer.outcome())
            .as(shown(line))
            .isInstanceOfAny(
                Outcome.Answered.class, Outcome.Refused.class, Outcome.NeedsInput.class);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("ru"))) {
          Screen screen = new Screen(locale, 80, Screen.Colours.OFF);
          assertHarmless(line, cards.render(answer.outcome(), List.of(), screen));
          assertParses(
              line, json.render(answer.outcome(), List.of(), locale, answer.correlation().value()));
        }
      }
    }
  }

  /** As they are, and as what a person means to be an id or a word of help. */
  private static List<String> lines() {
    return HostileLines.all().stream()
        .flatMap(line -> Stream.of(line, "/invoice " + line, "/billing help " + line))
        .filter(line -> !line.toLowerCase(Locale.ROOT).contains("unlink"))
        .toList();
  }

  private static void assertHarmless(String line, String text) {
    assertThat(text).as(shown(line)).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(text.codePoints().filter(HostileLinesEndToEndTest::isDangerous).toArray())
        .as(shown(line))
        .isEmpty();
  }

  private static boolean isDangerous(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n';
      case Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }

  private static void assertParses(String line, String json) throws IOException {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      assertThat(reader.readJsonValue()).as(shown(line)).isNotNull();
      assertThat(reader.peek()).isEqualTo(JsonReader.Token.END_DOCUMENT);
    }
  }

  /** For the failure's message: the beginning, with every odd character by its number. */
  private static String shown(String line) {
    StringBuilder shown = new StringBuilder();
    line.codePoints()
        .limit(80)
        .forEach(
            point -> {
              if (point > 31 && point < 127) {
                shown.appendCodePoint(point);
              } else {
                shown.append("<%X>".formatted(point));
              }
            });
    return shown.toString();
  }
}
