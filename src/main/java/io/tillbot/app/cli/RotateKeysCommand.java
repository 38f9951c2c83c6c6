package io.tillbot.app.cli;

import io.tillbot.adapter.store.KeyRotation;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.ConfigurationReader;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./tillbot keys rotate}: other keys in place of those that are used, in three stages. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts a new key in place of the one that encrypts, while commands run, in three stages:",
      "  add      adds a key to the keyset; it encrypts nothing yet",
      "  promote  encrypts with it from now on, and everything that is there anew",
      "  retire   removes the old key, once nothing needs it any more",
      "Each may be interrupted and done again; docs/operations.md says what to do in between."
    })
public final class RotateKeysCommand implements Callable<Integer> {
  private static final int FINDINGS = 1;

  /** What can be done at a time. */
  enum Stage {
    ADD,
    PROMOTE,
    RETIRE;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Option(
      names = "--stage",
      required = true,
      paramLabel = "STAGE",
      description = "${COMPLETION-CANDIDATES}")
  private Stage stage = Stage.ADD;

  public RotateKeysCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Configuration configuration = ConfigurationReader.read(environment);
    Configuration.Store store = configuration.store();
    int status =
        Wiring.rotateKeys(
            store,
            clock,
            rotation ->
                switch (stage) {
                  case ADD -> added(rotation, store);
                  case PROMOTE -> promoted(rotation.promote(), store);
                  case RETIRE -> retired(rotation.retire(), store);
                });
    audit(configuration);
    return status;
  }

  /** Afterwards, by the keys as they are now: a stage that was refused has changed nothing. */
  private void audit(Configuration configuration) {
    try (Wiring wiring = Wiring.of(configuration, clock)) {
      wiring.audit("keys rotate", Map.of("stage", stage.toString()));
    }
  }

  private int added(KeyRotation rotation, Configuration.Store store) {
    rotation.add();
    say("A key was added to the keyset " + store.keyset() + "; it encrypts nothing yet.");
    say("Now: back that file up, in addition to the one before, apart from the database;");
    say("where several replicas run, give it to each of them, in place of theirs; no restart.");
    say("Then: ./tillbot keys rotate --stage promote");
    return ExitCode.OK;
  }

  private int promoted(KeyRotation.Promotion promotion, Configuration.Store store) {
    say("The new key of the keyset " + store.keyset() + " encrypts from now on.");
    say("Encrypted anew: " + numbers(promotion.rows()) + ".");
    sayUnreadable(promotion.unreadable());
    if (promotion.left() > 0) {
      say("Others kept " + promotion.left() + " rows busy: do this again.");
      return FINDINGS;
    }
    say("Backups of the database from before need the keyset from before: keep both or neither.");
    say("Then: ./tillbot keys rotate --stage retire");
    return ExitCode.OK;
  }

  private int retired(KeyRotation.Retirement retirement, Configuration.Store store) {
    say("Removed from the keyset " + store.keyset() + ": old keys, " + retirement.keys() + ".");
    sayUnreadable(retirement.unreadable());
    say("This cannot be undone: backups of the database from before the promotion open with the");
    say("keyset from before alone. Back the file up as it is now, and give it to every replica.");
    return ExitCode.OK;
  }

  private static String numbers(Map<String, Long> rows) {
    return rows.entrySet().stream()
        .map(table -> table.getKey() + " " + table.getValue())
        .collect(Collectors.joining(", "));
  }

  private void sayUnreadable(long rows) {
    if (rows > 0) {
      say(
          rows
              + " rows open with no key; they were damaged or moved before, and stay as they are.");
    }
  }

  private void say(String line) {
    streams.out().println(line);
  }
}
