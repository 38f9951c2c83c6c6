package io.tillbot.adapter.sandbox.seed;

import static io.tillbot.adapter.sandbox.seed.People.ACME;
import static io.tillbot.adapter.sandbox.seed.People.COMPANY;
import static io.tillbot.adapter.sandbox.seed.People.DEMO;
import static io.tillbot.adapter.sandbox.seed.People.DEMO_COM;

import io.tillbot.adapter.sandbox.book.Cancellation;
import io.tillbot.adapter.sandbox.book.CancellationType;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.ServerStatus;
import io.tillbot.adapter.sandbox.book.Subscription;
import io.tillbot.adapter.sandbox.book.Upgrade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** The servers and invoices of the invented customers: every status and state at least once. */
final class Demo {

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final Draft draft;
  private final LocalDate today;
  // Added to the ids of the second location; 0 makes them overlap with those of the first.
  private final int shift;

  Demo(Draft draft, int shift) {
    this.draft = draft;
    this.today = draft.today();
    this.shift = shift;
  }

  void add() {
    demoServers();
    demoInvoices();
    demoInvoicesElsewhere();
    company();
    acme();
  }

  private void demoServers() {
    server(42, DEMO, 7042, "Dedicated server ds.mini", "79.00", ServerStatus.ACTIVE, 10);
    add(
        plain(43, DEMO, 7043, "VPS vm.small", "29.99", ServerStatus.ACTIVE, 12)
            .with(Subscription.ACTIVE));
    draft.add(
        new Server(
            44,
            DEMO,
            7044,
            "VPS vm.medium",
            new BigDecimal("39.00"),
            ServerStatus.ACTIVE,
            today.plusDays(20),
            Upgrade.PENDING,
            Subscription.NONE));
    server(45, DEMO, 7045, "VPS vm.pico", "45.00", ServerStatus.SUSPENDED, -5);
    server(46, DEMO, 7046, "VPS vm.nano", "9.90", ServerStatus.CANCELLED, -40);
    server(47, DEMO, 7047, "VPS vm.nano", "9.90", ServerStatus.TERMINATED, -90);
    server(48, DEMO, 7048, "Dedicated server ds.maxi", "249.00", ServerStatus.PENDING, 0);
    server(49, DEMO, 7049, "VPS vm.micro", "12.00", ServerStatus.FRAUD, -200);
    server(50, DEMO, 7050, "Migration service", "99.00", ServerStatus.COMPLETED, -30);
    server(51, DEMO, 0, "Test machine", "0.00", ServerStatus.ACTIVE, 30);
    server(52, DEMO, 7052, "VPS vm.large \"EU\" & backup", "59.00", ServerStatus.ACTIVE, 15);
    server(53, DEMO, 7053, "VPS vm.small", "29.99", ServerStatus.ACTIVE, 30);
    server(54, DEMO, 7054, "VPS vm.mini", "15.00", ServerStatus.ACTIVE, 8);
    server(61, DEMO_COM, 8061, "VPS us.small", "19.99", ServerStatus.ACTIVE, 9);
    draft.add(
        new Cancellation(
            52,
            DEMO,
            CancellationType.END_OF_PERIOD,
            "Moving to a larger machine",
            today.minusDays(3).atTime(LocalTime.of(14, 30)).toInstant(ZoneOffset.UTC),
            today.plusDays(15),
            ServerStatus.ACTIVE,
            NOTHING,
            List.of()));
  }

  private void demoInvoices() {
    int id = 70;
    for (int month = 5; month >= 0; month--) {
      draft.paid(id++, DEMO, start(10, month), NOTHING, List.of(hosting(42, 79, month, 10)));
      draft.paid(id++, DEMO, start(12, month), NOTHING, List.of(vps(43, "29.99", month, 12)));
      draft.paid(id++, DEMO, start(8, month), NOTHING, List.of(vps(54, "15.00", month, 8)));
    }
    draft.addedFunds(id++, DEMO, today.minusDays(100), money("200.00"));
    draft.refunded(id++, DEMO, start(-40, 0), List.of(vps(46, "9.90", 0, -40)));
    draft.open(
        id++, DEMO, InvoiceStatus.CANCELLED, start(-90, 0), List.of(vps(47, "9.90", 0, -90)));
    draft.open(
        id++, DEMO, InvoiceStatus.COLLECTIONS, today.minusDays(70), service("12.00", "Overuse"));
    draft.open(
        id++, DEMO, InvoiceStatus.PAYMENT_PENDING, today.plusDays(2), service("18.50", "Licence"));
    draft.open(
        id++, DEMO, InvoiceStatus.DRAFT, today.plusDays(25), service("64.00", "Remote hands"));
    draft.paid(
        id++, DEMO, today.minusDays(25), money("49.50"), service("99.00", "Migration service"));
    draft.paid(id++, DEMO, start(20, 0), NOTHING, List.of(vps(44, "39.00", 0, 20)));
    draft.paid(id, DEMO, start(15, 0), NOTHING, List.of(vps(52, "59.00", 0, 15)));
    draft.open(
        101,
        DEMO,
        InvoiceStatus.UNPAID,
        today.plusDays(7),
        List.of(line("Addon", 7054, 54, "Backup storage 250 GB", "29.99")));
    draft.open(
        102, DEMO, InvoiceStatus.UNPAID, today.minusDays(5), List.of(vps(45, "45.00", -1, -5)));
    draft.partlyPaid(
        103, DEMO, today.plusDays(3), money("10.00"), service("40.00", "Remote hands, 2 hours"));
    draft.open(
        123,
        DEMO,
        InvoiceStatus.UNPAID,
        today.plusDays(10),
        List.of(
            hosting(42, 79, -1, 10),
            line("Addon", 7042, 42, "Additional IPv4 addresses, 2", "6.00"),
            line("Addon", 7042, 42, "Backup storage 500 GB", "19.90"),
            line("PromoHosting", 7042, 42, "Loyalty discount", "-4.90")));
    draft.addFunds(124, DEMO, today.plusDays(14), money("25.00"));
  }

  private void demoInvoicesElsewhere() {
    draft.addedFunds(121 + shift, DEMO_COM, today.minusDays(60), money("25.00"));
    draft.paid(122 + shift, DEMO_COM, start(9, 0), NOTHING, List.of(vps(61, "19.99", 0, 9)));
    draft.open(
        123 + shift,
        DEMO_COM,
        InvoiceStatus.UNPAID,
        today.plusDays(9),
        service("9.99", "Snapshot"));
    draft.open(
        126 + shift,
        DEMO_COM,
        InvoiceStatus.UNPAID,
        today.minusDays(12),
        service("4.00", "Extra traffic"));
    draft.open(
        127 + shift,
        DEMO_COM,
        InvoiceStatus.CANCELLED,
        today.minusDays(45),
        service("4.00", "Extra traffic"));
  }

  private void company() {
    server(71, COMPANY, 7071, "Dedicated server ds.maxi", "1234.50", ServerStatus.ACTIVE, 18);
    draft.addedFunds(201, COMPANY, today.minusDays(50), money("2500.00"));
    draft.paid(202, COMPANY, start(18, 1), NOTHING, List.of(server71(1)));
    draft.paid(203, COMPANY, start(18, 0), money("1000.00"), List.of(server71(0)));
    draft.open(
        204,
        COMPANY,
        InvoiceStatus.UNPAID,
        today.plusDays(18),
        List.of(server71(-1), line("Item", 0, 0, "Лицензия «Панель», 1 шт.", "1000.00")));
    draft.open(205, COMPANY, InvoiceStatus.UNPAID, today.minusDays(2), service("77.70", "Трафик"));
  }

  private void acme() {
    server(81, ACME, 8081, "VPS us.large", "59.00", ServerStatus.ACTIVE, 6);
    int id = 301 + shift;
    draft.paid(id++, ACME, start(6, 1), NOTHING, List.of(vps(81, "59.00", 1, 6)));
    draft.paid(id++, ACME, start(6, 0), NOTHING, List.of(vps(81, "59.00", 0, 6)));
    draft.open(
        id++, ACME, InvoiceStatus.UNPAID, today.plusDays(6), List.of(vps(81, "59.00", -1, 6)));
    draft.open(id, ACME, InvoiceStatus.DRAFT, today.plusDays(30), service("10.00", "Setup <fee>"));
  }

  private LocalDate start(int dueIn, int monthsAgo) {
    return today.plusDays(dueIn).minusMonths(monthsAgo + 1L);
  }

  private Line hosting(int server, int price, int monthsAgo, int dueIn) {
    return period(server, "Dedicated server ds.mini", price + ".00", monthsAgo, dueIn);
  }

  private Line vps(int server, String price, int monthsAgo, int dueIn) {
    return period(server, "VPS " + server, price, monthsAgo, dueIn);
  }

  private Line server71(int monthsAgo) {
    return period(71, "Dedicated server ds.maxi", "1234.50", monthsAgo, 18);
  }

  private Line period(int server, String product, String price, int monthsAgo, int dueIn) {
    LocalDate from = start(dueIn, monthsAgo);
    LocalDate to = from.plusMonths(1).minusDays(1);
    int relid = server >= 61 && server != 71 ? 8000 + server : 7000 + server;
    return new Line("Hosting", relid, server, product, money(price), true, from, to);
  }

  private static List<Line> service(String price, String description) {
    return List.of(line("Item", 0, 0, description, price));
  }

  private static Line line(String type, int relid, int server, String description, String price) {
    return new Line(type, relid, server, description, money(price), true, null, null);
  }

  private void server(
      int id,
      ClientKey client,
      int relid,
      String product,
      String price,
      ServerStatus status,
      int dueIn) {
    add(plain(id, client, relid, product, price, status, dueIn));
  }

  private void add(Server server) {
    draft.add(server);
  }

  private Server plain(
      int id,
      ClientKey client,
      int relid,
      String product,
      String price,
      ServerStatus status,
      int dueIn) {
    return new Server(
        id,
        client,
        relid,
        product,
        money(price),
        status,
        today.plusDays(dueIn),
        Upgrade.NONE,
        Subscription.NONE);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
