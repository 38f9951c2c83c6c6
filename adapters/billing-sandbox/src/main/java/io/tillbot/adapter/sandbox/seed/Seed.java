package io.tillbot.adapter.sandbox.seed;

import io.tillbot.adapter.sandbox.Login;
import io.tillbot.adapter.sandbox.book.ApiKey;
import io.tillbot.adapter.sandbox.book.Counter;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Permission;
import io.tillbot.adapter.sandbox.book.Token;
import io.tillbot.adapter.sandbox.choice.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Seeded data: the same for the same number, day and size.
 *
 * @param number decides everything that is by chance, secrets included
 * @param extraClients how many customers beside the invented ones
 * @param invoiceIds whether ids repeat among locations
 */
public record Seed(long number, int extraClients, Rule.InvoiceIds invoiceIds) {

  private static final int FIRST_NEW_INVOICE = 10_000;
  private static final int FAR_APART = 50_000_000;

  private static final Set<Permission> ALL = EnumSet.allOf(Permission.class);
  private static final Set<Permission> INVOICES_ONLY = EnumSet.of(Permission.INVOICES);

  public Seed {
    if (extraClients < 0 || extraClients > 1_000_000) {
      throw new IllegalArgumentException("extra clients: 0 to 1,000,000");
    }
  }

  /** The seeded rows as of a moment; tokens come with {@link #tokens}. */
  public List<Entity> rows(Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    Draft draft = new Draft(new SplittableRandom(number), today);
    int shift = invoiceIds == Rule.InvoiceIds.GLOBAL ? 5_000 : 0;
    new People(draft).add();
    new Demo(draft, shift).add();
    new Crowd(draft).add(extraClients, FIRST_NEW_INVOICE);
    int next = FIRST_NEW_INVOICE + extraClients * Crowd.INVOICES;
    int apart = invoiceIds == Rule.InvoiceIds.GLOBAL ? FAR_APART : 0;
    List<Entity> rows =
        draft.rows(
            List.of(
                new Counter("invoice whmcs_eu", next),
                new Counter("invoice whmcs_com", next + apart)));
    rows.addAll(keys());
    return rows;
  }

  private List<ApiKey> keys() {
    List<ApiKey> keys = new ArrayList<>();
    keys.add(new ApiKey(secret("key", "demo"), People.DEMO_ACCOUNT, ALL));
    keys.add(new ApiKey(secret("key", "demo-invoices"), People.DEMO_ACCOUNT, INVOICES_ONLY));
    keys.add(new ApiKey(secret("key", "company"), People.COMPANY_ACCOUNT, ALL));
    keys.add(new ApiKey(secret("key", "acme"), People.ACME_ACCOUNT, ALL));
    keys.add(new ApiKey(secret("key", "newcomer"), People.NEWCOMER_ACCOUNT, ALL));
    for (int i = 0; i < extraClients; i++) {
      keys.add(new ApiKey(secret("key", "crowd-" + i), Crowd.account(i), ALL));
    }
    return keys;
  }

  /** The tokens of the invented customers; the extra ones sign in with their keys. */
  public List<Token> tokens(Instant expires) {
    return List.of(
        token("demo", People.DEMO_ACCOUNT, ALL, expires),
        token("demo-invoices", People.DEMO_ACCOUNT, INVOICES_ONLY, expires),
        token("company", People.COMPANY_ACCOUNT, ALL, expires),
        token("acme", People.ACME_ACCOUNT, ALL, expires),
        token("newcomer", People.NEWCOMER_ACCOUNT, ALL, expires));
  }

  private Token token(String name, int account, Set<Permission> permissions, Instant expires) {
    return new Token(secret("token", name), account, permissions, expires, "");
  }

  /** What the invented customers sign in with; the first is the demo customer. */
  public List<Login> logins() {
    return List.of(
        login("demo", "demo@example.com"),
        login("demo-invoices", "demo@example.com"),
        login("company", "billing@primer.example"),
        login("acme", "ap@acme.example"),
        login("newcomer", "newcomer@example.com"));
  }

  /** What an extra customer signs in with; its token is empty, as it has none at the start. */
  public Login extraLogin(int index) {
    int number = Crowd.account(index);
    String name = "crowd-" + index;
    return new Login(name, "client" + number + "@crowd.example", "", secret("key", name));
  }

  private Login login(String name, String email) {
    return new Login(name, email, secret("token", name), secret("key", name));
  }

  private String secret(String kind, String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + ' ' + name + ' ' + number).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
