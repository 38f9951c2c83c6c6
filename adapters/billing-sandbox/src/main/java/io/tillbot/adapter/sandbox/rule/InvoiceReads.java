package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** get_invoice, get_invoices, get_related_invoices, download_invoice, getpaymentgw. */
final class InvoiceReads {

  private static final int SHORT_LIST = 5;

  private final Papers papers;

  InvoiceReads(Papers papers) {
    this.papers = papers;
  }

  Answer invoice(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    Invoice invoice = lookup.invoiceOrRefuse();
    Client client = lookup.client(invoice.client());
    return new Answer.Done(new InvoiceFields(invoice, client).whole(request));
  }

  Answer invoices(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    ClientKey key =
        lookup
            .clientKey()
            .orElseThrow(
                () ->
                    Refused.as(
                        Failure.Form.RESULT_TEXT, "Invalid billing location or invalid client id"));
    Client client = lookup.client(key);
    boolean hideMassPayments =
        request.settings().of(Rule.MassPayListing.class) == Rule.MassPayListing.HIDDEN;
    List<Invoice> all =
        newestFirst(
            lookup.invoicesOf(key),
            invoice -> !hideMassPayments || invoice.kind() != InvoiceKind.MASS_PAY);
    List<Invoice> shown =
        switch (request.settings().of(Shape.InvoiceListLength.class)) {
          case WHOLE -> all;
          case FIRST_FIVE -> all.subList(0, Math.min(SHORT_LIST, all.size()));
        };
    Shape.InvoiceListForm form = request.settings().of(Shape.InvoiceListForm.class);
    List<Node.Fields> entries =
        shown.stream().map(invoice -> new InvoiceFields(invoice, client).entry(form)).toList();
    return new Answer.Done(
        Answers.ok()
            .number("totalresults", all.size())
            .number("numreturned", shown.size())
            .add("invoices", new Node.Fields().add("invoice", new Node.Items(entries))));
  }

  Answer related(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    int account = request.form().id("account_id");
    int id = request.form().id("id");
    Server server =
        (account == 0 ? lookup.server(id) : lookup.serverOfAccount(account))
            .filter(found -> found.relid() != 0)
            .orElseThrow(
                () ->
                    Refused.as(
                        Failure.Form.RESULT_ERROR,
                        new ErrorTexts(request.settings()).notLinked(id == 0 ? account : id)));
    Client client = lookup.client(server.client());
    List<Node.Fields> entries =
        newestFirst(lookup.invoicesOf(server.client()), invoice -> invoice.concerns(server.key()))
            .stream()
            .map(invoice -> new InvoiceFields(invoice, client).related())
            .toList();
    return new Answer.Done(Answers.ok().add("invoices", new Node.Items(entries)));
  }

  Answer download(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    Invoice invoice =
        lookup
            .invoice(request.form().id("invoice_id"))
            .orElseThrow(() -> new Refused("Error getting invoice data or access denied"));
    Client client = lookup.client(invoice.client());
    // A formal invoice exists only once it is paid; what is owed is always a proforma.
    Papers.Kind kind =
        request.form().flag("proforma_invoice") ? Papers.Kind.PROFORMA : Papers.Kind.INVOICE;
    return new Answer.Document(
        () -> papers.print(invoice, client, kind), request.form().flag("viewpdf"));
  }

  Answer gateways(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    int id = request.form().id("invoice_id");
    Invoice invoice =
        lookup
            .invoice(id)
            .orElseThrow(
                () -> new Refused("failed to retrieve payment gw list: invalid invoice id " + id));
    if (invoice.status() != InvoiceStatus.UNPAID) {
      throw new Refused(
          "failed to retrieve payment gw list: invoice " + id + " is " + invoice.status().label());
    }
    Node.Fields methods =
        new Node.Fields()
            .add(
                "paymaster",
                call("https://bill.hostkey.com/modules/gateways/paymaster.php?id=" + id))
            .add(
                "bitpaycheckout",
                call(
                    "<input type=\"submit\" class=\"btn btn-xl btn-block btn-outline-dark rounded"
                        + " btn-sm\" value=\"Pay Now\" />"))
            .add(
                "banktransfer",
                call(
                    "<span style='text-align:left'>Please wire funds in favor of: Bank"
                        + " Details</span>"));
    return new Answer.Done(Answers.ok().add("methods", methods));
  }

  private static Node.Fields call(String call) {
    return new Node.Fields().word("call", call);
  }

  private static List<Invoice> newestFirst(List<Invoice> invoices, Predicate<Invoice> filter) {
    return invoices.stream()
        .filter(filter)
        .sorted(Comparator.comparingInt(Invoice::id).reversed())
        .toList();
  }

  /** Whether the line is a server's rent. */
  static boolean isRent(Line line, int server) {
    return line.serverId() == server && line.type().equals("Hosting");
  }
}
