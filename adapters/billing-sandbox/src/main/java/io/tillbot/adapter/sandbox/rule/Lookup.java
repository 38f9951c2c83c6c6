package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.Location;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.adapter.sandbox.choice.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a request names among what belongs to its account; what belongs to others is not
 * found.
 */
final class Lookup {

  private final Request request;
  private final View books;

  Lookup(Request request, View books) {
    this.request = request;
    this.books = books;
  }

  ClientKey primary() {
    return request.session().account().primary();
  }

  /** The account's client record in the location that was named; the primary one for none. */
  Optional<ClientKey> clientKey() {
    return clientKey(request.form().text("location"));
  }

  Optional<ClientKey> clientKey(String location) {
    if (location.isEmpty() || location.equalsIgnoreCase("auto")) {
      return Optional.of(primary());
    }
    return Location.named(location)
        .flatMap(
            named ->
                keys().stream().filter(key -> key.location().equals(named.code())).findFirst());
  }

  Client client(ClientKey key) {
    return books
        .find(Client.class, key)
        .orElseThrow(() -> new IllegalStateException("an account without its client record"));
  }

  Client primaryClient() {
    return client(primary());
  }

  /** The invoice of that id in the named location, or else in the first that has it. */
  Optional<Invoice> invoice(int id) {
    String location = request.form().text("location");
    if (!location.isEmpty() && !location.equalsIgnoreCase("auto")) {
      return clientKey(location).flatMap(key -> invoice(key, id));
    }
    return keys().stream().flatMap(key -> invoice(key, id).stream()).findFirst();
  }

  private Optional<Invoice> invoice(ClientKey client, int id) {
    return books
        .find(Invoice.class, new InvoiceKey(client.location(), id))
        .filter(invoice -> invoice.client().equals(client));
  }

  /** The invoice that {@code invoice_id} names, or the documented refusal. */
  Invoice invoiceOrRefuse() {
    int id = request.form().id("invoice_id");
    return invoice(id).orElseThrow(() -> new Refused(noInvoice(id)));
  }

  String noInvoice(int id) {
    String named = request.form().text("location");
    String location = clientKey(named).map(ClientKey::location).orElse(named);
    return "invalid invoice id " + id + " at " + location;
  }

  /** The server of that id. */
  Optional<Server> server(int id) {
    return books
        .find(Server.class, id)
        .filter(server -> request.session().account().clients().contains(server.client()));
  }

  /** The server of that billing account. */
  Optional<Server> serverOfAccount(int relid) {
    return relid == 0
        ? Optional.empty()
        : servers().stream().filter(server -> server.relid() == relid).findFirst();
  }

  /** The server that a field means whose meaning the document leaves open. */
  Optional<Server> serverMeant(String field) {
    int id = request.form().id(field);
    return switch (request.settings().of(Rule.ServerIds.class)) {
      case SERVER -> server(id);
      case BILLING_ACCOUNT -> serverOfAccount(id);
    };
  }

  /** All servers of the account, those of the primary client first. */
  List<Server> servers() {
    return keys().stream().flatMap(key -> books.ownedBy(Server.class, key).stream()).toList();
  }

  List<Invoice> invoicesOf(ClientKey client) {
    return books.ownedBy(Invoice.class, client);
  }

  private List<ClientKey> keys() {
    return request.session().account().clients();
  }
}
