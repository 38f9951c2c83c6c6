package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Cancellation;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Location;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.View;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** get_billing_data and get_cancellation_requests. */
final class ServerReads {

  Answer billingData(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    int id = request.form().id("id");
    Server server = lookup.server(id).orElseThrow(() -> new Refused("Server not found"));
    if (server.relid() == 0) {
      throw new Refused(new ErrorTexts(request.settings()).notLinked(id));
    }
    Client client = lookup.client(server.client());
    Node.Fields data =
        new Node.Fields()
            .number("account_id", server.relid())
            .word("type_billing", server.client().location())
            .word("status", server.status().label())
            .text("customer_name", client.profile().fullName())
            .word("location", Location.regionOf(server.client().location()))
            .text("product", server.product())
            .money("recurring_amount", server.price())
            .add("currency", new Node.Currency(client.terms().currency()))
            .word("billing_cycle", "Monthly")
            .day("next_due_date", server.nextDue());
    return new Answer.Done(Answers.ok("get_billing_data").add("data", data));
  }

  Answer cancellations(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    Optional<String> sent = request.form().sent("id").filter(id -> !id.isEmpty());
    List<Server> servers = sent.isPresent() ? List.of(named(request, lookup)) : lookup.servers();
    String type = request.form().text("cancellation_type");
    String status = request.form().text("billing_status");
    LocalDate from = day(request, "period_from", LocalDate.MIN);
    LocalDate to = day(request, "period_to", LocalDate.MAX);
    List<Node.Fields> entries =
        servers.stream()
            .filter(server -> status.isEmpty() || status.equalsIgnoreCase(server.status().label()))
            .flatMap(
                server ->
                    books.find(Cancellation.class, server.key()).stream()
                        .filter(cancellation -> isOfType(cancellation, type))
                        .filter(cancellation -> isWithin(cancellation, from, to))
                        .map(
                            cancellation ->
                                entry(cancellation, server, lookup.client(server.client()))))
            .toList();
    return new Answer.Done(Answers.ok().add("message", new Node.Items(entries)));
  }

  private static Server named(Request request, Lookup lookup) {
    return lookup
        .server(request.form().id("id"))
        .filter(server -> server.relid() != 0)
        .orElseThrow(
            () -> new Refused(new ErrorTexts(request.settings()).noRelid(request.form().id("id"))));
  }

  private static boolean isOfType(Cancellation cancellation, String type) {
    return type.isEmpty()
        || type.equalsIgnoreCase(cancellation.type().label())
        || type.equals(cancellation.type().code());
  }

  private static boolean isWithin(Cancellation cancellation, LocalDate from, LocalDate to) {
    LocalDate day = cancellation.at().atOffset(ZoneOffset.UTC).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static LocalDate day(Request request, String field, LocalDate absent) {
    String value = request.form().text(field);
    if (value.isEmpty()) {
      return absent;
    }
    try {
      return LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
    } catch (DateTimeParseException e) {
      throw new Refused("invalid " + field);
    }
  }

  private static Node.Fields entry(Cancellation cancellation, Server server, Client client) {
    return new Node.Fields()
        .number("relid", server.relid())
        .add(
            "cr_date",
            new Node.Moment(
                cancellation.at().atOffset(ZoneOffset.UTC).toLocalDateTime(),
                Node.MomentForm.SPACED))
        .text("cr_reason", cancellation.reason())
        .word("cr_type", cancellation.type().label())
        .day("due_date", cancellation.due())
        .text("name_client", client.profile().fullName())
        .word("billing_status", server.status().label())
        .add("corporate", new Node.Flag(client.terms().corporate(), Node.FlagForm.LETTER));
  }
}
