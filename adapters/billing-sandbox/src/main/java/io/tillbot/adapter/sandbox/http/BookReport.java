package io.tillbot.adapter.sandbox.http;

import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.Mail;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.adapter.sandbox.form.Form;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the control addresses show of the books. */
final class BookReport {

  private static final int MOST_CLIENTS = 100;

  private final Books books;
  private final Counts counts;
  private final List<String> writes;

  BookReport(Books books, Counts counts, List<String> writes) {
    this.books = books;
    this.counts = counts;
    this.writes = writes;
  }

  /** Credit, invoices and movements by client, and how many write requests came. */
  Node.Fields books(Form filter) {
    int id = filter.id("client");
    String location = filter.text("location");
    Node.Fields requests = new Node.Fields();
    writes.forEach(action -> requests.number(action, counts.of(action)));
    return books.read(
        view -> {
          List<Node.Fields> clients =
              view.all(Client.class).stream()
                  .filter(client -> id == 0 || client.key().id() == id)
                  .filter(client -> location.isEmpty() || client.key().location().equals(location))
                  .sorted(
                      Comparator.comparingInt(Client::accountId)
                          .thenComparingInt(client -> client.key().id()))
                  .limit(MOST_CLIENTS)
                  .map(client -> client(client, view))
                  .toList();
          return new Node.Fields().add("writes", requests).add("clients", new Node.Items(clients));
        });
  }

  private static Node.Fields client(Client client, View view) {
    List<Node.Fields> invoices =
        view.ownedBy(Invoice.class, client.key()).stream().map(BookReport::invoice).toList();
    List<Node.Fields> movements =
        view.ownedBy(Movement.class, client.key()).stream().map(BookReport::movement).toList();
    return new Node.Fields()
        .number("client", client.key().id())
        .word("location", client.key().location())
        .word("currency", client.terms().currency())
        .money("credit", client.credit())
        .add("invoices", new Node.Items(invoices))
        .add("movements", new Node.Items(movements));
  }

  private static Node.Fields invoice(Invoice invoice) {
    return new Node.Fields()
        .number("id", invoice.id())
        .word("kind", invoice.kind().name().toLowerCase(Locale.ROOT))
        .word("status", invoice.status().label())
        .money("credit", invoice.credit())
        .money("paid", invoice.paid())
        .money("balance", invoice.balance());
  }

  private static Node.Fields movement(Movement movement) {
    return new Node.Fields()
        .number("id", movement.key())
        .word("kind", movement.kind().name().toLowerCase(Locale.ROOT))
        .number("invoice", movement.invoice())
        .number("from", movement.from())
        .money("amount", movement.amount())
        .add(
            "at",
            new Node.Moment(
                movement.at().atOffset(ZoneOffset.UTC).toLocalDateTime(), Node.MomentForm.ISO));
  }

  /** What was mailed, oldest first. */
  Node.Fields mail() {
    List<Node.Fields> mails =
        books.read(
            view ->
                view.all(Mail.class).stream()
                    .sorted(Comparator.comparing(Mail::key))
                    .map(BookReport::mail)
                    .toList());
    return new Node.Fields().add("mail", new Node.Items(mails));
  }

  private static Node.Fields mail(Mail mail) {
    return new Node.Fields()
        .number("id", mail.key())
        .word("to", mail.to())
        .word("subject", mail.subject())
        .word("text", mail.text())
        .word("reset_token", mail.resetToken())
        .word("code", mail.code());
  }
}
