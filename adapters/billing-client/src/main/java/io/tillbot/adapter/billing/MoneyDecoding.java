package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.TransactionId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credit and transactions. */
final class MoneyDecoding {
  private static final String[] CREDIT = {"credit", "credits", "balance", "amount"};

  private MoneyDecoding() {}

  /**
   * getcredits: a bare number under {@code message}; also under a name of its own, there or beside
   * it. A history of credits is not added up: nobody says that it is whole.
   */
  static CreditBalance credit(Answer answer) {
    Fields fields = answer.json();
    BigDecimal amount = fields.decimal("message");
    // A list, though of one element, is a history.
    if (amount == null && fields.get("message") instanceof Json.Obj message) {
      amount = new Fields(message).decimal(CREDIT);
    }
    if (amount == null) {
      amount = fields.decimal(CREDIT);
    }
    return new CreditBalance(Fields.required(amount, "credit"));
  }

  /** transactions. A row without id or amount breaks the answer: this list has no count. */
  static List<Transaction> transactions(Answer answer) {
    Fields fields = answer.json();
    CurrencyCode currency = fields.currency(CurrencyCode.NONE);
    return fields.rows("transactions", "transaction").stream()
        .map(row -> transaction(row, currency))
        .toList();
  }

  private static Transaction transaction(Fields row, CurrencyCode otherwise) {
    CurrencyCode currency = row.currency(otherwise);
    return new Transaction(
        Fields.required(row.id(TransactionId::new, "transaction_id", "id"), "transaction id"),
        Fields.required(amount(row, currency), "amount"),
        row.date("date"),
        row.linesOrEmpty("description"),
        row.textOrEmpty("status"),
        row.id(InvoiceId::new, "invoice_id", "invoiceid"));
  }

  /** {@code amount}, or WHMCS's own pair of {@code amountin} and {@code amountout}. */
  private static @Nullable Money amount(Fields row, CurrencyCode currency) {
    Money amount = row.money(currency, "amount");
    if (amount != null) {
      return amount;
    }
    Money in = row.money(currency, "amountin");
    Money out = row.money(currency, "amountout");
    if (in == null && out == null) {
      return null;
    }
    Money nothing = Money.zero(currency);
    return (in == null ? nothing : in).minus(out == null ? nothing : out);
  }
}
