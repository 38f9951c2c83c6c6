package io.tillbot.app.sandboxed;

import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Shape;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.request.ReadRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the books through the client, from all sides; and what a shape can carry of it. */
final class Views {
  // Of the demo customer, one in each status, and those with credit, refunds and several lines.
  private static final List<Integer> INVOICES =
      List.of(70, 88, 89, 90, 91, 92, 93, 94, 101, 102, 103, 123, 124);

  private Views() {}

  /** All reads of four customers: much, little, other scripts, and nothing at all. */
  static Map<String, Object> all(Meeting meeting) {
    Map<String, Object> seen = new LinkedHashMap<>();
    BillingReads demo = meeting.demo().reads();
    PortMethod.reads().stream()
        .filter(read -> read != PortMethod.DOWNLOAD_INVOICE)
        .forEach(read -> seen.put(read.action(), value(read.allowedOn(meeting.demo()))));
    for (int invoice : INVOICES) {
      seen.put("invoice " + invoice, value(invoice(demo, invoice, null)));
    }
    Location elsewhere = new Location("whmcs_com");
    seen.put("invoice 123 elsewhere", value(invoice(demo, 123, elsewhere)));
    seen.put("invoices elsewhere", value(demo.getInvoices(new ReadRequest.GetInvoices(elsewhere))));
    seen.put(
        "server 52",
        value(demo.getBillingData(ReadRequest.GetBillingData.of(PortMethod.server(52)))));
    seen.put(
        "transactions of server 54",
        value(demo.transactions(new ReadRequest.Transactions(null, null, PortMethod.server(54)))));
    seen.put(
        "one transaction",
        value(demo.transactions(new ReadRequest.Transactions(null, PortMethod.invoice(70), null))));
    for (String login : List.of("company", "acme", "newcomer")) {
      addAccount(login, meeting.as(login).reads(), seen);
    }
    seen.put("company's 204", value(invoice(meeting.as("company").reads(), 204, null)));
    return seen;
  }

  private static void addAccount(String login, BillingReads reads, Map<String, Object> seen) {
    seen.put(login, value(reads.getClient(ReadRequest.GetClient.ownInFull())));
    seen.put(login + "'s contacts", value(reads.getContacts(new ReadRequest.GetContacts(null))));
    seen.put(login + "'s credit", value(reads.getCredits(new ReadRequest.GetCredits())));
    seen.put(login + "'s invoices", value(reads.getInvoices(new ReadRequest.GetInvoices(null))));
    seen.put(
        login + "'s transactions",
        value(reads.transactions(new ReadRequest.Transactions(null, null, null))));
    seen.put(
        login + "'s cancellations",
        value(
            reads.getCancellationRequests(
                new ReadRequest.GetCancellationRequests(null, null, null, null, null))));
  }

  private static ApiResult<Invoice> invoice(
      BillingReads reads, int id, @Nullable Location location) {
    return reads.getInvoice(ReadRequest.GetInvoice.of(PortMethod.invoice(id), location));
  }

  /** The value, or the result where there is none: it is then what is compared. */
  private static Object value(ApiResult<?> result) {
    Object value = result.found().map(Object.class::cast).orElse(result);
    // The raw profile is as the API sends it, in whatever shape.
    return value instanceof Client client ? withoutProfile(client) : value;
  }

  /** What is left of a value when it travels in that shape. */
  static Object carried(Object value, Choice choice) {
    return switch (value) {
      case Invoice invoice when choice == Shape.InvoiceForm.STATUS_OVERWRITTEN ->
          withoutStatus(invoice);
      case Invoice invoice when choice == Shape.InvoiceForm.MINIMAL -> minimal(invoice);
      case InvoiceList list when choice == Shape.InvoiceListForm.MINIMAL ->
          new InvoiceList(list.invoices().stream().map(Views::minimal).toList(), list.total());
      case InvoiceList list when choice == Shape.InvoiceListLength.FIRST_FIVE ->
          new InvoiceList(list.invoices().stream().limit(5).toList(), list.total());
      default -> value;
    };
  }

  private static Invoice withoutStatus(Invoice invoice) {
    return new Invoice(
        invoice.id(),
        InvoiceStatus.UNKNOWN,
        invoice.issued(),
        invoice.due(),
        invoice.paid(),
        invoice.subtotal(),
        invoice.credit(),
        invoice.tax(),
        invoice.total(),
        invoice.balance(),
        invoice.location(),
        invoice.paymentMethod(),
        invoice.lines());
  }

  private static Invoice minimal(Invoice invoice) {
    return new Invoice(
        invoice.id(),
        InvoiceStatus.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        invoice.location(),
        null,
        invoice.lines().stream()
            .map(line -> new InvoiceLine(line.account(), line.server(), line.type(), "", null))
            .toList());
  }

  private static InvoiceSummary minimal(InvoiceSummary row) {
    return new InvoiceSummary(
        row.id(), row.status(), row.issued(), null, null, row.total(), row.balance());
  }

  private static Object withoutProfile(Client client) {
    return new Client(
        client.id(),
        client.email(),
        client.firstName(),
        client.lastName(),
        client.fullName(),
        client.company(),
        client.countryCode(),
        client.currency(),
        client.status(),
        client.location(),
        client.group(),
        client.activeSince(),
        Map.of());
  }
}
