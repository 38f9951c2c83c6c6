package io.tillbot.app.cli;

import io.tillbot.adapter.console.CommandHistory;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.reply.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code ./tillbot demo}: the sandbox, an invented customer, and the prompt; nothing is kept. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Everything at once, with a simulated billing API: try /invoice 123.")
public final class DemoCommand implements Callable<Integer> {
  private static final Caller GUEST = Caller.local("demo");

  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private FilesOption files = new FilesOption();
  @Mixin private LanguageOption language = new LanguageOption();

  public DemoCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    try (TemporaryDirectory home = TemporaryDirectory.create();
        Sandbox sandbox = Wiring.sandbox(SandboxOptions.defaults().withClock(clock));
        Wiring wiring = Wiring.withOwnPages(configuration(home.path(), sandbox), clock, GUEST)) {
      Credential key = new Credential.ApiKey(Secret.of(sandbox.demo().apiKey()));
      if (!(wiring.accountLink().link(GUEST, key) instanceof Outcome.Answered)) {
        streams.err().println("tillbot: the sandbox did not accept its own demo customer.");
        return ExitCode.SOFTWARE;
      }
      new Prompt(streams, environment)
          .run(
              wiring,
              new Prompt.Manner(GUEST, files, language, CommandHistory::inMemory),
              Welcome.toDemo(sandbox.demo().apiKey()));
      return ExitCode.OK;
    }
  }

  private static Configuration configuration(Path home, Sandbox sandbox) {
    Configuration defaults = Configuration.defaults();
    return defaults
        .withBilling(defaults.billing().withUrl(sandbox.whmcs()))
        .withStore(
            Configuration.Store.sqlite(
                home.resolve("data/demo.db"), home.resolve("keys/keyset.json")));
  }
}
