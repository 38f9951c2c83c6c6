package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.ServerStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The seeded data. */
class SeedTest {

  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults().withClock(new MovedClock()).withExtraClients(7);

  private static Set<Entity> state(SandboxOptions options) {
    try (Sandbox sandbox = Sandbox.start(options)) {
      return State.of(sandbox.books());
    }
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(state(OPTIONS)).isEqualTo(state(OPTIONS));
    assertThat(state(OPTIONS.withSeed(2))).isNotEqualTo(state(OPTIONS));
  }

  private static <E extends Entity> List<E> all(Class<E> kind) {
    return state(OPTIONS.withExtraClients(0)).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Test
  void holdsClientsOfTwoLocationsAndTwoCurrencies() {
    List<Client> clients = all(Client.class);
    assertThat(clients).hasSizeGreaterThanOrEqualTo(3);
    assertThat(clients).extracting(one -> one.key().location()).contains("whmcs_eu", "whmcs_com");
    assertThat(clients).extracting(one -> one.terms().currency()).contains("EUR", "USD");
  }

  @Test
  void holdsInvoicesInEveryStatusAndServersInEveryState() {
    List<Invoice> invoices = all(Invoice.class);
    assertThat(invoices).hasSizeGreaterThanOrEqualTo(40);
    assertThat(invoices.stream().map(Invoice::status).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(InvoiceStatus.values());
    LocalDate today = LocalDate.parse("2026-03-10");
    assertThat(invoices).anyMatch(one -> one.overdueOn(today));
    assertThat(invoices).noneMatch(one -> one.date().isAfter(today));
    assertThat(all(Server.class).stream().map(Server::status).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(ServerStatus.values());
  }

  @Test
  void holdsWhatTheDocumentsSpeakOf() {
    try (Api api = Api.demo(Sandbox.start(OPTIONS))) {
      JsonObject invoice = api.invoice(123);
      assertThat(invoice.get("balance")).hasToString("121.00");
      assertThat(invoice.getAsJsonObject("items").getAsJsonArray("item")).hasSize(4);
      assertThat(Api.isDone(api.call("mass_pay", "invoices[]", "101", "invoices[]", "102")))
          .isTrue();
      JsonObject server = api.call("get_billing_data", "id", "42").getAsJsonObject("data");
      assertThat(server.get("account_id").getAsInt()).isEqualTo(7042);
      assertThat(api.credit()).isEqualByComparingTo("150.50");
      assertThat(api.cancellations()).hasSize(1);
    }
  }

  @Test
  void extraClientsSignInWithTheirKeys() {
    try (Api api = Api.demo(Sandbox.start(OPTIONS))) {
      Audit.check(api.sandbox().books());
      JsonObject login = api.auth("login", "key", api.sandbox().extraLogin(6).apiKey());
      Api extra =
          Api.withToken(api.sandbox(), login.getAsJsonObject("result").get("token").getAsString());
      JsonObject invoices = extra.call("get_invoices");
      assertThat(invoices.get("totalresults").getAsInt()).isEqualTo(5);
      assertThat(Api.isDone(extra.call("create_addfunds", "amount", "20"))).isTrue();
    }
  }
}
