package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tillbot audit}, over what the program itself has done. */
class AuditTest {
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.linked(home);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void whatWasDoneIsExportedUnderAPseudonymAndVerified() {
    bench.exec("/credit");
    bench.exec("--yes", "/top-up 25");
    bench.exec("/invoice of Jane Roe");

    Bench.Run export = bench.run("", "audit", "export", "--format", "csv");

    assertThat(export.status()).isZero();
    List<String> lines = export.out().lines().toList();
    assertThat(lines.getFirst()).startsWith("at,chain,number,who,");
    assertThat(export.out())
        .contains(",operator,link,kind=api-key platform=console,")
        .contains(",command,credit,")
        .contains(",confirm,top-up,")
        .contains(",command,not understood,")
        .contains(",operator,audit export,format=csv,")
        .doesNotContain(",ann")
        .doesNotContain("local/ann")
        .doesNotContain("Jane")
        .doesNotContain(bench.demo().apiKey());
    Bench.Run lines2 = bench.run("", "audit", "export", "--format", "jsonl");
    assertThat(lines2.out().lines()).hasSize(lines.size()).allMatch(line -> line.startsWith("{"));
    Bench.Run verified = bench.run("", "audit", "verify");
    assertThat(verified.out()).startsWith("The audit trail is whole: " + lines.size() + " rows.");
    assertThat(verified.status()).isZero();
  }

  @Test
  void aDayBeforeAndADayAfterHoldNothing() {
    bench.exec("/credit");

    for (String[] range : new String[][] {{"--until", "2026-11-22"}, {"--since", "2026-11-24"}}) {
      assertThat(
              bench.run("", "audit", "export", "--format", "csv", range[0], range[1]).out().lines())
          .hasSize(1);
    }
    assertThat(
            bench
                .run("", "audit", "export", "--format", "csv", "--since", "2026-11-23")
                .out()
                .lines()
                .toList())
        .hasSizeGreaterThan(2);
  }

  @Test
  void aRowThatWasChangedIsNamedAndTheStatusSaysSo() throws Exception {
    bench.exec("/credit");
    sql("UPDATE audit SET outcome = 'refused' WHERE command = 'credit'");

    Bench.Run verified = bench.run("", "audit", "verify");

    assertThat(verified.status()).isEqualTo(1);
    assertThat(verified.out())
        .contains("1. chain a row 2 (2026-11-23T12:00:00Z): changed")
        .contains("1 findings.");
  }

  @Test
  void aRowThatCannotBeReadIsNamedAndTheOthersAreExportedAndShown() throws Exception {
    bench.exec("/credit");
    bench.exec("/billing help");
    sql("UPDATE audit SET act = 'conjure' WHERE command = 'credit'");

    Bench.Run export = bench.run("", "audit", "export", "--format", "csv");

    assertThat(export.status()).isEqualTo(1);
    assertThat(export.out()).contains("billing help").doesNotContain("credit");
    assertThat(export.err())
        .contains("1. chain a row 2 (2026-11-23T12:00:00Z): not readable")
        .contains("Rows that are left out: 1. ./tillbot audit verify");
    Bench.Run card = bench.exec("/billing-admin audit");
    assertThat(card.out()).contains("billing help", "Rows that cannot be read: 1");
    assertThat(card.status()).isZero();
  }

  @Test
  void aHeadThatWasNotedFindsAnOlderCopy() throws Exception {
    Bench.Run before = bench.run("", "audit", "verify");
    String noted = before.out().lines().toList().getLast();
    assertThat(bench.run("", "audit", "verify", "--head", noted).status()).isZero();

    String forged = noted.substring(0, noted.length() - 1) + (noted.endsWith("0") ? "1" : "0");
    Bench.Run verified = bench.run("", "audit", "verify", "--head", noted, "--head", forged);
    assertThat(verified.status()).isEqualTo(1);
    assertThat(verified.out()).contains("whose head was noted");
    assertThat(bench.run("", "audit", "verify", "--head", "x").status()).isEqualTo(2);
    assertThat(bench.run("", "audit", "export").status()).isEqualTo(2);
    assertThat(bench.run("", "audit", "export", "--format", "xml").status()).isEqualTo(2);
  }

  @Test
  void unlinkingForgetsWhoItWasAndLeavesTheTrailWhole() {
    bench.exec("/credit");
    assertThat(bench.exec("--json", "/billing-admin audit").out()).contains("console/local/ann");

    assertThat(bench.exec("/billing unlink").status()).isZero();

    String asStaff = bench.run("", "exec", "--as", "boss", "--json", "/billing-admin audit").out();
    assertThat(asStaff).contains("billing unlink").doesNotContain("console/local/ann");
    assertThat(bench.run("", "audit", "verify").status()).isZero();
  }

  @Test
  void withoutItsHeadNothingIsShownAndWhatToDoIsLogged() throws Exception {
    bench.exec("/credit");
    sql("DELETE FROM sealed WHERE kind = 'audit-head'");

    assertThat(bench.exec("--json", "/credit").out()).contains("\"outcome\":\"unavailable\"");
    assertThat(bench.run("", "audit", "verify").status()).isEqualTo(1);
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/tillbot.db"));
        var one = connection.createStatement()) {
      one.execute(statement);
    }
  }
}
