package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.book.Cancellation;
import io.tillbot.adapter.sandbox.book.CancellationType;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.ServerStatus;
import io.tillbot.adapter.sandbox.book.Subscription;
import io.tillbot.adapter.sandbox.book.Ticket;
import io.tillbot.adapter.sandbox.choice.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** request_cancellation, delete_cancellation_request, request_subscription_cancellation. */
final class CancellationRules {

  private static final int FIRST_TICKET = 12_001;

  Answer request(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    int id = request.form().id("id");
    Server server = lookup.server(id).orElseThrow(() -> new Refused("Server not found"));
    if (server.relid() == 0) {
      throw new Refused(new ErrorTexts(request.settings()).noRelid(id));
    }
    CancellationType type = type(request);
    String reason = reason(request);
    if (change.find(Cancellation.class, id).isPresent()) {
      throw new Refused("cancellation request already exists");
    }
    if (server.status() != ServerStatus.ACTIVE && server.status() != ServerStatus.SUSPENDED) {
      throw new Refused("server status " + server.status().label() + " can't be cancelled");
    }
    switch (type) {
      case END_OF_PERIOD ->
          change.put(
              new Cancellation(
                  id,
                  server.client(),
                  type,
                  reason,
                  request.now(),
                  server.nextDue(),
                  server.status(),
                  BigDecimal.ZERO.setScale(2),
                  List.of()));
      case IMMEDIATE -> cancelNow(request, change, server, reason);
    }
    return new Answer.Done(Answers.ok());
  }

  private static CancellationType type(Request request) {
    String type = request.form().text("cancellation_type");
    for (CancellationType known : CancellationType.values()) {
      if (known.code().equals(type)) {
        return known;
      }
    }
    throw new Refused("invalid cancellation_type");
  }

  private static String reason(Request request) {
    String documented = request.form().text("cancellation_reason");
    String vendors = request.form().text("terminate_reason_custom");
    return switch (request.settings().of(Rule.CancellationForm.class)) {
      case DOCUMENTED -> documented;
      case VENDOR_TOOLS -> {
        if (request.form().text("pin").isEmpty()) {
          throw new Refused("pin is required");
        }
        yield vendors;
      }
      case EITHER -> documented.isEmpty() ? vendors : documented;
    };
  }

  private static void cancelNow(Request request, Change change, Server server, String reason) {
    List<Invoice> invoices = change.ownedBy(Invoice.class, server.client());
    Refunds.LastPeriod last =
        Refunds.lastPaidPeriod(invoices, server.key())
            .orElseThrow(() -> Refused.withCode(-3, "whmcs_immediate_cancellation_no_invoices"));
    BigDecimal refund = last.unusedOn(request.today());
    if (refund.signum() > 0) {
      new Settlement(change, request.now())
          .refundToCredit(server.client(), last.invoice().id(), refund);
    }
    List<InvoiceKey> cancelled = new ArrayList<>();
    for (Invoice invoice : invoices) {
      if (invoice.status() == InvoiceStatus.UNPAID
          && invoice.kind() == InvoiceKind.REGULAR
          && invoice.concerns(server.key())) {
        change.put(invoice.with(InvoiceStatus.CANCELLED));
        cancelled.add(invoice.key());
      }
    }
    change.put(
        new Cancellation(
            server.key(),
            server.client(),
            CancellationType.IMMEDIATE,
            reason,
            request.now(),
            request.today(),
            server.status(),
            refund,
            cancelled));
    change.put(server.with(ServerStatus.CANCELLED));
  }

  Answer withdraw(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    int id = request.form().id("id");
    Server server =
        lookup
            .serverMeant("id")
            .filter(found -> found.relid() != 0)
            .orElseThrow(() -> new Refused(new ErrorTexts(request.settings()).noRelid(id)));
    Cancellation cancellation =
        change
            .find(Cancellation.class, server.key())
            .orElseThrow(() -> new Refused("no active cancellation request for server " + id));
    if (cancellation.refund().signum() > 0) {
      Client client = lookup.client(server.client());
      if (client.credit().compareTo(cancellation.refund()) < 0) {
        throw new Refused("the refund of the cancellation has been spent");
      }
      new Settlement(change, request.now()).takeBackRefund(server.client(), cancellation.refund());
    }
    for (InvoiceKey key : cancellation.cancelled()) {
      change
          .find(Invoice.class, key)
          .filter(invoice -> invoice.status() == InvoiceStatus.CANCELLED)
          .ifPresent(invoice -> change.put(invoice.with(InvoiceStatus.UNPAID)));
    }
    change.put(server.with(cancellation.before()));
    change.remove(cancellation);
    return new Answer.Done(Answers.ok().number("productid", server.relid()));
  }

  Answer endSubscription(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    Server server = lookup.serverMeant("id").orElseThrow(() -> new Refused("Server not found"));
    switch (server.subscription()) {
      case NONE -> throw new Refused("sub_cancel_no_active_subscription");
      case ENDING -> throw new Refused("sub_cancel_already_requested");
      case ACTIVE -> {}
    }
    int number = change.next("ticket", FIRST_TICKET);
    change.put(
        new Ticket(
            number, server.key(), request.now(), request.form().text("cancellation_reason")));
    change.put(server.with(Subscription.ENDING));
    return new Answer.Done(Answers.ok().word("ticket", "JIRA-" + number));
  }
}
