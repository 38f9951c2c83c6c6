package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program exports a long audit trail in little memory. A hundred thousand rows in 48
 * MiB unless told otherwise: {@code -Daudit.rows=1000000 -Daudit.heap=128m}.
 */
class AuditExportIT {
  private static final int ROWS = Integer.getInteger("audit.rows", 100_000);
  private static final String HEAP = System.getProperty("audit.heap", "48m");

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void fill() throws Exception {
    bench = Bench.linked(home);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/tillbot.db"));
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO audit
          WITH RECURSIVE count(n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM count WHERE n < %d)
          SELECT 'a', n, 1700000000000 + n * 1000, 'p-0123456789abcdef', 'slack', 'T012AB3CD',
            'PUBLIC_CHANNEL', 'C012AB3CD', 'command', 'invoice', 'id=' || n || ' no-pdf=true',
            'everybody-reads:41', NULL, NULL, 'answered', 123, 'abcdefgh' || n, 1,
            zeroblob(32), zeroblob(32)
          FROM count
          """
              .formatted(ROWS + 999));
    }
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void manyRowsAreExportedInLittleMemory() throws Exception {
    for (String format : List.of("csv", "jsonl")) {
      long start = System.nanoTime();
      long lines = exported(format);
      System.out.printf(
          "audit export --format %s: %d rows, heap %s, %d ms%n",
          format, lines, HEAP, (System.nanoTime() - start) / 1_000_000);
      assertThat(lines).isGreaterThan(ROWS);
    }
  }

  private long exported(String format) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Packaged.command(
                    home, List.of("-Xmx" + HEAP), "audit", "export", "--format", format))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Packaged.prepare(builder.environment(), bench.environment());
    Process process = builder.start();
    long lines = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (reader.readLine() != null) {
        lines++;
      }
    }
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
