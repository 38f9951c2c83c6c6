package io.tillbot.adapter.sandbox.rule;

import static io.tillbot.adapter.sandbox.book.Permission.ACCOUNT;
import static io.tillbot.adapter.sandbox.book.Permission.CANCELLATIONS;
import static io.tillbot.adapter.sandbox.book.Permission.CONTACTS;
import static io.tillbot.adapter.sandbox.book.Permission.INVOICES;
import static io.tillbot.adapter.sandbox.book.Permission.PAYMENTS;
import static io.tillbot.adapter.sandbox.book.Permission.PROFILE;
import static io.tillbot.adapter.sandbox.book.Permission.SERVERS;
import static io.tillbot.adapter.sandbox.rule.Method.Verbs.POST;
import static io.tillbot.adapter.sandbox.rule.Method.Verbs.POST_OR_GET;

import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.book.Permission;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The 24 methods of {@code whmcs.php}. */
final class Catalogue {

  private static final String DOWN = "billing is temporarily unavailable";

  private final Map<String, Method> methods = new LinkedHashMap<>();

  Catalogue(Papers papers) {
    InvoiceReads invoices = new InvoiceReads(papers);
    MoneyReads money = new MoneyReads();
    ServerReads servers = new ServerReads();
    PaymentRules payments = new PaymentRules();
    CancellationRules cancellations = new CancellationRules();
    ContactRules contacts = new ContactRules();
    ClientRules clients = new ClientRules();
    write("add_contact", POST, CONTACTS, contacts::add, contactOutage());
    write("apply_credit", POST, PAYMENTS, payments::applyCredit, down(""));
    write("create_addfunds", POST, PAYMENTS, payments::addFunds, down(""));
    write("delete_cancellation_request", POST, CANCELLATIONS, cancellations::withdraw, down(""));
    write("delete_contact", POST, CONTACTS, contacts::delete, down(""));
    read(
        "download_invoice",
        POST_OR_GET,
        INVOICES,
        invoices::download,
        Failure.of("Error getting invoice data or access denied"));
    write("generate_due_invoice", POST, PAYMENTS, new DueInvoiceRules()::generate, down(""));
    read("get_billing_data", POST, SERVERS, servers::billingData, down(""));
    read("get_cancellation_requests", POST, SERVERS, servers::cancellations, down(""));
    read(
        "get_client",
        POST_OR_GET,
        ACCOUNT,
        clients::get,
        down("Request failed for client@location: "));
    read("get_clientgroups", POST_OR_GET, ACCOUNT, clients::groups, down(""));
    read("get_contacts", POST, CONTACTS, contacts::list, Failure.of("fail to get contacts list"));
    read("get_invoice", POST_OR_GET, INVOICES, invoices::invoice, down(""));
    read(
        "get_invoices",
        POST_OR_GET,
        INVOICES,
        invoices::invoices,
        new Failure(Failure.Form.RESULT_TEXT, -1, DOWN, List.of()));
    read(
        "get_related_invoices",
        POST_OR_GET,
        INVOICES,
        invoices::related,
        new Failure(Failure.Form.RESULT_ERROR, -1, DOWN, List.of()));
    read(
        "getcredits",
        POST,
        INVOICES,
        money::credits,
        down("failed to retrieve account history at whmcs_eu, please contact support - "));
    read(
        "getpaymentgw",
        POST,
        INVOICES,
        invoices::gateways,
        down("failed to retrieve payment gw list: "));
    write("mass_pay", POST, PAYMENTS, payments::massPay, down(""));
    write("request_cancellation", POST, CANCELLATIONS, cancellations::request, down(""));
    write(
        "request_subscription_cancellation",
        POST,
        CANCELLATIONS,
        cancellations::endSubscription,
        down(""));
    write(
        "reset_password", POST_OR_GET, PROFILE, new PasswordRules(new Secrets())::reset, down(""));
    read(
        "transactions",
        POST,
        INVOICES,
        money::transactions,
        down("failed to retrieve transactions - "));
    write("update_client", POST, PROFILE, clients::update, down("invalid profile data: "));
    write("update_contact", POST, CONTACTS, contacts::update, down(""));
  }

  private static Failure down(String beginning) {
    return Failure.of(beginning + DOWN);
  }

  private static Failure contactOutage() {
    return new Failure(Failure.Form.FIELDS, -1, "fill_required_fields", List.of("system_error"));
  }

  private void read(
      String action, Method.Verbs verbs, Permission permission, ReadRule rule, Failure outage) {
    add(new Method(action, verbs, permission, new Method.Body.Reads(rule), outage));
  }

  private void write(
      String action, Method.Verbs verbs, Permission permission, WriteRule rule, Failure outage) {
    add(new Method(action, verbs, permission, new Method.Body.Writes(rule), outage));
  }

  private void add(Method method) {
    methods.put(method.action(), method);
  }

  Optional<Method> find(String action) {
    return Optional.ofNullable(methods.get(action));
  }

  Collection<Method> all() {
    return methods.values();
  }
}
