package io.tillbot.core.credit;

import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.operation.CreditTrail;
import org.jspecify.annotations.Nullable;

/**
 * What proves a payment from credit: what left the credit and what arrived on the invoice.
 *
 * @param invoice before
 * @param amount what was sent
 * @param credit before; of the amount's currency
 */
record PaymentProof(Invoice invoice, Money amount, Money credit) {
  PaymentProof {
    if (!amount.currency().equals(credit.currency())) {
      throw new IllegalArgumentException("credit pays its own currency only");
    }
  }

  /** The API's own word on the payment. */
  enum Word {
    DONE,
    NONE
  }

  /**
   * With the API's word, the invoice must show it, and the credit where it can be read and tells
   * something. Without it, exactly what left the credit must have arrived: others pay too.
   */
  boolean isGiven(Word word, Invoice now, @Nullable Money creditNow, CreditTrail trail) {
    @Nullable Money arrived = arrived(now);
    @Nullable Money left = left(creditNow, trail);
    return switch (word) {
      case DONE ->
          (arrived != null || becamePaid(now))
              && (left != null || creditNow == null || trail == CreditTrail.BLURRED);
      case NONE ->
          left != null
              && (arrived == null ? becamePaidByThis(now, left) : arrived.equals(left))
              && left.compareTo(amount) <= 0;
    };
  }

  /** What left the credit for this payment; null when nothing did, or nobody can tell. */
  @Nullable Money left(@Nullable Money creditNow, CreditTrail trail) {
    return switch (trail) {
      case CLEAR -> fall(credit, creditNow);
      case BLURRED -> null;
    };
  }

  /** What has arrived on the invoice, as far as its amounts tell; null when they tell nothing. */
  @Nullable Money arrived(Invoice now) {
    @Nullable Money ofBalance = fall(invoice.balance(), now.balance());
    @Nullable Money ofCredit = fall(now.credit(), invoice.credit());
    if (ofBalance != null || ofCredit != null) {
      return ofBalance == null ? ofCredit : ofBalance;
    }
    // WHMCS: the total is what remains after credit; a balance, where it is told, says more.
    return invoice.balance() == null ? fall(invoice.total(), now.total()) : null;
  }

  private boolean becamePaid(Invoice now) {
    return now.status() == InvoiceStatus.PAID && invoice.status() == InvoiceStatus.UNPAID;
  }

  /** Paid as a whole, by exactly what this payment was and what left the credit. */
  private boolean becamePaidByThis(Invoice now, Money left) {
    @Nullable Money open = invoice.balance() == null ? invoice.total() : invoice.balance();
    return becamePaid(now) && amount.equals(open) && left.equals(amount);
  }

  /** How much less it is now; null when it is not less, or not known. */
  private static @Nullable Money fall(@Nullable Money before, @Nullable Money now) {
    if (before == null || now == null || !before.currency().equals(now.currency())) {
      return null;
    }
    Money difference = before.minus(now);
    return difference.isPositive() ? difference : null;
  }
}
