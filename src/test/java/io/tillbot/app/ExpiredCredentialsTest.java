package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person sees, and what the API gets, when a token or a session has come to its end. */
class ExpiredCredentialsTest {
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.start(home);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void anExpiredTokenIsTriedOnceAndItsOwnerIsToldWhatToDo() {
    link(bench.demo().token(), "token");
    bench.sandbox().add(Fault.of(FaultKind.EXPIRED_TOKEN));
    long asked = received("getcredits");
    long askedAboutTheClient = received("get_client");

    Bench.Run run = bench.exec("--json", "/credit");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"outcome\":\"needs_link\"", "has expired", "Link again with /billing link");
    assertThat(received("getcredits")).isEqualTo(asked + 1);
    assertThat(received("get_client")).as("nothing else is tried").isEqualTo(askedAboutTheClient);
    assertThat(received("login")).isZero();
    assertThat(bench.exec("--lang", "ru", "/credit").out()).contains("/billing link", "истёк");

    bench.sandbox().clearFaults();
    assertThat(bench.exec("/credit").status()).as("nobody erased it").isZero();
  }

  @Test
  void withAnExpiredTokenNothingIsPaid() {
    link(bench.demo().token(), "token");
    bench.sandbox().add(Fault.of(FaultKind.EXPIRED_TOKEN));

    Bench.Run run = bench.exec("--yes", "--json", "/pay 123 5");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("\"outcome\":\"needs_link\"");
    assertThat(received("apply_credit")).isZero();
  }

  @Test
  void anApiKeysSessionThatExpiredIsReplacedOnceWithoutAWord() {
    link(bench.demo().apiKey(), "api-key");
    bench.sandbox().add(Fault.of(FaultKind.EXPIRED_TOKEN).on("getcredits").times(1));
    long logins = received("login");

    Bench.Run run = bench.exec("--json", "/credit");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"outcome\":\"answered\"", "150.50");
    assertThat(received("getcredits")).isEqualTo(2);
    assertThat(received("login")).as("this process's own, and the new one").isEqualTo(logins + 2);
  }

  @Test
  void anApiKeyWhoseSessionsAreAllRefusedIsNotTriedForEver() {
    link(bench.demo().apiKey(), "api-key");
    bench.sandbox().add(Fault.of(FaultKind.EXPIRED_TOKEN).on("getcredits"));
    long logins = received("login");

    Bench.Run run = bench.exec("--json", "/credit");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("\"outcome\":\"needs_link\"", "/billing link");
    assertThat(received("getcredits")).isEqualTo(2);
    assertThat(received("login")).isEqualTo(logins + 2);
  }

  @Test
  void aPaymentWhoseSessionExpiredIsNotSentAgainByItself() {
    link(bench.demo().apiKey(), "api-key");
    bench.sandbox().add(Fault.of(FaultKind.EXPIRED_TOKEN).on("apply_credit").times(1));

    Bench.Run run = bench.exec("--yes", "--json", "/pay 123 5");

    assertThat(run.status()).as(run.out()).isEqualTo(1);
    assertThat(received("apply_credit")).isOne();
    assertThat(bench.exec("/credit").out()).as("nothing was paid").contains("150.50");
    assertThat(bench.exec("--yes", "/pay 123 5").status()).isZero();
    assertThat(received("apply_credit")).isEqualTo(2);
    assertThat(bench.exec("/credit").out()).contains("145.50");
  }

  private void link(String secret, String kind) {
    Bench.Run linked =
        bench.run(secret, "link", "--platform", "console", "--kind", kind, "--user", "ann");
    assertThat(linked.status()).as(linked.toString()).isZero();
  }

  private long received(String action) {
    return bench.sandbox().received(action);
  }
}
