package io.tillbot.adapter.sandbox.seed;

import io.tillbot.adapter.sandbox.book.Account;
import io.tillbot.adapter.sandbox.book.Address;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Contact;
import io.tillbot.adapter.sandbox.book.Profile;
import io.tillbot.adapter.sandbox.book.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The invented customers and their contacts. */
final class People {

  static final ClientKey DEMO = new ClientKey("whmcs_eu", 1001);
  static final ClientKey DEMO_COM = new ClientKey("whmcs_com", 2001);
  static final ClientKey COMPANY = new ClientKey("whmcs_eu", 1002);
  static final ClientKey ACME = new ClientKey("whmcs_com", 2002);
  static final ClientKey NEWCOMER = new ClientKey("whmcs_eu", 1003);

  static final int DEMO_ACCOUNT = 1;
  static final int COMPANY_ACCOUNT = 2;
  static final int ACME_ACCOUNT = 3;
  static final int NEWCOMER_ACCOUNT = 4;

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
  private static final Terms EUR = new Terms("EUR", new BigDecimal("21.00"), 2, false);
  private static final Terms EUR_COMPANY = new Terms("EUR", NOTHING, 1, true);
  private static final Terms USD = new Terms("USD", NOTHING, 2, false);
  private static final Terms USD_COMPANY = new Terms("USD", NOTHING, 5, true);

  private final Draft draft;

  People(Draft draft) {
    this.draft = draft;
  }

  void add() {
    LocalDate today = draft.today();
    draft.add(
        new Account(DEMO_ACCOUNT, "demo", List.of(DEMO, DEMO_COM), today.minusYears(2)),
        List.of(
            client(DEMO, DEMO_ACCOUNT, profile("demo@example.com", "Demo", "Customer", ""), EUR),
            client(
                DEMO_COM, DEMO_ACCOUNT, profile("demo@example.com", "Demo", "Customer", ""), USD)));
    draft.add(
        new Account(COMPANY_ACCOUNT, "company", List.of(COMPANY), today.minusYears(3)),
        List.of(
            client(
                COMPANY,
                COMPANY_ACCOUNT,
                profile("billing@primer.example", "Иван", "Петров", "ООО «Пример»"),
                EUR_COMPANY)));
    draft.add(
        new Account(ACME_ACCOUNT, "acme", List.of(ACME), today.minusMonths(8)),
        List.of(
            client(
                ACME,
                ACME_ACCOUNT,
                profile("ap@acme.example", "Grace", "O'Neil", "Acme & Sons \"Hosting\""),
                USD_COMPANY)));
    draft.add(
        new Account(NEWCOMER_ACCOUNT, "newcomer", List.of(NEWCOMER), today),
        List.of(
            client(
                NEWCOMER,
                NEWCOMER_ACCOUNT,
                profile("newcomer@example.com", "Nora", "Neu", ""),
                EUR)));
    contacts();
  }

  private void contacts() {
    contact(501, DEMO, "anna@example.com", "Anna", "Example", Set.of("contacts", "invoices"));
    contact(502, DEMO, "petr@example.com", "Пётр", "Примеров", Set.of("invoices"));
    contact(503, DEMO, "ops@example.com", "Rosa & Tim", "O'Hara", Set.of("contacts"));
    contact(504, COMPANY, "buh@primer.example", "Ольга", "Счётова", Set.of("contacts", "invoices"));
  }

  private void contact(
      int id, ClientKey client, String email, String first, String last, Set<String> permissions) {
    Address address = new Address("2 Sample Street", "", "Sampletown", "", "10001", "NL");
    draft.add(
        new Contact(
            id, client, email, first, last, "+31.2055501" + id % 100, "", address, permissions));
  }

  private static Profile profile(String email, String first, String last, String company) {
    String type = company.isEmpty() ? "Individual" : "Company";
    return new Profile(email, first, last, company, "+31.205550100", type, "", "");
  }

  private static Client client(ClientKey key, int account, Profile profile, Terms terms) {
    String country = terms.currency().equals("USD") ? "US" : "NL";
    Address address =
        new Address("1 Example Street", "Floor 3", "Exampletown", "", "10000", country);
    return new Client(key, account, profile, address, terms, NOTHING);
  }
}
