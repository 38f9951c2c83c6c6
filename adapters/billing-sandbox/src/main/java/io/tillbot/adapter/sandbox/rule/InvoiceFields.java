package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.choice.Shape;
import java.util.ArrayList;
import java.util.List;

/** An invoice as the different methods show it. */
final class InvoiceFields {

  private final Invoice invoice;
  private final Client client;

  InvoiceFields(Invoice invoice, Client client) {
    this.invoice = invoice;
    this.client = client;
  }

  /** As get_invoice shows it. */
  Node.Fields whole(Request request) {
    Shape.InvoiceForm form = request.settings().of(Shape.InvoiceForm.class);
    Node.Fields fields = Answers.ok();
    String own = invoice.status().label();
    fields.word("status", form == Shape.InvoiceForm.FULL ? own : "success");
    switch (form) {
      case FULL, STATUS_OVERWRITTEN, MINIMAL -> {}
      case PAYMENT_STATUS -> fields.word("paymentstatus", own);
      case INVOICE_STATUS -> fields.word("invoicestatus", own);
    }
    boolean minimal = form == Shape.InvoiceForm.MINIMAL;
    if (!minimal) {
      addAmounts(fields);
    }
    return fields
        .add("items", new Node.Fields().add("item", new Node.Items(items(minimal))))
        .add("currencycode", new Node.Currency(client.terms().currency()))
        .word("billing", invoice.key().location())
        .add("customer", new Node.Fields().add("client", customer(request)));
  }

  private void addAmounts(Node.Fields fields) {
    fields
        .number("invoiceid", invoice.id())
        .word("invoicenum", invoice.number())
        .number("userid", invoice.client().id())
        .day("date", invoice.date())
        .day("duedate", invoice.due())
        .add("datepaid", new Node.Moment(invoice.paidAt(), Node.MomentForm.SPACED))
        .money("subtotal", invoice.subtotal())
        .money("credit", invoice.credit())
        .money("tax", invoice.tax())
        .money("total", invoice.total())
        .money("balance", invoice.balance())
        .money("taxrate", invoice.taxRate())
        .word("paymentmethod", invoice.method());
  }

  private List<Node.Fields> items(boolean minimal) {
    List<Node.Fields> items = new ArrayList<>();
    for (Line line : invoice.lines()) {
      Node.Fields item = new Node.Fields();
      if (!minimal) {
        item.number("id", invoice.id() * 10L + items.size());
      }
      item.number("relid", line.relid())
          .number("inv_id", line.serverId())
          .word("type", line.type());
      if (!minimal) {
        item.text("description", line.text())
            .money("amount", line.amount())
            .add("taxed", new Node.Flag(line.taxed(), Node.FlagForm.NUMBER));
      }
      items.add(item);
    }
    return items;
  }

  private Node.Fields customer(Request request) {
    Node.Fields customer =
        new Node.Fields()
            .text("firstname", client.profile().firstName())
            .text("lastname", client.profile().lastName())
            .word("email", client.profile().email());
    if (request.form().flag("load_client_data")) {
      customer
          .number("id", client.key().id())
          .text("companyname", client.profile().company())
          .text("address1", client.address().line1())
          .text("city", client.address().city())
          .word("countrycode", client.address().country());
    }
    return customer;
  }

  /** As get_invoices lists it. */
  Node.Fields entry(Shape.InvoiceListForm form) {
    Node.Fields fields =
        new Node.Fields()
            .number("id", invoice.id())
            .number("userid", invoice.client().id())
            .word("status", invoice.status().label())
            .day("date", invoice.date());
    if (form == Shape.InvoiceListForm.FULL) {
      fields
          .word("invoicenum", invoice.number())
          .day("duedate", invoice.due())
          .add("datepaid", new Node.Moment(invoice.paidAt(), Node.MomentForm.SPACED))
          .money("subtotal", invoice.subtotal())
          .money("credit", invoice.credit())
          .money("tax", invoice.tax())
          .money("taxrate", invoice.taxRate())
          .word("paymentmethod", invoice.method());
    }
    return fields
        .money("total", invoice.total())
        .add("currency_code", new Node.Currency(client.terms().currency()));
  }

  /** As get_related_invoices lists it. */
  Node.Fields related() {
    return new Node.Fields()
        .number("userid", invoice.client().id())
        .word("status", invoice.status().label())
        .money("total", invoice.total())
        .add("currencycode", new Node.Currency(client.terms().currency()))
        .number("invoiceid", invoice.id())
        .day("date", invoice.date())
        .day("duedate", invoice.due());
  }
}
