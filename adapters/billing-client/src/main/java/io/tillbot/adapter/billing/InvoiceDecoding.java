package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invoices, in the shapes of get_invoice, get_invoices, get_related_invoices and the writes. */
final class InvoiceDecoding {
  private static final List<String> OF_AN_INVOICE =
      List.of("items", "total", "subtotal", "balance", "duedate", "due_date", "paymentstatus");

  private InvoiceDecoding() {}

  /**
   * get_invoice, whose fields come flat or nested. An answer that names another invoice than the
   * one asked for says two things at once: nobody may pay by it.
   */
  static Invoice invoice(Answer answer, InvoiceId asked) {
    Fields outer = answer.json();
    Fields inner = outer.innerWith(OF_AN_INVOICE, "invoice", "data", "message");
    mustNameNoOther(outer.id(InvoiceId::new, "invoiceid", "invoice_id"), asked);
    if (inner != null) {
      mustNameNoOther(inner.id(InvoiceId::new, "invoiceid", "invoice_id", "id"), asked);
    }
    Fields fields = inner == null ? outer : inner.over(outer);
    CurrencyCode currency = fields.currency(CurrencyCode.NONE);
    return new Invoice(
        asked,
        status(fields),
        fields.date("date"),
        due(fields),
        paid(fields),
        fields.money(currency, "subtotal"),
        fields.money(currency, "credit"),
        tax(fields, currency),
        fields.money(currency, "total"),
        fields.money(currency, "balance"),
        fields.location("billing", "location"),
        fields.text("paymentmethod"),
        fields.rows("items", "item").stream().map(row -> line(row, currency)).toList());
  }

  /**
   * get_invoices. A row that cannot be read is left out but counted, so that the list says of
   * itself that it is cut short.
   */
  static InvoiceList list(Answer answer) {
    Fields fields = answer.json();
    CurrencyCode currency = fields.currency(CurrencyCode.NONE);
    List<Json> rows = fields.list("invoices", "invoice");
    List<InvoiceSummary> invoices =
        rows.stream().map(row -> readableSummary(row, currency)).filter(Objects::nonNull).toList();
    int total =
        IntStream.of(
                count(fields.count("totalresults")),
                count(fields.count("numreturned")),
                rows.size())
            .max()
            .orElseThrow();
    return new InvoiceList(invoices, total);
  }

  /**
   * get_related_invoices and generate_due_invoice. These lists have no count, and somebody may
   * conclude from what is not in them: a row that cannot be read breaks the whole answer.
   */
  static List<InvoiceSummary> summaries(Answer answer) {
    Fields fields = answer.json();
    CurrencyCode currency = fields.currency(CurrencyCode.NONE);
    return fields.rows("invoices", "invoice").stream().map(row -> summary(row, currency)).toList();
  }

  /** One row. */
  static InvoiceSummary summary(Fields row, CurrencyCode otherwise) {
    CurrencyCode currency = row.currency(otherwise);
    return new InvoiceSummary(
        Fields.required(row.id(InvoiceId::new, "invoiceid", "invoice_id", "id"), "invoice id"),
        status(row),
        row.date("date"),
        due(row),
        paid(row),
        row.money(currency, "total", "amount"),
        row.money(currency, "balance"));
  }

  private static void mustNameNoOther(@Nullable InvoiceId told, InvoiceId asked) {
    if (told != null && !told.equals(asked)) {
      throw new BrokenAnswerException(UnknownCause.CONTRADICTORY_ANSWER, "another invoice");
    }
  }

  private static @Nullable InvoiceSummary readableSummary(Json row, CurrencyCode currency) {
    try {
      return summary(Fields.ofRow(row), currency);
    } catch (BrokenAnswerException unreadable) {
      return null;
    }
  }

  private static InvoiceLine line(Fields row, CurrencyCode currency) {
    return new InvoiceLine(
        row.id(AccountId::new, "relid"),
        // In spite of its name not the invoice's.
        row.id(ServerId::new, "inv_id"),
        row.textOrEmpty("type"),
        row.linesOrEmpty("description"),
        row.money(currency, "amount"));
  }

  private static @Nullable LocalDate due(Fields fields) {
    return fields.date("duedate", "due_date");
  }

  private static @Nullable LocalDate paid(Fields fields) {
    return fields.date("datepaid", "date_paid");
  }

  private static @Nullable Money tax(Fields fields, CurrencyCode currency) {
    Money first = fields.money(currency, "tax");
    Money second = fields.money(currency, "tax2");
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first.plus(second);
  }

  /** The call's own {@code success} may have overwritten the invoice's {@code status}. */
  private static InvoiceStatus status(Fields fields) {
    for (String name : List.of("paymentstatus", "invoicestatus", "status")) {
      InvoiceStatus status = status(fields.textOrEmpty(name));
      if (status != InvoiceStatus.UNKNOWN) {
        return status;
      }
    }
    return InvoiceStatus.UNKNOWN;
  }

  private static InvoiceStatus status(String words) {
    return switch (words.toLowerCase(Locale.ROOT).replace('_', ' ')) {
      case "draft" -> InvoiceStatus.DRAFT;
      // Overdue is no status of its own: it is unpaid and past its due date.
      case "unpaid", "overdue" -> InvoiceStatus.UNPAID;
      case "paid" -> InvoiceStatus.PAID;
      case "cancelled", "canceled" -> InvoiceStatus.CANCELLED;
      case "refunded" -> InvoiceStatus.REFUNDED;
      case "collections" -> InvoiceStatus.COLLECTIONS;
      case "payment pending" -> InvoiceStatus.PAYMENT_PENDING;
      default -> InvoiceStatus.UNKNOWN;
    };
  }

  private static int count(@Nullable Integer told) {
    return told == null ? 0 : told;
  }
}
