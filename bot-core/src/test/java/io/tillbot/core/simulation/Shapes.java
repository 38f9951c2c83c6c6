package io.tillbot.core.simulation;

import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The truth in the shapes of the API's answers. */
final class Shapes {
  static final long SERVER = 42;
  private static final AccountId SERVICE = new AccountId(4242);
  private static final CurrencyCode EUR = new CurrencyCode("EUR");
  private static final Location PLACE = new Location("whmcs_eu");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int DECIMALS = 2;
  private static final Client CLIENT =
      new Client(
          new ClientId(77),
          null,
          null,
          null,
          null,
          null,
          null,
          EUR,
          "Active",
          PLACE,
          null,
          null,
          Map.of());

  private Shapes() {}

  static Client client() {
    return CLIENT;
  }

  static CreditBalance credit(long cents) {
    return new CreditBalance(BigDecimal.valueOf(cents, DECIMALS));
  }

  static Money money(long cents) {
    return new Money(BigDecimal.valueOf(cents, DECIMALS), EUR);
  }

  static InvoiceSummary summary(Account.Paper paper) {
    return new InvoiceSummary(
        new InvoiceId(paper.id()),
        status(paper),
        DAY,
        DAY,
        null,
        money(paper.total()),
        money(paper.balance()));
  }

  static InvoiceList list(Iterable<Account.Paper> papers) {
    List<InvoiceSummary> all = new ArrayList<>();
    papers.forEach(paper -> all.add(summary(paper)));
    return new InvoiceList(all, all.size());
  }

  static Invoice invoice(Account.Paper paper) {
    return new Invoice(
        new InvoiceId(paper.id()),
        status(paper),
        DAY,
        DAY,
        null,
        money(paper.total()),
        money(paper.credited()),
        null,
        money(paper.total()),
        money(paper.balance()),
        PLACE,
        null,
        lines(paper));
  }

  private static List<InvoiceLine> lines(Account.Paper paper) {
    return switch (paper.kind()) {
      case SERVICE ->
          List.of(
              new InvoiceLine(
                  SERVICE, new ServerId(SERVER), "Hosting", "server", money(paper.total())));
      case TOP_UP ->
          List.of(new InvoiceLine(null, null, "AddFunds", "credit", money(paper.total())));
      case COMBINED ->
          paper.combines().stream()
              .map(id -> new InvoiceLine(new AccountId(id), null, "Invoice", "invoice", null))
              .toList();
    };
  }

  private static InvoiceStatus status(Account.Paper paper) {
    return paper.isOpen() ? InvoiceStatus.UNPAID : InvoiceStatus.PAID;
  }

  static ServerBilling server() {
    return new ServerBilling(SERVICE, PLACE, "Active", null, PLACE);
  }

  static CancellationRequest cancellation() {
    return new CancellationRequest(
        SERVICE, DAY, null, "End of Billing Period", DAY, null, "Active", null);
  }
}
