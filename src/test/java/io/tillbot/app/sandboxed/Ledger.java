package io.tillbot.app.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.MovementKind;
import io.tillbot.adapter.sandbox.book.View;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** The accountant: every cent of the sandbox's books comes from somewhere and is somewhere. */
final class Ledger {
  private final View books;

  private Ledger(View books) {
    this.books = books;
  }

  /** Fails unless the books of a meeting balance to the cent. */
  static void assertBalanced(Meeting meeting) {
    meeting.books(
        view -> {
          Ledger ledger = new Ledger(view);
          view.all(Client.class).forEach(ledger::assertCreditIsTheSumOfItsMovements);
          view.all(Invoice.class).forEach(ledger::assertPaymentsAreTheSumOfTheirMovements);
          return null;
        });
  }

  private void assertCreditIsTheSumOfItsMovements(Client client) {
    BigDecimal sum =
        books.ownedBy(Movement.class, client.key()).stream()
            .map(Ledger::changeOfCredit)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(client.credit()).as("credit of %s", client.key()).isEqualByComparingTo(sum);
    assertThat(client.credit().scale()).isEqualTo(2);
  }

  private static BigDecimal changeOfCredit(Movement movement) {
    return switch (movement.kind()) {
      case FUNDS_ADDED, REFUNDED_TO_CREDIT, OVERPAID_TO_CREDIT -> movement.amount();
      case CREDIT_APPLIED, REFUND_TAKEN_BACK -> movement.amount().negate();
      case GATEWAY_PAYMENT, GATEWAY_REFUND, MASS_ALLOCATED -> BigDecimal.ZERO;
    };
  }

  private void assertPaymentsAreTheSumOfTheirMovements(Invoice invoice) {
    InvoiceKey key = invoice.key();
    assertThat(invoice.credit())
        .as("credit of %s", key)
        .isEqualByComparingTo(sum(invoice, of(MovementKind.CREDIT_APPLIED)));
    assertThat(invoice.paid())
        .as("payments of %s", key)
        .isEqualByComparingTo(
            sum(invoice, of(MovementKind.GATEWAY_PAYMENT))
                .add(sum(invoice, of(MovementKind.MASS_ALLOCATED))));
    assertThat(invoice.balance().signum()).as("balance of %s", key).isNotNegative();
    if (invoice.status() == InvoiceStatus.PAID) {
      assertThat(invoice.balance()).as("balance of %s", key).isEqualByComparingTo("0");
      assertThat(invoice.paidAt()).as("payment day of %s", key).isNotNull();
    }
    if (invoice.kind() == InvoiceKind.MASS_PAY && invoice.status() == InvoiceStatus.PAID) {
      assertThat(handedOn(invoice))
          .as("handed on by %s", key)
          .isEqualByComparingTo(invoice.gross());
    }
  }

  /** What a paid mass payment gave to its originals, and to credit where they needed no more. */
  private BigDecimal handedOn(Invoice massPayment) {
    return books.ownedBy(Movement.class, massPayment.client()).stream()
        .filter(movement -> movement.from() == massPayment.id())
        .map(Movement::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal sum(Invoice invoice, Predicate<Movement> wanted) {
    return books.ownedBy(Movement.class, invoice.client()).stream()
        .filter(movement -> movement.invoice() == invoice.id())
        .filter(wanted)
        .map(Movement::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Predicate<Movement> of(MovementKind kind) {
    return movement -> movement.kind() == kind;
  }
}
