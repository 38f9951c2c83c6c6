package io.tillbot.core.credit;

import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.invoice.UnpaidBalance;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a credit would pay, the longest due invoice first. Only invoices of the credit's own
 * currency count.
 *
 * @param owed by all unpaid invoices of that currency
 * @param invoices how many they are
 * @param covered how many of them the credit pays in full, in that order
 * @param missing what the credit falls short of all of them; zero when it suffices
 * @param isExact whether every balance was told; otherwise totals stand in, which are the most
 * @param hasOtherCurrencies whether there are unpaid invoices that the credit cannot pay
 */
record Coverage(
    Money owed,
    int invoices,
    int covered,
    Money missing,
    boolean isExact,
    boolean hasOtherCurrencies) {

  static Coverage of(Money credit, List<InvoiceSummary> listed) {
    List<InvoiceSummary> unpaid =
        listed.stream().filter(invoice -> UnpaidBalance.of(invoice) != null).toList();
    List<Money> open =
        unpaid.stream()
            .sorted(
                Comparator.comparing(
                    invoice -> Objects.requireNonNullElse(invoice.due(), LocalDate.MAX)))
            .map(invoice -> Objects.requireNonNull(UnpaidBalance.of(invoice)))
            .filter(money -> money.currency().equals(credit.currency()))
            .toList();
    Money owed = open.stream().reduce(Money.zero(credit.currency()), Money::plus);
    Money zero = Money.zero(credit.currency());
    Money missing = owed.compareTo(credit) > 0 ? owed.minus(credit) : zero;
    return new Coverage(
        owed,
        open.size(),
        covered(credit, open),
        missing,
        unpaid.stream().allMatch(invoice -> invoice.balance() != null),
        open.size() < unpaid.size());
  }

  private static int covered(Money credit, List<Money> open) {
    Money left = credit;
    int covered = 0;
    for (Money balance : open) {
      if (balance.compareTo(left) > 0) {
        return covered;
      }
      left = left.minus(balance);
      covered++;
    }
    return covered;
  }
}
