package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.core.Invocation;
import io.tillbot.core.Samples;
import io.tillbot.core.Step;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import io.tillbot.core.support.TestBot;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardRendererTest {
  private static final Step LIST = new Step(new Invocation.Named("invoices", Map.of()), 0);
  private static final Locale RUSSIAN = Locale.of("ru");

  private final CardRenderer cards =
      new CardRenderer(
          new FileTexts(),
          new SlashLines(
              TestBot.unlinked().catalogue().registry(), new LocalNames(new FileTexts())));
  private final AtomicInteger tickets = new AtomicInteger();

  @Test
  void anInvoiceIsShownAsItWasLookedAt() throws IOException {
    golden("invoice", new Outcome.Answered(invoice()), null);
  }

  @Test
  void aListIsShownAsItWasLookedAt() throws IOException {
    golden("list", new Outcome.Answered(list(23)), LIST.onPage(1));
  }

  @Test
  void aQuestionIsShownAsTheOptionsThatAnswerIt() throws IOException {
    Form form =
        new Form(
            "pay",
            Map.of("invoice", "123"),
            Text.of("pay.title", Value.data("123")),
            List.of(
                new Form.Line(
                    "amount", Text.of("column.amount"), Form.Need.REQUIRED, null, "25.00"),
                new Form.Line(
                    "email",
                    Text.of("field.email"),
                    Form.Need.OPTIONAL,
                    Value.data("ann@example.com"),
                    "you@example.com"),
                new Form.Choice(
                    "kind",
                    Text.of("link.kind"),
                    List.of(
                        new Form.Option("token", Text.of("link.kind-token")),
                        new Form.Option("api-key", Text.of("link.kind-api-key")))),
                new Form.SecretText("secret", Text.of("link.secret"), null)));
    golden(
        "form",
        new Outcome.NeedsInput(Reply.of(Text.of("pay.title", Value.data("123"))), form),
        null);
  }

  private void golden(String name, Outcome outcome, @Nullable Step step) throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
      MessageCreateData message = render(new View(outcome, step, locale));
      check(message);
      Golden.check(
          name + "." + locale.getLanguage() + ".json", message.toData().toPrettyString() + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "",
        " ",
        "@everyone <@1> ",
        "**`_~|>[](https://evil.example):smile:",
        "\uD83D\uDCB6",
        "ъ",
        "```",
        "</cmd:1> <t:0:R> <#1> <@&1> ",
        "-# small ",
        ">>> quoted ",
        "a\u200bb\u202ec\u2066d\ufeff",
        "\\"
      })
  void whateverACardHoldsDiscordTakesItAndNobodyIsMentioned(String piece) {
    for (int times : List.of(1, 100, 1_500)) {
      String text = piece.repeat(times);
      for (int parts : List.of(0, 30)) {
        for (int rows : List.of(0, 11)) {
          MessageCreateData message =
              render(
                  new View(new Outcome.Answered(hostile(text, parts, rows)), LIST, Locale.ENGLISH));
          check(message);
        }
      }
    }
  }

  private static Reply hostile(String text, int parts, int rows) {
    Text words = Text.of("api.detail", Value.data(text));
    Reply.Builder card = Reply.card(Text.of("api.says", Value.data(text)));
    for (int i = 0; i < parts; i++) {
      card.body(Text.of("api.says", Value.data(text)))
          .field(Text.of("api.says", Value.data(text)), Value.data(text))
          .note(Text.of("api.detail", Value.data(text)))
          .run(Text.of("button.invoice-of", Value.data(text)), "/invoice " + i)
          .button(words, new Button.Open(URI.create("https://pay.example/" + "p".repeat(i * 20))));
    }
    if (rows > 0) {
      List<Value> cells =
          List.of(
              Value.data(text),
              Value.amount(Samples.eur("99999999.99")),
              Value.day(LocalDate.EPOCH),
              Text.of("api.says", Value.data(text)));
      List<Text> header = List.of(words, words, words, words);
      card.table(
          new Table(
              header,
              IntStream.range(0, rows).mapToObj(_ -> new Table.Row(Tone.BAD, cells)).toList()));
    }
    return card.build();
  }

  @Test
  void whatNobodySeesIsNotShownEither() {
    String hidden = "a\u200bb\u202ec\u2066d\ufeffe\u00adf\u2028g";
    String shown =
        render(new View(new Outcome.Answered(hostile(hidden, 3, 3)), null, Locale.ENGLISH))
            .toData()
            .toString();
    assertThat(shown).doesNotContain("\u200b", "\u202e", "\u2066", "\ufeff", "\u2028");
  }

  @Test
  void aTableIsAlwaysWhollyOnItsPage() {
    for (int page = 0; page < 30; page++) {
      String description =
          render(
                  new View(
                      new Outcome.Answered(hostile("w".repeat(500), 40, 300)),
                      LIST.onPage(page),
                      Locale.ENGLISH))
              .getEmbeds()
              .getFirst()
              .getDescription();
      assertThat(description.lines().filter(line -> line.startsWith("\u2757 **"))).hasSize(10);
    }
  }

  @Test
  void aPageThatIsGoneBecomesTheLast() {
    MessageCreateData message =
        render(new View(new Outcome.Answered(list(11)), LIST.onPage(7), Locale.ENGLISH));
    assertThat(message.getEmbeds().getFirst().getFooter().getText()).endsWith("Page 2 of 2");
  }

  @Test
  void fieldsThatDoNotFitAreCounted() {
    Reply.Builder card = Reply.card(Text.of("help.title"));
    for (int i = 0; i < 30; i++) {
      card.field(Text.of("field.status"), Value.count(i));
    }
    MessageCreateData message =
        render(new View(new Outcome.Answered(card.build()), null, Locale.ENGLISH));
    assertThat(message.getEmbeds().getFirst().getFields()).hasSize(25);
    assertThat(message.getEmbeds().getFirst().getFooter().getText())
        .isEqualTo("5 more values do not fit here.");
  }

  @Test
  void aFileThatIsTooLargeIsNamedInstead() {
    byte[] content = new byte[Limits.FILE + 1];
    Arrays.fill(content, (byte) ' ');
    byte[] magic = "%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, content, 0, magic.length);
    Reply reply =
        Reply.card(Text.of("help.title"))
            .attach(new Attachment("large.pdf", new PdfDocument(content)))
            .build();
    MessageCreateData message = render(new View(new Outcome.Answered(reply), null, Locale.ENGLISH));
    assertThat(message.getFiles()).isEmpty();
    assertThat(message.getEmbeds().getFirst().getFooter().getText()).startsWith("large.pdf");
  }

  private MessageCreateData render(View view) {
    return cards.render(
        view, _ -> new TicketId("ticket-%016d".formatted(tickets.incrementAndGet())));
  }

  private static void check(MessageCreateData message) {
    List<String> files = new ArrayList<>();
    message.getFiles().forEach(file -> files.add(file.getName()));
    assertThatCode(() -> FakeDiscord.check(message.toData(), files)).doesNotThrowAnyException();
    assertThat(message.toData().toString()).contains("\"parse\":[]");
    assertThat(message.getContent()).isEmpty();
  }

  private static Reply invoice() {
    return Reply.card(Text.of("invoice.title", Value.data("123")))
        .tone(Tone.BAD)
        .body(Text.of("invoice.overdue", Value.count(3)))
        .field(Text.of("field.status"), Text.of("invoice.status.overdue"))
        .field(Text.of("field.balance"), Value.amount(Samples.eur("29.99")))
        .field(Text.of("field.due"), Value.day(LocalDate.of(2026, 11, 20)))
        .table(
            new Table(
                List.of(Text.of("column.description"), Text.of("column.amount")),
                List.of(
                    new Table.Row(
                        Tone.NEUTRAL,
                        List.of(
                            Value.data("`42` for @everyone, https://evil.example"),
                            Value.amount(Samples.eur("29.99")))))))
        .run(Text.of("button.server", Value.data("42")), "/server show 42")
        .attach(new Attachment("invoice-123.pdf", Samples.PDF))
        .build();
  }

  private static Reply list(int rows) {
    return Reply.card(Text.of("invoices.title", Value.count(rows)))
        .table(
            new Table(
                List.of(
                    Text.of("column.invoice"),
                    Text.of("column.status"),
                    Text.of("column.issued"),
                    Text.of("column.due"),
                    Text.of("column.total"),
                    Text.of("column.balance")),
                IntStream.rangeClosed(1, rows).mapToObj(CardRendererTest::row).toList()))
        .note(Text.of("credit.title"))
        .build();
  }

  private static Table.Row row(int number) {
    return new Table.Row(
        number % 5 == 0 ? Tone.BAD : Tone.NEUTRAL,
        List.of(
            Value.data(Integer.toString(1_000 + number)),
            Text.of("invoice.status.unpaid"),
            Value.day(LocalDate.of(2026, 10, 1)),
            Value.day(LocalDate.of(2026, 11, 1)),
            Value.amount(Samples.eur("10.00")),
            Value.amount(Samples.eur("5.00"))));
  }
}
