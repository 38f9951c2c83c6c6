package io.tillbot.app.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.app.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each method, each ending, both languages: what the person sees, what the process ends with, and
 * that a write was sent once at most.
 */
class EveryMethodAtTheTerminalTest {
  /** Another one each time. */
  private static final Pattern OPERATION = Pattern.compile("op-[0-9a-z]{10}");

  private static final Path GOLDEN = Path.of("test/resources/golden/methods");

  @TempDir static Path home;
  private static Bench bench;

  @BeforeAll
  static void link() {
    bench = Bench.linked(home);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  static Stream<Arguments> cases() {
    return Stream.of("en", "ru")
        .flatMap(language -> MethodCases.all().stream().map(one -> Arguments.of(language, one)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void aPersonIsToldWhatBecameOfIt(String language, MethodCase one) throws IOException {
    bench.beginAnew();
    one.faults().forEach(bench.sandbox()::add);

    Bench.Run run = bench.exec(arguments(language, one));

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(one.status());
    assertThat(bench.sandbox().received(one.method()))
        .satisfies(
            sent -> {
              switch (one.ending()) {
                case PREVIEW -> assertThat(sent).isZero();
                case SUCCESS -> assertThat(sent).isPositive();
                case REFUSAL, UNKNOWN -> assertThat(sent).isPositive();
              }
              if (MethodCases.isWrite(one.method())) {
                assertThat(sent).isLessThanOrEqualTo(1);
              }
            });
    String shown =
        "$ tillbot exec%s '%s'   (exit status %d)%n%n%s"
            .formatted(
                one.ending() == Ending.PREVIEW ? "" : " --yes",
                one.line(),
                run.status(),
                OPERATION
                    .matcher(run.out().replace(home.toString(), "HOME"))
                    .replaceAll("op-0000000000"));
    Path file = GOLDEN.resolve(language).resolve(one.file());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, shown);
    }
    assertThat(file).as("run with -Dgolden.update=true to write it").exists();
    assertThat(shown).isEqualTo(Files.readString(file));
  }

  private static String[] arguments(String language, MethodCase one) {
    List<String> arguments = new ArrayList<>(List.of("--lang", language));
    if (one.ending() != Ending.PREVIEW) {
      arguments.add("--yes");
    }
    arguments.add(one.line());
    return arguments.toArray(String[]::new);
  }
}
