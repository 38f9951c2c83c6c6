package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person sees of each command, in both languages, held against files that can be read. */
class GoldenCardsTest {
  private static final Path GOLDEN = Path.of("test/resources/golden");
  private static final List<String> LINES =
      List.of(
          "/invoice 123",
          "/invoice 123 --no-pdf",
          "/invoice 102 --no-pdf",
          "/invoice 999999",
          "/invoices",
          "/invoices unpaid",
          "/invoices overdue",
          "/invoices --server 42",
          "/pdf 123",
          "/pdf 123 --proforma",
          "/credit",
          "/server show 42",
          "/server invoices 42",
          "/transactions --invoice 103",
          "/billing help",
          "/billing help invoice",
          "/billing why /cancel server 42 --now",
          "/billing why cancel",
          "/billing status",
          "/billing accounts",
          "/billing overview",
          "/billing use 3001",
          "/billing",
          "/invoce 1",
          "/invoice abc",
          "/invoices unpayd",
          "/server shwo 42");

  @TempDir static Path home;
  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = Bench.linked(home);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  static Stream<Arguments> cards() {
    return Stream.of("en", "ru")
        .flatMap(language -> LINES.stream().map(line -> Arguments.of(language, line)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cards")
  void aCardLooksAsItsGoldenFile(String language, String line) throws IOException {
    Bench.Run run = bench.exec("--lang", language, line);

    String shown =
        "$ tillbot exec '%s'   (exit status %d)%n%n%s"
            .formatted(line, run.status(), run.out().replace(home.toString(), "HOME"));
    Path file = GOLDEN.resolve(language).resolve(fileName(line));
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, shown);
    }
    assertThat(file).as("run with -Dgolden.update=true to write it").exists();
    assertThat(shown).isEqualTo(Files.readString(file));
    assertThat(run.err()).isEmpty();
  }

  private static String fileName(String line) {
    return line.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + ".txt";
  }
}
