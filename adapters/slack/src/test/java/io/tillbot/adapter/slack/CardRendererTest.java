package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.adapter.slack.fake.MessageLaws;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Step;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.HostileLines;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardRendererTest {
  private static final TicketId TICKET = new TicketId("ticket-of-a-test-000000001");

  /** The longer ones are for the parser; here they only take long. */
  private static final int LONGEST_LINE = 20_000;

  private final CardRenderer cards =
      new CardRenderer(Cards::words, CommandNames.standard(), new CommandRegistry(List.of()));

  static Stream<Arguments> golden() {
    return Stream.of(
        Arguments.of("invoice", Cards.invoice()),
        Arguments.of("unpaid-list", Cards.unpaidList()),
        Arguments.of("help", Cards.help()),
        Arguments.of("many-columns", Cards.manyColumns()),
        Arguments.of("confirmation", Cards.confirmation(TICKET)),
        Arguments.of("hostile", Cards.hostile("<!channel> *b* _i_ ~s~ `c` & <@U1>")),
        Arguments.of("form", Cards.form()),
        Arguments.of("unavailable", Cards.unavailable()));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void aCardLooksAsItsGoldenFile(String name, Outcome outcome) throws IOException {
    JsonObject message = rendered(outcome);
    assertThat(MessageLaws.problems(message)).isEmpty();
    Golden.check(
        name + ".json",
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(message)
            + "\n");
  }

  @Test
  void noHostileWordsBreakALawOrPing() {
    for (String line : HostileLines.all()) {
      if (line.length() > LONGEST_LINE) {
        continue;
      }
      JsonObject message = rendered(Cards.hostile(line));
      assertThat(MessageLaws.problems(message)).as(line).isEmpty();
      assertThat(Cards.markup(message))
          .allSatisfy(
              markup ->
                  assertThat(markup.replaceAll("^\\*|\\*$|^```\\n|```$", ""))
                      .doesNotContain("<", ">", "`"));
      assertThat(message.get("text").getAsString()).doesNotContain("<", ">", "*", "_", "~", "`");
    }
  }

  @Property(tries = 100)
  void aCardOfAnySizeIsWithinSlacksLimits(
      @ForAll @IntRange(max = 60) int paragraphs,
      @ForAll @IntRange(max = 120) int fields,
      @ForAll @IntRange(min = 1, max = 12) int columns,
      @ForAll @IntRange(max = 40) int rows,
      @ForAll @IntRange(max = 60) int notes,
      @ForAll @IntRange(max = 120) int buttons,
      @ForAll @StringLength(max = 4_000) String words) {
    Outcome outcome = Cards.ofSize(paragraphs, fields, columns, rows, notes, buttons, words);
    assertThat(MessageLaws.problems(rendered(outcome))).isEmpty();
  }

  @Test
  void whatDoesNotFitIsSaidAndTheButtonsStay() {
    Outcome outcome = Cards.ofSize(60, 120, 3, 10, 2, 4, "word ".repeat(200));
    JsonObject message = rendered(outcome);
    assertThat(MessageLaws.problems(message)).isEmpty();
    Seen seen = new Seen("U1", "C1", message);
    assertThat(seen.texts()).contains("slack.cut");
    assertThat(seen.buttons()).hasSize(4);
  }

  @Test
  void anAddressThatIsTooLongGetsNoButton() {
    UnaryOperator<String> at = path -> "https://pay.example/" + path;
    Reply reply =
        Cards.card("Pay")
            .button(Cards.text("Short"), Cards.open(at.apply("x")))
            .button(Cards.text("Long"), Cards.open(at.apply("x".repeat(3_000))))
            .build();
    Seen seen = new Seen("U1", "C1", rendered(new Outcome.Answered(reply)));
    assertThat(seen.labels()).containsExactly("Short");
    assertThat(seen.button("Short").get("url").getAsString()).isEqualTo(at.apply("x"));
    assertThat(seen.button("Short").has("value")).isFalse();
  }

  @Test
  void aMessagePrintsAsItsSizeAlone() {
    assertThat(message(Cards.invoice()).toString()).isEqualTo("Message[6 blocks]");
  }

  private Message message(Outcome outcome) {
    return cards.render(
        new Showing(outcome, Locale.ENGLISH, Optional.of(Step.line("/invoices")), _ -> TICKET));
  }

  private JsonObject rendered(Outcome outcome) {
    return JsonParser.parseString(message(outcome).json(Placing.NEW)).getAsJsonObject();
  }
}
