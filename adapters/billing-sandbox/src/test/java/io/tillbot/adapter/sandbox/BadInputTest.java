package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is sent by mistake or malice gets a refusal, never a breakdown. */
class BadInputTest {

  private static final List<String> FIELDS =
      List.of(
          "id",
          "invoice_id",
          "amount",
          "invoices[]",
          "invoices[0]",
          "contact_id",
          "email",
          "location",
          "account_id",
          "server_id",
          "transaction_id",
          "cancellation_type",
          "params[email]",
          "params[firstname]",
          "params[phonenumber]",
          "type",
          "full",
          "profile_data[client_id]",
          "profile_data[billing_email]",
          "reset_token",
          "code",
          "pass",
          "period_from",
          "period_to",
          "description",
          "proforma_invoice",
          "viewpdf");
  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "42",
          "123",
          "99999999999999999999",
          "1e9",
          "0x2A",
          "NaN",
          "1.005",
          "null",
          "' OR 1=1 --",
          "<script>",
          "../../etc/passwd",
          "%00",
          "%",
          "%zz",
          "\u0000",
          "\u202e42",
          "٤٢",
          "a@b",
          "a@b.example",
          "whmcs_eu",
          "whmcs_mars",
          "💥",
          "2026-13-45",
          "[]",
          "{}");

  private final Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()));

  @AfterEach
  void stop() {
    api.close();
  }

  private static boolean isAnswer(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return response.statusCode() == 200
        && (type.equals("application/pdf") || Api.json(response).size() > 0);
  }

  private static Stream<String> actions() {
    return Stream.of(
        "add_contact",
        "apply_credit",
        "create_addfunds",
        "delete_cancellation_request",
        "delete_contact",
        "download_invoice",
        "generate_due_invoice",
        "get_billing_data",
        "get_cancellation_requests",
        "get_client",
        "get_clientgroups",
        "get_contacts",
        "get_invoice",
        "get_invoices",
        "get_related_invoices",
        "getcredits",
        "getpaymentgw",
        "mass_pay",
        "request_cancellation",
        "request_subscription_cancellation",
        "reset_password",
        "transactions",
        "update_client",
        "update_contact");
  }

  @Test
  void junkInAnyFieldOfAnyMethodGetsAnAnswer() {
    SplittableRandom random = new SplittableRandom(7);
    actions()
        .forEach(
            action -> {
              for (int i = 0; i < 40; i++) {
                String[] fields = new String[6];
                for (int j = 0; j < fields.length; j += 2) {
                  fields[j] = FIELDS.get(random.nextInt(FIELDS.size()));
                  fields[j + 1] = VALUES.get(random.nextInt(VALUES.size()));
                }
                assertThat(isAnswer(api.send(action, fields))).as("%s", List.of(fields)).isTrue();
              }
            });
    Audit.check(api.sandbox().books());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&&&",
        "=",
        "=x",
        "action",
        "action=",
        "action=nonsense",
        "%",
        "a[b=c&]",
        "\u0000"
      })
  void aFormThatIsNoneGetsAFailure(String body) throws IOException {
    HttpResponse<byte[]> response = api.post(api.sandbox().whmcs(), body);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Api.json(response).get("code").getAsInt()).isEqualTo(-1);
  }

  @Test
  void aMissingTokenIsAnUnusableOne() throws IOException {
    JsonObject answer = Api.json(api.post(api.sandbox().whmcs(), "action=get_client"));
    assertThat(answer.get("message").getAsString()).isEqualTo("Invalid token or access denied");
  }

  @Test
  void aHugeBodyIsRefused() throws IOException {
    String body = "action=get_client&token=" + "x".repeat(200_000);
    assertThat(api.post(api.sandbox().whmcs(), body).statusCode()).isEqualTo(413);
    assertThat(Api.isDone(api.call("getcredits"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void anotherVerbIsRefused(String verb) {
    HttpRequest request =
        HttpRequest.newBuilder(api.sandbox().whmcs())
            .method(verb, HttpRequest.BodyPublishers.ofString("action=getcredits"))
            .build();
    HttpResponse<byte[]> response = api.exchange(request);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(Api.json(response).get("code").getAsInt()).isEqualTo(-1);
  }

  @Test
  void noTokenReachesTheLog() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger("io.tillbot");
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
    try {
      api.call("getcredits");
      api.auth("login", "key", api.sandbox().demo().apiKey());
      api.post(api.sandbox().whmcs(), "action=" + api.token() + "&token=" + api.token());
    } finally {
      root.detachAppender(appender);
      root.setLevel(null);
    }
    String log =
        String.join("\n", appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    assertThat(log).contains("getcredits");
    assertThat(log).doesNotContain(api.token(), api.sandbox().demo().apiKey());
    assertThat(api.sandbox().demo().toString()).doesNotContain(api.token());
  }
}
