package io.tillbot.app.methods;

import static io.tillbot.app.methods.Ending.PREVIEW;
import static io.tillbot.app.methods.Ending.REFUSAL;
import static io.tillbot.app.methods.Ending.SUCCESS;
import static io.tillbot.app.methods.Ending.UNKNOWN;

import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All 24 methods with all their endings. */
final class MethodCases {
  /** A preview reads once, a confirmation once more: what comes after them proves the change. */
  private static final int LOOKS_BEFORE_SENDING = 2;

  private static final Set<String> READS =
      Set.of(
          "download_invoice",
          "get_billing_data",
          "get_cancellation_requests",
          "get_client",
          "get_clientgroups",
          "get_contacts",
          "get_invoice",
          "get_invoices",
          "get_related_invoices",
          "getcredits",
          "getpaymentgw",
          "transactions");

  private final List<MethodCase> cases = new ArrayList<>();

  private MethodCases() {}

  static List<MethodCase> all() {
    MethodCases all = new MethodCases();
    all.reads();
    all.money();
    all.cancellations();
    all.people();
    return List.copyOf(all.cases);
  }

  /** Whether it changes something. */
  static boolean isWrite(String method) {
    return !READS.contains(method);
  }

  private void reads() {
    read("download_invoice", "/pdf 123");
    read("get_billing_data", "/server show 42");
    read("get_cancellation_requests", "/cancel list");
    read("get_client", "/account show");
    read("get_clientgroups", "/billing-admin groups");
    read("get_contacts", "/contact list");
    read("get_invoice", "/invoice 123 --no-pdf");
    read("get_invoices", "/invoices unpaid");
    read("get_related_invoices", "/server invoices 42");
    read("getcredits", "/credit");
    read("getpaymentgw", "/pay-methods 123");
    read("transactions", "/transactions --invoice 103");
  }

  /** A read that brings nothing changes nothing: the person is told to try again. */
  private void read(String method, String line) {
    add(method, SUCCESS, line, 0);
    add(method, REFUSAL, line, 1, outage(method));
    add(method, UNKNOWN, line, 1, Fault.of(FaultKind.TRUNCATED_JSON).on(method));
  }

  private void money() {
    write("apply_credit", "/pay 101", lost("apply_credit"));
    write("create_addfunds", "/top-up 25 December", lost("create_addfunds"));
    write("mass_pay", "/mass-pay 101 102", lost("mass_pay"));
    add("generate_due_invoice", PREVIEW, "/server bill 53", 1);
    add("generate_due_invoice", SUCCESS, "/server bill 53", 0);
    add("generate_due_invoice", REFUSAL, "/server bill 44", 1);
    add("generate_due_invoice", UNKNOWN, "/server bill 53", 3, lost("generate_due_invoice"));
  }

  private void cancellations() {
    add("request_cancellation", PREVIEW, "/cancel server 42 --now moving away", 1);
    add("request_cancellation", SUCCESS, "/cancel server 42 --now moving away", 0);
    add("request_cancellation", REFUSAL, "/cancel server 53 --now", 1);
    add("request_cancellation", UNKNOWN, "/cancel server 42", 3, lost("request_cancellation"));
    add("request_subscription_cancellation", PREVIEW, "/cancel subscription 43", 1);
    add("request_subscription_cancellation", SUCCESS, "/cancel subscription 43", 0);
    add("request_subscription_cancellation", REFUSAL, "/cancel subscription 42", 1);
    add(
        "request_subscription_cancellation",
        UNKNOWN,
        "/cancel subscription 43",
        3,
        Fault.of(FaultKind.RESET_AFTER).on("request_subscription_cancellation"));
    provable("delete_cancellation_request", "/cancel undo 52", "get_cancellation_requests");
  }

  private void people() {
    write(
        "add_contact",
        "/contact add --email new@example.com --first-name Nia",
        lost("add_contact"));
    provable("update_contact", "/contact edit 501 --last-name Newname", "get_contacts");
    provable("delete_contact", "/contact delete 501", "get_contacts");
    provable("update_client", "/account edit --last-name Newname", "get_client");
    write(
        "reset_password",
        "/account reset-password",
        Fault.of(FaultKind.RESET_AFTER).on("reset_password"));
  }

  /** A change that a lost request leaves open. */
  private void write(String method, String line, Fault unclear) {
    add(method, PREVIEW, line, 1);
    add(method, SUCCESS, line, 0);
    add(method, REFUSAL, line, 1, outage(method));
    add(method, UNKNOWN, line, 3, unclear);
  }

  /** A change that a read would prove or disprove: it stays open only where that fails too. */
  private void provable(String method, String line, String proof) {
    add(method, PREVIEW, line, 1);
    add(method, SUCCESS, line, 0);
    add(method, REFUSAL, line, 1, outage(method));
    add(
        method,
        UNKNOWN,
        line,
        3,
        Fault.of(FaultKind.RESET_AFTER).on(method),
        outage(proof).after(LOOKS_BEFORE_SENDING));
  }

  private void add(String method, Ending ending, String line, int status, Fault... faults) {
    cases.add(MethodCase.of(method, ending, line, status, faults));
  }

  private static Fault outage(String method) {
    return Fault.of(FaultKind.OUTAGE).on(method);
  }

  private static Fault lost(String method) {
    return Fault.of(FaultKind.RESET_BEFORE).on(method);
  }
}
