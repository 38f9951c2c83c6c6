package io.tillbot.adapter.console;

import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Replies of the kinds that commands make. */
final class Samples {
  private Samples() {}

  static Text words(String words) {
    return Text.of("plain", Value.data(words));
  }

  static Attachment pdf(String name) {
    return new Attachment(
        name, new PdfDocument("%PDF-1.7 sample".getBytes(StandardCharsets.US_ASCII)));
  }

  static Outcome invoice() {
    return new Outcome.Answered(
        Reply.card(Text.of("invoice.title", Value.data("123")))
            .tone(Tone.WARNING)
            .field(Text.of("status"), Text.of("unpaid"))
            .field(Text.of("due"), Value.day(LocalDate.of(2026, 12, 1)))
            .field(Text.of("total"), amount("1234.50"))
            .field(Text.of("credit"), amount("-34.5"))
            .field(Text.of("balance"), amount("1200"))
            .table(
                new Table(
                    List.of(Text.of("description"), Text.of("amount")),
                    List.of(
                        row(Tone.NEUTRAL, Value.data("VPS Frankfurt 2"), amount("1199.50")),
                        row(
                            Tone.NEUTRAL,
                            Value.data("IPv4 address, one month, 203.0.113.7"),
                            amount("35")))))
            .run(Text.of("pdf"), "/pdf 123")
            .attach(pdf("invoice-123.pdf"))
            .build());
  }

  static Outcome unpaidList() {
    return new Outcome.Answered(
        Reply.card(Text.of("invoices.title", Value.count(4)))
            .body(Text.of("owed", amount("159.97"), Value.count(4)))
            .table(
                new Table(
                    List.of(
                        Text.of("invoice"), Text.of("status"), Text.of("due"), Text.of("balance")),
                    List.of(
                        listed("101", Tone.BAD, "overdue", 1, "29.99"),
                        listed("102", Tone.BAD, "overdue", 12, "99.99"),
                        listed("103", Tone.NEUTRAL, "unpaid", 25, "29.99"),
                        listed("104", Tone.GOOD, "paid", 28, "0"))))
            .note(Text.of("cut-short", Value.count(4), Value.count(12)))
            .run(Text.of("show", Value.data("101")), "/invoice 101")
            .run(Text.of("show", Value.data("102")), "/invoice 102 --location whmcs_eu")
            .build());
  }

  static Outcome didYouMean() {
    return new Outcome.Refused(
        Reply.card(Text.of("not-understood"))
            .body(Text.of("near", Value.echo("/invioce"), Value.data("/invoice")))
            .run(Text.of("show", Value.data("123")), "/invoice 123")
            .build());
  }

  static Outcome needsLink() {
    return new Outcome.NeedsLink(
        Reply.card(Text.of("needs-link"))
            .body(Text.of("link-how"))
            .run(Text.of("link"), "/billing link")
            .build());
  }

  static Outcome unavailable() {
    return new Outcome.Unavailable(Reply.card(Text.of("down")).body(Text.of("try-later")).build());
  }

  static Outcome longTexts() {
    String sentence = "A hosting plan that was moved between two data centres, twice. ";
    return new Outcome.Answered(
        Reply.card(words(sentence.repeat(3)))
            .body(words(sentence.repeat(4)))
            .field(words("A name of a field that is far too long to stand beside"), words(sentence))
            .field(words("Link"), words("https://pay.example/" + "a1b2c3d4".repeat(20)))
            .table(
                new Table(
                    List.of(words("Description"), words("Remark"), Text.of("amount")),
                    List.of(
                        row(
                            Tone.WARNING,
                            words(sentence.repeat(2)),
                            words("short"),
                            amount("99999999999.99")),
                        row(Tone.NEUTRAL, words("x".repeat(400)), words(sentence), amount("1")))))
            .note(words(sentence.repeat(2)))
            .run(words(sentence.repeat(2)), "/invoice 123 --location " + "whmcs".repeat(12))
            .build());
  }

  static Outcome manyColumns() {
    List<Text> header =
        Stream.of("A", "B", "C", "D", "E", "F", "G", "H").map(Samples::words).toList();
    List<Value> cells = new ArrayList<>();
    header.forEach(_ -> cells.add(amount("1234567.89")));
    return new Outcome.Answered(
        Reply.card(words("Wide"))
            .table(
                new Table(
                    header,
                    List.of(new Table.Row(Tone.BAD, cells), new Table.Row(Tone.NEUTRAL, cells))))
            .build());
  }

  static Outcome otherScripts() {
    return new Outcome.Answered(
        Reply.card(words("請求書 123 · Счёт 123"))
            .field(words("会社"), words("株式会社サンプル"))
            .field(words("Имя"), words("Пётр Ильи\u0301ч"))
            .field(words("Café"), words("cafe\u0301 👩\u200d🚀 done"))
            .table(
                new Table(
                    List.of(words("説明"), words("Описание"), Text.of("amount")),
                    List.of(
                        row(
                            Tone.NEUTRAL,
                            words("専用サーバー 東京"),
                            words("Выделенный сервер, Москва"),
                            amount("29.99")),
                        row(Tone.NEUTRAL, words("e\u0301"), words("é"), amount("1.5")))))
            .build());
  }

  static Table table(int rows) {
    List<Table.Row> all = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      all.add(row(Tone.NEUTRAL, Value.data("row-" + i), Value.count(i)));
    }
    return new Table(List.of(Text.of("description"), Text.of("amount")), all);
  }

  static Table.Row row(Tone tone, Value... cells) {
    return new Table.Row(tone, List.of(cells));
  }

  private static Table.Row listed(String id, Tone tone, String status, int day, String balance) {
    return row(
        tone,
        Value.data(id),
        Text.of(status),
        Value.day(LocalDate.of(2026, 11, day)),
        amount(balance));
  }

  private static Value amount(String amount) {
    return Value.amount(Money.of(amount, "EUR"));
  }
}
