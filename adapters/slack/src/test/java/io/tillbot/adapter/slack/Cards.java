package io.tillbot.adapter.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import io.tillbot.core.support.Words;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cards as the core makes them, with made-up values. */
final class Cards {
  private static final String PLAIN = "plain";

  private Cards() {}

  /** Texts that stand for themselves. */
  static String words(Value value, Locale locale) {
    return value instanceof Text(String key, List<Value> arguments) && key.equals(PLAIN)
        ? words(arguments.getFirst(), locale)
        : Words.of(value);
  }

  static Text text(String words) {
    return Text.of(PLAIN, Value.data(words));
  }

  static Reply.Builder card(String title) {
    return Reply.card(text(title));
  }

  static Button.Open open(String address) {
    return new Button.Open(URI.create(address));
  }

  static Outcome invoice() {
    return new Outcome.Answered(
        card("Invoice 123")
            .tone(Tone.BAD)
            .field(text("Status"), text("Overdue"))
            .field(text("Balance"), eur("29.99"))
            .field(text("Total"), eur("129.99"))
            .field(text("Issued"), Value.day(LocalDate.of(2026, 11, 1)))
            .field(text("Due"), Value.day(LocalDate.of(2026, 11, 15)))
            .field(text("Payment method"), Value.data("paypal"))
            .table(
                new Table(
                    List.of(text("Description"), text("Server"), text("Amount")),
                    List.of(
                        row(Value.data("Hosting"), Value.data("42"), eur("29.99")),
                        row(Value.data("Setup <once>"), Value.data(""), eur("100.00")))))
            .note(text("invoice-123.pdf is in your direct messages with me."))
            .run(text("Get the PDF"), "/pdf 123")
            .button(text("Pay by card"), open("https://pay.example/123"))
            .build());
  }

  static Outcome unpaidList() {
    List<Table.Row> rows =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new Table.Row(
                        i < 2 ? Tone.BAD : Tone.NEUTRAL,
                        List.of(
                            Value.data(Integer.toString(101 + i)),
                            text(i < 2 ? "Overdue" : "Unpaid"),
                            Value.day(LocalDate.of(2026, 11, 1).plusDays(i)),
                            eur(i + "5.00"))))
            .toList();
    return new Outcome.Answered(
        card("12 invoices")
            .tone(Tone.BAD)
            .table(
                new Table(
                    List.of(text("Invoice"), text("Status"), text("Due"), text("Total")), rows))
            .run(text("Unpaid invoices"), "/invoices unpaid")
            .build());
  }

  static Outcome help() {
    return new Outcome.Answered(
        card("What you can do")
            .body(text("Type a command."))
            .table(
                new Table(
                    List.of(text("Command"), text("What it does")),
                    List.of(
                        row(
                            Value.data("/invoice <id> [--no-pdf] [--location whmcs_eu]"),
                            text("Shows an invoice with its lines and balance, and its PDF.")),
                        row(
                            Value.data("/credit"),
                            text("Shows your credit and which unpaid invoices it covers.")))))
            .build());
  }

  static Outcome manyColumns() {
    List<Text> header = Stream.of("Date", "Description", "In", "Out").map(Cards::text).toList();
    return new Outcome.Answered(
        card("2 transactions")
            .table(
                new Table(
                    header,
                    List.of(
                        row(
                            Value.day(LocalDate.of(2026, 11, 1)),
                            Value.data("Payment of invoice 123 by a method with a very long name"),
                            eur("29.99"),
                            Value.data("")),
                        row(
                            Value.day(LocalDate.of(2026, 11, 2)),
                            Value.data("A refund"),
                            Value.data(""),
                            eur("5.00")))))
            .build());
  }

  static Outcome confirmation(TicketId ticket) {
    return new Outcome.NeedsConfirmation(
        card("Pay 50.00 EUR of invoice 123 from your credit")
            .tone(Tone.WARNING)
            .field(text("Balance"), text("121.00 EUR → 71.00 EUR"))
            .note(text("Nothing has happened yet. It can be confirmed for 10 minutes."))
            .button(text("Confirm"), new Button.Confirm(ticket))
            .button(text("Stop"), new Button.Stop(ticket))
            .build(),
        ticket);
  }

  static Outcome form() {
    return new Outcome.NeedsInput(
        card("Change a contact").build(),
        new Form(
            "contact edit",
            Map.of("id", "7"),
            text("Change a contact"),
            List.of(
                new Form.Line(
                    "email",
                    text("E-mail"),
                    Form.Need.OPTIONAL,
                    Value.data("old@example.com"),
                    "new@example.com"),
                new Form.Choice(
                    "kind",
                    text("Kind"),
                    List.of(
                        new Form.Option("person", text("A person")),
                        new Form.Option("company", text("A company")))))));
  }

  static Outcome unavailable() {
    return new Outcome.Unavailable(
        card("No answer from the billing system").body(text("Try again in a minute.")).build());
  }

  /** The words wherever a card can hold some. */
  static Outcome hostile(String words) {
    return new Outcome.Answered(
        card(words)
            .body(text(words))
            .field(text(words), Value.data(words))
            .table(
                new Table(
                    List.of(text("A"), text(words)),
                    List.of(row(Value.data(words), Value.data(words)))))
            .note(text(words))
            .run(text(words), "/billing help")
            .build());
  }

  static Outcome ofSize(
      int paragraphs, int fields, int columns, int rows, int notes, int buttons, String words) {
    Reply.Builder card = card(words);
    IntStream.range(0, paragraphs).forEach(_ -> card.body(text(words)));
    IntStream.range(0, fields).forEach(_ -> card.field(text(words), Value.data(words)));
    List<Value> cells = Collections.nCopies(columns, Value.data(words));
    card.table(
        new Table(
            Collections.nCopies(columns, text(words)),
            Collections.nCopies(rows, new Table.Row(Tone.WARNING, cells))));
    IntStream.range(0, notes).forEach(_ -> card.note(text(words)));
    IntStream.range(0, buttons).forEach(_ -> card.run(text(words), "/billing help"));
    return new Outcome.Answered(card.build());
  }

  /** Every text of a message that is read as markup. */
  static List<String> markup(JsonElement element) {
    List<String> found = new ArrayList<>();
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> found.addAll(markup(each)));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      if (object.has("type") && object.get("type").getAsString().equals("mrkdwn")) {
        found.add(object.get("text").getAsString());
      }
      object.entrySet().forEach(each -> found.addAll(markup(each.getValue())));
    }
    return found;
  }

  private static Table.Row row(Value... cells) {
    return new Table.Row(Tone.NEUTRAL, List.of(cells));
  }

  private static Value eur(String amount) {
    return Value.amount(Money.of(amount, "EUR"));
  }
}
