package io.tillbot.app.sandboxed;

import io.tillbot.adapter.sandbox.book.Account;
import io.tillbot.adapter.sandbox.book.Cancellation;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Contact;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.book.Location;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.MovementKind;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.GroupId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.TransactionId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the sandbox's books hold, in the words of the port. Shares no line with the client. */
final class Truth {
  static final ClientKey DEMO = new ClientKey("whmcs_eu", 1001);
  static final ClientKey DEMO_ELSEWHERE = new ClientKey("whmcs_com", 2001);

  private static final Set<MovementKind> TRANSACTIONS =
      Set.of(
          MovementKind.GATEWAY_PAYMENT, MovementKind.GATEWAY_REFUND, MovementKind.MASS_ALLOCATED);

  private final View books;

  Truth(View books) {
    this.books = books;
  }

  /** What the allowed call of a read gives the demo customer. */
  Object of(PortMethod read) {
    return switch (read) {
      case GET_BILLING_DATA -> serverBilling(42);
      case GET_CANCELLATION_REQUESTS -> List.of(cancellation(52));
      case GET_CLIENT -> client(DEMO);
      case GET_CLIENTGROUPS ->
          List.of(
              group(1, "VIP Customers"), group(2, "Standard Users"), group(5, "Premium Customers"));
      case GET_CONTACTS -> contacts(DEMO);
      case GET_INVOICE -> invoice(new InvoiceKey("whmcs_eu", 123));
      case GET_INVOICES -> invoices(DEMO);
      case GET_RELATED_INVOICES -> related(42);
      case GETCREDITS -> new CreditBalance(bookClient(DEMO).credit());
      case GETPAYMENTGW -> gateways(123);
      case TRANSACTIONS -> transactions(List.of(DEMO, DEMO_ELSEWHERE));
      case DOWNLOAD_INVOICE -> throw new IllegalArgumentException("no paper is in the books");
      case ADD_CONTACT,
          APPLY_CREDIT,
          CREATE_ADDFUNDS,
          DELETE_CANCELLATION_REQUEST,
          DELETE_CONTACT,
          GENERATE_DUE_INVOICE,
          MASS_PAY,
          REQUEST_CANCELLATION,
          REQUEST_SUBSCRIPTION_CANCELLATION,
          RESET_PASSWORD,
          UPDATE_CLIENT,
          UPDATE_CONTACT ->
          throw new IllegalArgumentException(read + " is no read");
    };
  }

  ServerBilling serverBilling(int id) {
    Server server = books.find(Server.class, id).orElseThrow();
    return new ServerBilling(
        new AccountId(server.relid()),
        location(server.client().location()),
        server.status().label(),
        bookClient(server.client()).profile().fullName(),
        location(Location.regionOf(server.client().location())));
  }

  private CancellationRequest cancellation(int serverId) {
    Cancellation row = books.find(Cancellation.class, serverId).orElseThrow();
    Server server = books.find(Server.class, serverId).orElseThrow();
    Client client = bookClient(row.client());
    return new CancellationRequest(
        new AccountId(server.relid()),
        day(row.at()),
        row.reason(),
        row.type().label(),
        row.due(),
        client.profile().fullName(),
        server.status().label(),
        client.terms().corporate());
  }

  io.tillbot.core.billing.model.Client client(ClientKey key) {
    Client client = bookClient(key);
    Account account = books.find(Account.class, client.accountId()).orElseThrow();
    return new io.tillbot.core.billing.model.Client(
        new ClientId(key.id()),
        client.profile().email(),
        client.profile().firstName(),
        client.profile().lastName(),
        client.profile().fullName(),
        orNull(client.profile().company()),
        client.address().country(),
        currency(client),
        "Active",
        location(key.location()),
        group(client.terms().groupId(), client.terms().groupId() == 2 ? "Standard Users" : "?"),
        account.since(),
        Map.ofEntries(
            Map.entry("id", Integer.toString(key.id())),
            Map.entry("email", client.profile().email()),
            Map.entry("firstname", client.profile().firstName()),
            Map.entry("lastname", client.profile().lastName()),
            Map.entry("fullname", client.profile().fullName()),
            Map.entry("companyname", client.profile().company()),
            Map.entry("countrycode", client.address().country()),
            Map.entry("currency_code", client.terms().currency()),
            Map.entry("status", "Active"),
            Map.entry("corporate", client.terms().corporate() ? "1" : "0"),
            Map.entry("ip", "192.0.2.1"),
            Map.entry("location", key.location())));
  }

  ContactList contacts(ClientKey owner) {
    return new ContactList(
        true,
        books.ownedBy(Contact.class, owner).stream()
            .map(
                row ->
                    new io.tillbot.core.billing.model.Contact(
                        new ContactId(row.key()),
                        row.email(),
                        row.firstName(),
                        row.lastName(),
                        row.phone(),
                        orNull(row.company()),
                        row.permissions().stream().sorted().toList()))
            .toList());
  }

  io.tillbot.core.billing.model.Invoice invoice(InvoiceKey key) {
    Invoice row = bookInvoice(key);
    CurrencyCode currency = currency(bookClient(row.client()));
    return new io.tillbot.core.billing.model.Invoice(
        new InvoiceId(key.id()),
        status(row),
        row.date(),
        row.due(),
        dayOf(row.paidAt()),
        new Money(row.subtotal(), currency),
        new Money(row.credit(), currency),
        new Money(row.tax(), currency),
        new Money(row.total(), currency),
        new Money(row.balance(), currency),
        location(key.location()),
        row.method(),
        row.lines().stream().map(line -> line(line, currency)).toList());
  }

  private static InvoiceLine line(Line line, CurrencyCode currency) {
    return new InvoiceLine(
        line.relid() == 0 ? null : new AccountId(line.relid()),
        line.serverId() == 0 ? null : new ServerId(line.serverId()),
        line.type(),
        line.text(),
        new Money(line.amount(), currency));
  }

  InvoiceList invoices(ClientKey owner) {
    List<InvoiceSummary> rows =
        newestFirst(owner, invoice -> true).stream()
            .map(row -> summary(row, dayOf(row.paidAt())))
            .toList();
    return new InvoiceList(rows, rows.size());
  }

  private List<InvoiceSummary> related(int server) {
    ClientKey owner = books.find(Server.class, server).orElseThrow().client();
    return newestFirst(owner, invoice -> invoice.concerns(server)).stream()
        .map(row -> summary(row, null))
        .toList();
  }

  private InvoiceSummary summary(Invoice row, @Nullable LocalDate paid) {
    Money total = new Money(row.total(), currency(bookClient(row.client())));
    return new InvoiceSummary(
        new InvoiceId(row.id()), status(row), row.date(), row.due(), paid, total, null);
  }

  private List<Invoice> newestFirst(ClientKey owner, Predicate<Invoice> filter) {
    return books.ownedBy(Invoice.class, owner).stream()
        .filter(filter)
        .sorted(Comparator.comparingInt(Invoice::id).reversed())
        .toList();
  }

  private static List<PaymentGateway> gateways(int invoice) {
    return List.of(
        new PaymentGateway(
            "paymaster",
            new PaymentGateway.Link(
                URI.create(
                    "https://bill.hostkey.com/modules/gateways/paymaster.php?id=" + invoice))),
        new PaymentGateway("bitpaycheckout", new PaymentGateway.Form()),
        new PaymentGateway(
            "banktransfer",
            new PaymentGateway.Note("Please wire funds in favor of: Bank Details")));
  }

  List<Transaction> transactions(List<ClientKey> owners) {
    return owners.stream()
        .flatMap(owner -> books.ownedBy(Movement.class, owner).stream())
        .filter(movement -> TRANSACTIONS.contains(movement.kind()))
        .sorted(Comparator.comparing(Movement::at).thenComparing(Movement::key).reversed())
        .map(this::transaction)
        .toList();
  }

  private Transaction transaction(Movement row) {
    boolean refund = row.kind() == MovementKind.GATEWAY_REFUND;
    BigDecimal amount = refund ? row.amount().negate() : row.amount();
    return new Transaction(
        new TransactionId(row.key()),
        new Money(amount, currency(bookClient(row.client()))),
        day(row.at()),
        (refund ? "Refund of invoice #" : "Payment for invoice #")
            + row.invoice()
            + (row.from() == 0 ? "" : " by mass payment #" + row.from()),
        "Completed",
        new InvoiceId(row.invoice()));
  }

  private Client bookClient(ClientKey key) {
    return books.find(Client.class, key).orElseThrow();
  }

  private Invoice bookInvoice(InvoiceKey key) {
    return books.find(Invoice.class, key).orElseThrow();
  }

  private static InvoiceStatus status(Invoice row) {
    return InvoiceStatus.valueOf(row.status().name().toUpperCase(Locale.ROOT));
  }

  private static CurrencyCode currency(Client client) {
    return new CurrencyCode(client.terms().currency());
  }

  private static ClientGroup group(int id, String name) {
    return new ClientGroup(new GroupId(id), name);
  }

  private static io.tillbot.core.billing.model.Location location(String code) {
    return new io.tillbot.core.billing.model.Location(code);
  }

  private static LocalDate day(Instant at) {
    return Objects.requireNonNull(dayOf(at.atOffset(ZoneOffset.UTC).toLocalDateTime()));
  }

  private static @Nullable LocalDate dayOf(@Nullable LocalDateTime at) {
    return at == null ? null : at.toLocalDate();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
