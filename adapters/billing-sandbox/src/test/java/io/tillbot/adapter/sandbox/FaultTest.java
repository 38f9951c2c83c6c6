package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults on demand. */
class FaultTest {

  private final Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()));

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<byte[]> pay() throws IOException {
    return api.trySend("apply_credit", "invoice_id", "123", "amount", "1");
  }

  private boolean wasPaid() {
    api.sandbox().clearFaults();
    return api.balance(123).doubleValue() < 121;
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"RESET_BEFORE", "RESET_AFTER", "CUT_BODY"})
  void aConnectionIsLostBeforeOrAfterTheChange(FaultKind kind) {
    api.sandbox().add(Fault.of(kind).on("apply_credit"));
    assertThatThrownBy(this::pay).isInstanceOf(IOException.class);
    assertThat(wasPaid()).isEqualTo(kind != FaultKind.RESET_BEFORE);
    // A client may send again of its own accord when a connection is lost before any answer.
    assertThat(api.sandbox().received("apply_credit")).isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"SERVER_ERROR", "SERVER_ERROR_AFTER", "HTML_PAGE", "HTML_GATEWAY", "HTML_AFTER"})
  void anAnswerIsNoJsonBeforeOrAfterTheChange(FaultKind kind) throws IOException {
    api.sandbox().add(Fault.of(kind).on("apply_credit"));
    HttpResponse<byte[]> answer = pay();
    assertThat(answer.statusCode()).isEqualTo(kind.usualValue());
    assertThat(Api.text(answer)).doesNotContain("{\"");
    assertThat(wasPaid()).isEqualTo(kind.name().endsWith("_AFTER"));
  }

  @Test
  void jsonIsTruncatedAfterTheChange() throws IOException {
    api.sandbox().add(Fault.of(FaultKind.TRUNCATED_JSON).times(1));
    String answer = Api.text(pay());
    assertThat(answer).startsWith("{");
    assertThatThrownBy(() -> JsonParser.parseString(answer).getAsJsonObject().toString())
        .isInstanceOf(RuntimeException.class);
    assertThat(wasPaid()).isTrue();
  }

  @Test
  void aClientIsToldToWait() throws IOException {
    api.sandbox().add(Fault.of(FaultKind.TOO_MANY_REQUESTS).withValue(7).times(1));
    api.sandbox().add(Fault.of(FaultKind.UNAVAILABLE).withValue(3).times(1));
    HttpResponse<byte[]> first = pay();
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("7");
    HttpResponse<byte[]> second = pay();
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Retry-After")).contains("3");
    assertThat(wasPaid()).isFalse();
  }

  @Test
  void aFaultLetsAsManyPassAsItWasToldTo() throws IOException {
    api.sandbox().add(Fault.of(FaultKind.UNAVAILABLE).on("apply_credit").after(1).times(1));
    assertThat(pay().statusCode()).isEqualTo(200);
    assertThat(pay().statusCode()).isEqualTo(503);
    assertThat(pay().statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenIsSaidToHaveExpired() throws IOException {
    api.sandbox().add(Fault.of(FaultKind.EXPIRED_TOKEN).times(1));
    assertThat(Api.text(pay())).contains("Invalid token or access denied");
    assertThat(Api.isDone(Api.json(pay()))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DELAY", "DELAY_AFTER"})
  void anAnswerIsDelayed(FaultKind kind) throws IOException {
    api.sandbox().add(Fault.of(kind).withValue(150).times(1));
    long start = System.nanoTime();
    assertThat(Api.isDone(Api.json(pay()))).isTrue();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(150_000_000L);
  }

  @Test
  void chanceIsTheSameForTheSameSeed() throws IOException {
    List<Boolean> first = strikes(5);
    assertThat(strikes(5)).isEqualTo(first);
    assertThat(strikes(6)).isNotEqualTo(first);
    assertThat(first).contains(true, false);
  }

  private List<Boolean> strikes(long seed) throws IOException {
    api.sandbox().clearFaults();
    api.sandbox().add(Fault.of(FaultKind.SERVER_ERROR).on("getcredits").withProbability(0.5, seed));
    List<Boolean> strikes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      strikes.add(api.trySend("getcredits").statusCode() == 500);
    }
    return strikes;
  }

  @Test
  void faultsStrikeInTheirOrderAndOtherActionsNotAtAll() throws IOException {
    api.sandbox().add(Fault.of(FaultKind.SERVER_ERROR).on("getcredits").times(1));
    api.sandbox().add(Fault.of(FaultKind.HTML_GATEWAY).on("getcredits").times(1));
    assertThat(api.trySend("get_client").statusCode()).isEqualTo(200);
    assertThat(api.trySend("getcredits").statusCode()).isEqualTo(500);
    assertThat(api.trySend("getcredits").statusCode()).isEqualTo(502);
    assertThat(api.trySend("getcredits").statusCode()).isEqualTo(200);
  }

  @Test
  void faultsStrikeAuthPhpAsWell() {
    api.sandbox().add(Fault.of(FaultKind.OUTAGE).on("login").times(1));
    assertThat(api.auth("login", "key", api.sandbox().demo().apiKey()).has("code")).isTrue();
    assertThat(api.auth("login", "key", api.sandbox().demo().apiKey()).has("code")).isFalse();
  }
}
