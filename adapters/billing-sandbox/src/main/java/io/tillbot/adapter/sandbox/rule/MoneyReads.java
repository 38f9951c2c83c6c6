package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.MovementKind;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.View;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** getcredits and transactions. */
final class MoneyReads {

  Answer credits(Request request, View books) {
    return new Answer.Done(
        Answers.ok().money("message", new Lookup(request, books).primaryClient().credit()));
  }

  Answer transactions(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    Predicate<Movement> wanted = MoneyReads::isTransaction;
    if (request.form().sent("transaction_id").isPresent()) {
      int id = request.form().id("transaction_id");
      wanted = wanted.and(movement -> movement.key() == id);
    }
    if (request.form().sent("invoice_id").isPresent()) {
      int id = request.form().id("invoice_id");
      Invoice invoice = lookup.invoice(id).orElseThrow(() -> failed("invalid invoice id " + id));
      InvoiceKey key = invoice.key();
      wanted = wanted.and(movement -> key.equals(keyOf(movement)));
    }
    if (request.form().sent("server_id").isPresent()) {
      Server server = lookup.serverMeant("server_id").orElseThrow(() -> failed("Server not found"));
      wanted = wanted.and(movement -> concerns(movement, server, books));
    }
    Predicate<Movement> filter = wanted;
    List<Node.Fields> entries =
        request.session().account().clients().stream()
            .flatMap(client -> of(client, books))
            .filter(filter)
            .sorted(Comparator.comparing(Movement::at).thenComparing(Movement::key).reversed())
            .map(movement -> entry(movement, lookup))
            .toList();
    return new Answer.Done(Answers.ok("transactions").add("transactions", new Node.Items(entries)));
  }

  private static Refused failed(String why) {
    return new Refused("failed to retrieve transactions - " + why);
  }

  private static Stream<Movement> of(ClientKey client, View books) {
    return books.ownedBy(Movement.class, client).stream();
  }

  private static boolean isTransaction(Movement movement) {
    return switch (movement.kind()) {
      case GATEWAY_PAYMENT, GATEWAY_REFUND, MASS_ALLOCATED -> true;
      case CREDIT_APPLIED, FUNDS_ADDED, REFUNDED_TO_CREDIT, REFUND_TAKEN_BACK, OVERPAID_TO_CREDIT ->
          false;
    };
  }

  private static InvoiceKey keyOf(Movement movement) {
    return new InvoiceKey(movement.client().location(), movement.invoice());
  }

  private static boolean concerns(Movement movement, Server server, View books) {
    return movement.client().equals(server.client())
        && books
            .find(Invoice.class, keyOf(movement))
            .filter(invoice -> invoice.concerns(server.key()))
            .isPresent();
  }

  private static Node.Fields entry(Movement movement, Lookup lookup) {
    boolean refund = movement.kind() == MovementKind.GATEWAY_REFUND;
    return new Node.Fields()
        .number("transaction_id", movement.key())
        .money("amount", refund ? movement.amount().negate() : movement.amount())
        .add(
            "date",
            new Node.Moment(
                movement.at().atOffset(ZoneOffset.UTC).toLocalDateTime(), Node.MomentForm.ISO))
        .text("description", description(movement))
        .word("status", "Completed")
        .number("invoice_id", movement.invoice())
        .word("gateway", movement.gateway())
        .add("currency", new Node.Currency(lookup.client(movement.client()).terms().currency()));
  }

  private static String description(Movement movement) {
    return switch (movement.kind()) {
      case MASS_ALLOCATED ->
          "Payment for invoice #" + movement.invoice() + " by mass payment #" + movement.from();
      case GATEWAY_REFUND -> "Refund of invoice #" + movement.invoice();
      case GATEWAY_PAYMENT,
          CREDIT_APPLIED,
          FUNDS_ADDED,
          REFUNDED_TO_CREDIT,
          REFUND_TAKEN_BACK,
          OVERPAID_TO_CREDIT ->
          "Payment for invoice #" + movement.invoice();
    };
  }
}
