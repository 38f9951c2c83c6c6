package io.tillbot.core;

import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.model.ServerId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of the billing API, with obviously made-up values. */
public final class Samples {
  public static final PdfDocument PDF =
      new PdfDocument("%PDF-1.7 made up".getBytes(StandardCharsets.US_ASCII));

  private Samples() {}

  public static Refusal refusal(String message) {
    return new Refusal("-1", message, List.of());
  }

  public static Client client(@Nullable String currency) {
    return new Client(
        new ClientId(77),
        "someone@example.com",
        "Some",
        "One",
        "Some One",
        null,
        null,
        currency == null ? null : new CurrencyCode(currency),
        "Active",
        new Location("whmcs_eu"),
        null,
        null,
        Map.of());
  }

  public static Invoice invoice(
      InvoiceStatus status,
      @Nullable LocalDate due,
      @Nullable Money total,
      @Nullable Money balance) {
    return new Invoice(
        new InvoiceId(123),
        status,
        LocalDate.of(2026, 11, 1),
        due,
        null,
        null,
        null,
        null,
        total,
        balance,
        null,
        null,
        List.of(
            new InvoiceLine(null, new ServerId(42), "Hosting", "Server 42", eur("29.99")),
            new InvoiceLine(null, null, "AddFunds", "", null)));
  }

  /** An invoice that can be paid from credit: one line for a server, at the client's location. */
  public static Invoice payable(long id, InvoiceStatus status, @Nullable Money balance) {
    return new Invoice(
        new InvoiceId(id),
        status,
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 12, 1),
        null,
        null,
        null,
        null,
        eur("121.00"),
        balance,
        new Location("whmcs_eu"),
        null,
        List.of(new InvoiceLine(null, new ServerId(42), "Hosting", "Server 42", eur("121.00"))));
  }

  /** The same invoice for other things. */
  public static Invoice withLines(Invoice invoice, List<InvoiceLine> lines) {
    return with(invoice, invoice.location(), lines);
  }

  /** The same invoice at another location. */
  public static Invoice at(String location, Invoice invoice) {
    return with(invoice, new Location(location), invoice.lines());
  }

  private static Invoice with(
      Invoice invoice, @Nullable Location location, List<InvoiceLine> lines) {
    return new Invoice(
        invoice.id(),
        invoice.status(),
        invoice.issued(),
        invoice.due(),
        invoice.paid(),
        invoice.subtotal(),
        invoice.credit(),
        invoice.tax(),
        invoice.total(),
        invoice.balance(),
        location,
        invoice.paymentMethod(),
        lines);
  }

  public static InvoiceSummary row(
      long id,
      InvoiceStatus status,
      @Nullable LocalDate due,
      @Nullable Money total,
      @Nullable Money balance) {
    return new InvoiceSummary(
        new InvoiceId(id), status, LocalDate.of(2026, 10, 1), due, null, total, balance);
  }

  public static InvoiceSummary unpaid(long id, String due, String amount, String currency) {
    Money money = Money.of(amount, currency);
    return row(id, InvoiceStatus.UNPAID, LocalDate.parse(due), money, money);
  }

  public static InvoiceList list(InvoiceSummary... rows) {
    return new InvoiceList(List.of(rows), rows.length);
  }

  public static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
