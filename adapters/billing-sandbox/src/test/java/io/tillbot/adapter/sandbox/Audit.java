package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.MovementKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Checks that no money was made or lost. */
final class Audit {

  private static final Set<MovementKind> ONTO_CREDIT =
      Set.of(
          MovementKind.FUNDS_ADDED,
          MovementKind.REFUNDED_TO_CREDIT,
          MovementKind.OVERPAID_TO_CREDIT);
  private static final Set<MovementKind> OFF_CREDIT =
      Set.of(MovementKind.CREDIT_APPLIED, MovementKind.REFUND_TAKEN_BACK);
  private static final Set<MovementKind> ONTO_INVOICE =
      Set.of(MovementKind.GATEWAY_PAYMENT, MovementKind.MASS_ALLOCATED);

  private Audit() {}

  static void check(Books books) {
    books.read(
        view -> {
          for (Client client : view.all(Client.class)) {
            List<Movement> movements = view.ownedBy(Movement.class, client.key());
            assertThat(sum(movements, ONTO_CREDIT).subtract(sum(movements, OFF_CREDIT)))
                .as("credit of %s", client.key())
                .isEqualByComparingTo(client.credit());
            for (Invoice invoice : view.ownedBy(Invoice.class, client.key())) {
              List<Movement> own =
                  movements.stream().filter(one -> one.invoice() == invoice.id()).toList();
              check(invoice, own);
              checkPassedOn(invoice, own, movements);
            }
          }
          return true;
        });
  }

  private static void check(Invoice invoice, List<Movement> own) {
    assertThat(sum(own, Set.of(MovementKind.CREDIT_APPLIED)))
        .as("credit on %s", invoice.key())
        .isEqualByComparingTo(invoice.credit());
    assertThat(sum(own, ONTO_INVOICE))
        .as("payments on %s", invoice.key())
        .isEqualByComparingTo(invoice.paid());
    assertThat(invoice.balance()).as("balance of %s", invoice.key()).isNotNegative();
    if (invoice.status() == InvoiceStatus.PAID) {
      assertThat(invoice.balance()).as("balance of %s", invoice.key()).isZero();
    }
  }

  /** What a top-up or a mass payment received went on, all of it and once. */
  private static void checkPassedOn(Invoice invoice, List<Movement> own, List<Movement> movements) {
    BigDecimal due = invoice.status() == InvoiceStatus.PAID ? invoice.subtotal() : BigDecimal.ZERO;
    switch (invoice.kind()) {
      case REGULAR -> {}
      case ADD_FUNDS ->
          assertThat(sum(own, Set.of(MovementKind.FUNDS_ADDED)))
              .as("credit from %s", invoice.key())
              .isEqualByComparingTo(due);
      case MASS_PAY ->
          assertThat(
                  movements.stream()
                      .filter(one -> one.from() == invoice.id())
                      .map(Movement::amount)
                      .reduce(BigDecimal.ZERO, BigDecimal::add))
              .as("passed on by %s", invoice.key())
              .isEqualByComparingTo(due);
    }
  }

  private static BigDecimal sum(List<Movement> movements, Set<MovementKind> kinds) {
    return movements.stream()
        .filter(movement -> kinds.contains(movement.kind()))
        .map(Movement::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
