package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control addresses. */
class ControlTest {

  private final Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()));

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void faultsAreAddedListedAndCleared() {
    HttpResponse<byte[]> added =
        api.control(
            "POST faults",
            "action",
            "getcredits",
            "kind",
            "server_error",
            "value",
            "503",
            "count",
            "2");
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(api.send("getcredits").statusCode()).isEqualTo(503);
    String listed = Api.text(api.control("GET faults"));
    assertThat(listed).contains("\"kind\":\"server_error\"").contains("\"struck\":1");
    api.control("DELETE faults");
    assertThat(api.send("getcredits").statusCode()).isEqualTo(200);
  }

  @Test
  void shapesAreFaultsToo() {
    api.control("POST faults", "action", "get_invoice", "numbers", "text", "results", "success");
    assertThat(api.invoice(123).get("total")).hasToString("\"121.00\"");
    assertThat(api.invoice(123).get("result").getAsString()).isEqualTo("success");
  }

  @ParameterizedTest
  @CsvSource({
    "kind,nonsense",
    "numbers,nonsense",
    "value,-1",
    "count,x",
    "probability,2",
    "probability,x",
    "seed,x"
  })
  void aFaultThatIsNoneIsRefused(String field, String value) {
    HttpResponse<byte[]> answer =
        field.equals("kind")
            ? api.control("POST faults", field, value)
            : api.control("POST faults", "kind", "delay", field, value);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Api.json(answer).has("error")).isTrue();
    assertThat(Api.text(api.control("GET faults"))).isEqualTo("{\"faults\":[]}");
  }

  @Test
  void invoicesArePaidAsIfByAGateway() {
    assertThat(api.control("POST pay/123").statusCode()).isEqualTo(200);
    assertThat(api.status(123)).isEqualTo("Paid");
    assertThat(api.control("POST pay/123").statusCode()).isEqualTo(409);
    assertThat(api.control("POST pay/999").statusCode()).isEqualTo(404);
    assertThat(api.control("POST pay/junk").statusCode()).isEqualTo(404);
    assertThat(api.control("POST pay/123", "location", "whmcs_com").statusCode()).isEqualTo(200);
  }

  @Test
  void mailIsShown() {
    api.call("reset_password", "email", "demo@example.com");
    JsonObject mail =
        Api.json(api.control("GET mail")).getAsJsonArray("mail").get(0).getAsJsonObject();
    assertThat(mail.get("to").getAsString()).isEqualTo("demo@example.com");
    assertThat(mail.get("reset_token").getAsString()).hasSize(32);
    assertThat(mail.get("code").getAsString()).matches("[0-9]{6}");
  }

  @Test
  void theBooksTellEveryMovementAndHowManyWritesCame() {
    api.call("apply_credit", "invoice_id", "123", "amount", "5");
    api.call("apply_credit", "invoice_id", "0", "amount", "5");
    JsonObject books = Api.json(api.control("GET books?client=1001&location=whmcs_eu"));
    assertThat(books.getAsJsonObject("writes").get("apply_credit").getAsInt()).isEqualTo(2);
    assertThat(books.getAsJsonArray("clients")).hasSize(1);
    JsonObject client = books.getAsJsonArray("clients").get(0).getAsJsonObject();
    assertThat(client.get("credit")).hasToString("145.50");
    int applied = 0;
    for (JsonElement movement : client.getAsJsonArray("movements")) {
      JsonObject one = movement.getAsJsonObject();
      if (one.get("invoice").getAsInt() == 123) {
        assertThat(one.get("kind").getAsString()).isEqualTo("credit_applied");
        assertThat(one.get("amount")).hasToString("5.00");
        applied++;
      }
    }
    assertThat(applied).isEqualTo(1);
    assertThat(client.getAsJsonArray("invoices").toString())
        .contains("\"id\":123,\"kind\":\"regular\",\"status\":\"Unpaid\"");
    assertThat(Api.json(api.control("GET books")).getAsJsonArray("clients")).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,https://evil.example",
    "Origin,null",
    "Origin,http://127.0.0.1:1",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site"
  })
  void pagesOfOtherSitesAreRefused(String header, String value) {
    HttpRequest request =
        HttpRequest.newBuilder(api.sandbox().control().resolve("pay/123"))
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(api.exchange(request).statusCode()).isEqualTo(403);
    assertThat(api.status(123)).isEqualTo("Unpaid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", ""})
  void aReboundNameIsRefused(String host) throws IOException {
    int port = api.sandbox().whmcs().getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request =
          "POST /sandbox/pay/123 HTTP/1.1\r\nHost: "
              + host
              + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).containsPattern("^HTTP/1.1 40[03]");
    }
    assertThat(api.status(123)).isEqualTo("Unpaid");
  }

  @Test
  void everySwitchIsListed() {
    JsonObject switches = Api.json(api.control("GET switches"));
    assertThat(switches.getAsJsonObject("absent_dates").keySet()).contains("ZEROS", "MISSING");
    assertThat(switches.keySet()).hasSizeGreaterThan(20);
  }
}
