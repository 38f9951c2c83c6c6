package io.tillbot.adapter.sandbox.seed;

import io.tillbot.adapter.sandbox.book.Account;
import io.tillbot.adapter.sandbox.book.Address;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.book.Location;
import io.tillbot.adapter.sandbox.book.Profile;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.ServerStatus;
import io.tillbot.adapter.sandbox.book.Subscription;
import io.tillbot.adapter.sandbox.book.Terms;
import io.tillbot.adapter.sandbox.book.Upgrade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** As many more customers as are asked for, each with one server and five invoices. */
final class Crowd {

  /** How many invoices each has. */
  static final int INVOICES = 5;

  private static final int FIRST = 100_000;
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
  private static final Terms EUR = new Terms("EUR", new BigDecimal("21.00"), 2, false);
  private static final Terms USD = new Terms("USD", NOTHING, 2, false);
  private static final Address ADDRESS =
      new Address("1 Crowd Street", "", "Exampletown", "", "10000", "NL");
  // Shared by all, as a hundred thousand invoices would otherwise hold as many copies.
  private static final List<BigDecimal> PRICES =
      List.of(new BigDecimal("9.90"), new BigDecimal("29.99"), new BigDecimal("79.00"));

  private final Draft draft;

  Crowd(Draft draft) {
    this.draft = draft;
  }

  /** Adds the customers; returns the accounts' numbers. */
  void add(int count, int firstInvoice) {
    for (int i = 0; i < count; i++) {
      addOne(i, firstInvoice + i * INVOICES);
    }
  }

  static int account(int index) {
    return FIRST + index;
  }

  private void addOne(int index, int firstInvoice) {
    int number = FIRST + index;
    Location location = index % 2 == 0 ? Location.EU : Location.COM;
    ClientKey key = new ClientKey(location.code(), number);
    String email = "client" + number + "@crowd.example";
    Profile profile =
        new Profile(email, "Client", Integer.toString(number), "", "", "Individual", "", "");
    Terms terms = location == Location.EU ? EUR : USD;
    draft.add(
        new Account(number, "crowd-" + index, List.of(key), draft.today()),
        List.of(new Client(key, number, profile, ADDRESS, terms, NOTHING)));
    BigDecimal price = PRICES.get(draft.random().nextInt(PRICES.size()));
    LocalDate nextDue = draft.today().plusDays(draft.random().nextInt(1, 28));
    draft.add(
        new Server(
            number,
            key,
            number,
            "VPS",
            price,
            ServerStatus.ACTIVE,
            nextDue,
            Upgrade.NONE,
            Subscription.NONE));
    for (int i = 0; i < INVOICES; i++) {
      LocalDate from = nextDue.minusMonths(INVOICES - 1L - i);
      LocalDate to = from.plusMonths(1).minusDays(1);
      List<Line> lines = List.of(new Line("Hosting", number, number, "VPS", price, true, from, to));
      if (i < INVOICES - 1) {
        draft.paid(firstInvoice + i, key, from, NOTHING, lines);
      } else {
        draft.open(firstInvoice + i, key, InvoiceStatus.UNPAID, from, lines);
      }
    }
  }
}
