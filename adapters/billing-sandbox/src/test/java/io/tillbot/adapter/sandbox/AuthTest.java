package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.sandbox.choice.Shape;
import io.tillbot.adapter.sandbox.choice.Switches;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** auth.php, and what tokens allow. */
class AuthTest {

  private final MovedClock clock = new MovedClock();
  private final Sandbox sandbox =
      Sandbox.start(SandboxOptions.defaults().withClock(clock).withTokenLife(Duration.ofHours(3)));
  private final Api api = Api.demo(sandbox);

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonObject login(String... more) {
    List<String> fields = new ArrayList<>(List.of("key", sandbox.demo().apiKey()));
    fields.addAll(List.of(more));
    return api.auth("login", fields.toArray(String[]::new));
  }

  private static Api with(Api api, JsonObject login) {
    return Api.withToken(api.sandbox(), login.getAsJsonObject("result").get("token").getAsString());
  }

  @Test
  void aKeyIsExchangedForATokenThatServesForItsTime() {
    JsonObject answer = login("ttl", "3600", "fix_ip", "0");
    long expires = answer.getAsJsonObject("result").get("token_expire").getAsLong();
    assertThat(expires).isEqualTo(clock.instant().getEpochSecond() + 3600);
    Api own = with(api, answer);
    assertThat(Api.isDone(own.call("getcredits"))).isTrue();
    clock.forward(Duration.ofSeconds(3599));
    assertThat(Api.isDone(own.call("getcredits"))).isTrue();
    clock.forward(Duration.ofSeconds(1));
    assertThat(own.call("getcredits").get("message").getAsString())
        .isEqualTo("Invalid token or access denied");
  }

  @Test
  void aTokenLivesThreeHoursAtMost() {
    JsonObject answer = login("ttl", "999999");
    assertThat(answer.getAsJsonObject("result").get("token_expire").getAsLong())
        .isEqualTo(clock.instant().getEpochSecond() + 10_800);
    assertThat(login("ttl", "soon").get("message").getAsString()).isEqualTo("invalid ttl");
  }

  @Test
  void aTokenFixedToAnAddressServesThere() {
    Api own = with(api, login("fix_ip", "1"));
    assertThat(Api.isDone(own.call("getcredits"))).isTrue();
    assertThat(Api.isDone(api.from("127.0.0.2").call("getcredits"))).isTrue();
    assertThat(own.from("127.0.0.2").call("getcredits").has("code")).isTrue();
  }

  @Test
  void infoDescribesATokenAndLogoutEndsIt() {
    Api own = with(api, login());
    JsonObject info = own.auth("info", "token", own.token());
    assertThat(info.getAsJsonObject("result").get("email").getAsString())
        .isEqualTo("demo@example.com");
    assertThat(Api.isDone(own.auth("logout", "token", own.token()))).isTrue();
    assertThat(own.auth("info", "token", own.token()).has("code")).isTrue();
    assertThat(own.auth("logout", "token", own.token()).has("code")).isTrue();
    assertThat(own.call("getcredits").has("code")).isTrue();
  }

  @Test
  void aLoginMayAnswerFlat() {
    sandbox.use(Switches.defaults().with(Shape.LoginForm.FLAT));
    JsonObject answer = login();
    assertThat(answer.get("token").getAsString()).hasSize(32);
    assertThat(answer.get("result").getAsString()).isEqualTo("OK");
  }

  @Test
  void aWrongKeyIsRefused() {
    JsonObject answer = api.auth("login", "key", "wrong");
    assertThat(answer.get("message").getAsString()).isEqualTo("authentication failed");
    assertThat(api.auth("dance").get("message").getAsString()).isEqualTo("unknown action");
  }

  @Test
  void seededTokensExpireToo() {
    clock.forward(Duration.ofHours(3));
    assertThat(api.call("getcredits").has("code")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Shape.AuthFailures.class)
  void anUnusableTokenIsToldInManyWays(Shape.AuthFailures form) {
    sandbox.use(Switches.defaults().with(form));
    HttpResponse<byte[]> answer = Api.withToken(sandbox, "wrong").send("get_client");
    assertThat(answer.statusCode()).isEqualTo(form == Shape.AuthFailures.HTTP_401 ? 401 : 200);
    assertThat(Api.json(answer).get("message").getAsString().toLowerCase(Locale.ROOT))
        .containsAnyOf(
            "unauthorized",
            "invalid token",
            "invalid hash",
            "token expired",
            "token is invalid",
            "not authorized",
            "authentication failed");
  }

  @Test
  void aTokenAllowsWhatItsKeyDoes() {
    Api invoices = Api.of(sandbox, "demo-invoices");
    assertThat(Api.isDone(invoices.call("getcredits"))).isTrue();
    for (String action :
        List.of("apply_credit", "get_client", "get_contacts", "get_billing_data", "mass_pay")) {
      assertThat(invoices.call(action).get("message").getAsString())
          .isEqualTo("Invalid token or access denied");
    }
  }

  @Test
  void nothingOfAnotherClientIsReached() {
    Api acme = Api.of(sandbox, "acme");
    assertThat(acme.call("get_invoice", "invoice_id", "101").has("code")).isTrue();
    assertThat(acme.call("apply_credit", "invoice_id", "101", "amount", "1").has("code")).isTrue();
    assertThat(acme.call("download_invoice", "invoice_id", "101").has("code")).isTrue();
    assertThat(acme.call("getpaymentgw", "invoice_id", "101").has("code")).isTrue();
    assertThat(acme.call("transactions", "invoice_id", "101").has("code")).isTrue();
    assertThat(acme.call("transactions", "server_id", "42").has("code")).isTrue();
    assertThat(acme.call("get_billing_data", "id", "42").has("code")).isTrue();
    assertThat(acme.call("get_related_invoices", "id", "42").has("error")).isTrue();
    assertThat(acme.call("get_related_invoices", "account_id", "7042").has("error")).isTrue();
    assertThat(acme.call("get_cancellation_requests", "id", "52").has("code")).isTrue();
    assertThat(acme.call("delete_cancellation_request", "id", "52").has("code")).isTrue();
    assertThat(acme.call("request_subscription_cancellation", "id", "43").has("code")).isTrue();
    assertThat(acme.call("generate_due_invoice", "id", "43").has("code")).isTrue();
    assertThat(acme.call("delete_contact", "contact_id", "501").has("code")).isTrue();
    assertThat(acme.call("update_contact", "contact_id", "501", "email", "a@b.example").has("code"))
        .isTrue();
    assertThat(acme.call("get_invoices", "location", "whmcs_eu").get("result").getAsString())
        .isEqualTo("-1");
    assertThat(acme.call("get_client", "email", "demo@example.com").has("code")).isTrue();
    assertThat(acme.cancellations()).isEmpty();
    assertThat(acme.call("get_contacts").getAsJsonArray("contacts")).isEmpty();
  }
}
