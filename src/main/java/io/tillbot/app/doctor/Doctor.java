package io.tillbot.app.doctor;

import io.tillbot.adapter.store.StoreException;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.ConfigurationException;
import io.tillbot.app.config.ConfigurationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the configuration first, then at everything that it names. Changes nothing: a store that
 * is not there yet is not made, but one of an earlier version is brought up to date, as by every
 * other command.
 */
public final class Doctor {
  private static final String CONFIGURATION = "configuration";
  private static final String STORE = "store";
  private static final String API = "billing API";
  private static final String SQLITE = "jdbc:sqlite:";

  private final Map<String, String> environment;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();

  public Doctor(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /** Everything that was looked at, in the order in which it is best mended. */
  public List<Finding> findings() {
    configuration().ifPresent(this::look);
    return List.copyOf(findings);
  }

  private Optional<Configuration> configuration() {
    try {
      Configuration configuration = ConfigurationReader.read(environment);
      findings.add(Finding.fine(CONFIGURATION, "it can be read"));
      return Optional.of(configuration);
    } catch (ConfigurationException wrong) {
      badConfiguration(wrong);
      return Optional.empty();
    }
  }

  private void badConfiguration(ConfigurationException wrong) {
    wrong
        .problems()
        .forEach(
            problem ->
                findings.add(
                    Finding.bad(
                        CONFIGURATION, problem, "correct it; docs/operations.md lists every key")));
  }

  private void look(Configuration configuration) {
    if (isNotThereYet(configuration.store())) {
      findings.add(Finding.skipped(STORE, "not there yet: it is made when the bot starts"));
      findings.add(Finding.skipped(API, "not asked without a store"));
    } else {
      opened(configuration);
    }
    ChatChecks chats = new ChatChecks();
    findings.addAll(chats.http(configuration));
    findings.addAll(chats.slack(configuration.slack()));
    findings.addAll(chats.discord(configuration.discord()));
  }

  private static boolean isNotThereYet(Configuration.Store store) {
    String url = store.url();
    return url.startsWith(SQLITE) && Files.notExists(Path.of(url.substring(SQLITE.length())));
  }

  private void opened(Configuration configuration) {
    try (Wiring wiring = Wiring.of(configuration, clock)) {
      findings.add(Finding.fine(STORE, "it opens, and the keyset fits it"));
      findings.add(api(wiring, configuration));
    } catch (ConfigurationException policy) {
      badConfiguration(policy);
    } catch (StoreException broken) {
      findings.add(
          Finding.bad(
              STORE,
              String.valueOf(broken.getMessage()),
              "docs/operations.md tells how the store and its keys are kept and brought back"));
      findings.add(Finding.skipped(API, "not asked without a store"));
    }
  }

  private static Finding api(Wiring wiring, Configuration configuration) {
    String host = configuration.billing().url().getHost();
    return switch (wiring.askBilling()) {
      case ANSWERS -> Finding.fine(API, host + " answers");
      case SILENT ->
          Finding.bad(
              API,
              host + " does not answer as a billing API does",
              "look at billing.url, and let this machine reach it");
    };
  }
}
