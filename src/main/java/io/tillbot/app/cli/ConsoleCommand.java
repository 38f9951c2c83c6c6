package io.tillbot.app.cli;

import io.tillbot.app.Wiring;
import io.tillbot.app.config.ConfigurationReader;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code ./tillbot console}: the prompt against the configured billing API. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The prompt against the configured billing API.")
public final class ConsoleCommand implements Callable<Integer> {
  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private UserOption user = new UserOption();
  @Mixin private FilesOption files = new FilesOption();
  @Mixin private LanguageOption language = new LanguageOption();

  public ConsoleCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Prompt prompt = new Prompt(streams, environment);
    try (Wiring wiring = Wiring.of(ConfigurationReader.read(environment), clock)) {
      prompt.run(
          wiring,
          new Prompt.Manner(user.caller(), files, language, prompt::keptHistory),
          Welcome.toConsole());
      return ExitCode.OK;
    }
  }
}
