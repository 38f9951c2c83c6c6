package io.tillbot.app.cli;

import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.ConfigurationReader;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code ./tillbot keys}: the keys that encrypt what is secret in the store. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Makes and changes the keys that encrypt what is secret in the store.",
    subcommands = RotateKeysCommand.class,
    synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  public KeysCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = {
        "Makes the configured keyset where there is none; one that is there stays as it is.",
        "An SQLite store makes its own; PostgreSQL needs it made once, and every replica a copy."
      })
  int create() {
    Configuration.Store store = ConfigurationReader.read(environment).store();
    Wiring.createKeyset(store, clock);
    streams
        .out()
        .printf(
            "The keyset is %s. Back it up apart from the database: without it nothing opens.%n",
            store.keyset());
    return ExitCode.OK;
  }
}
