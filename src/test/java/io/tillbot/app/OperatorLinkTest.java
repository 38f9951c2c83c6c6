package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.Login;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tillbot link}: the operator's way to provision a user. */
class OperatorLinkTest {
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
  void aTokenIsTheOrdinaryKind() {
    Bench.Run linked =
        bench.run(bench.demo().token() + "\n", "link", "--platform", "console", "--user", "ann");

    assertThat(linked.status()).isZero();
    assertThat(linked.out()).contains("You are linked").doesNotContain(bench.demo().email());
    assertThat(bench.exec("/invoice 123 --no-pdf").status()).isZero();
  }

  @Test
  void withoutAUserTheTerminalUserIsWhoeverRunsIt() {
    assertThat(link("--platform", "console").status()).isZero();
    assertThat(bench.run("", "exec", "/invoice 123 --no-pdf").status()).isZero();
  }

  @Test
  void usersOfChatPlatformsAreLinkedByTheirIds() {
    assertThat(link("--platform", "slack", "--workspace", "T1", "--user", "U1").status()).isZero();
    assertThat(link("--platform", "discord", "--user", "80351110224").status()).isZero();
  }

  @Test
  void whatThePlatformDoesNotKnowIsWrongUse() {
    assertThat(link("--platform", "slack", "--user", "U1").status()).isEqualTo(2);
    assertThat(link("--platform", "discord", "--workspace", "G1", "--user", "1").status())
        .isEqualTo(2);
    assertThat(link("--platform", "console", "--workspace", "T1", "--user", "ann").status())
        .isEqualTo(2);
    assertThat(link("--platform", "discord").status()).isEqualTo(2);
    assertThat(link("--platform", "icq", "--user", "1").status()).isEqualTo(2);
    assertThat(link("--platform", "console", "--kind", "password", "--user", "ann").status())
        .isEqualTo(2);
  }

  @Test
  void aCredentialThatTheApiDoesNotAcceptIsNotKept() {
    Bench.Run run =
        bench.run("not-a-token-of-anybody", "link", "--platform", "console", "--user", "ann");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("Not linked");
    assertThat(bench.exec("/credit").out()).contains("You are not linked");
  }

  @Test
  void aCredentialThatCouldNotBeTriedIsNotKept() {
    bench.sandbox().close();

    assertThat(link("--platform", "console", "--user", "ann").status()).isEqualTo(1);
    assertThat(bench.exec("/billing status").out()).contains("You are not linked");
  }

  @Test
  void emptyInputIsWrongUse() {
    Bench.Run run = bench.run("\n", "link", "--platform", "console", "--user", "ann");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("standard input");
  }

  @Test
  void unlinkingErasesTheCredentialAndEndsItsSession() {
    assertThat(link("--platform", "console", "--user", "ann").status()).isZero();

    assertThat(bench.exec("/billing unlink").out()).contains("You are unlinked", "ended as well");
    assertThat(bench.exec("/credit").status()).isEqualTo(1);
    assertThat(link("--platform", "console", "--user", "ann").status())
        .as("the token is dead")
        .isEqualTo(1);
  }

  @Test
  void aUserMayHaveSeveralAccountsAndUsesOne() {
    Login company = bench.sandbox().logins().get(2);
    assertThat(link("--platform", "console", "--user", "ann").status()).isZero();
    Bench.Run second = bench.run(company.token(), "link", "--platform", "console", "--user", "ann");
    assertThat(second.out()).contains("1 other account stays linked");

    assertThat(bench.exec("/billing accounts").out())
        .contains("2 linked accounts", "1001@whmcs_eu", "1002@whmcs_eu")
        .contains("Use 1001@whmcs_eu");
    assertThat(bench.exec("/invoice 123 --no-pdf").status()).as("not the company's").isEqualTo(1);
    assertThat(bench.exec("/billing use 1001").out()).contains("1001@whmcs_eu is in use now");
    assertThat(bench.exec("/invoice 123 --no-pdf").status()).isZero();

    assertThat(bench.exec("/billing unlink").out()).contains("1002@whmcs_eu");
    assertThat(bench.exec("/credit").status()).as("none is in use").isEqualTo(1);
    assertThat(bench.exec("/credit").out()).contains("No account is in use");
    assertThat(bench.exec("/billing use 1002").status()).isZero();
    assertThat(bench.exec("/credit").status()).isZero();
  }

  private Bench.Run link(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "link";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return bench.run(bench.demo().token(), all);
  }
}
