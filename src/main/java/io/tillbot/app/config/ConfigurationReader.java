package io.tillbot.app.config;

import io.tillbot.adapter.billing.BillingClientOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the configuration from the environment and finds every problem before it says any. */
public final class ConfigurationReader {
  private static final String JDBC_SQLITE = "jdbc:sqlite:";
  private static final String BILLING_EXAMPLE = Setting.BILLING_URL.ordinary();

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  private ConfigurationReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException with every problem, each naming its variable and what would be
   *     right; never a value that may be secret
   */
  public static Configuration read(Map<String, String> environment) {
    ConfigurationReader reader = new ConfigurationReader(environment);
    URI billing = reader.billingUrl();
    String store = reader.storeUrl();
    Path keyset = reader.path(Setting.STORE_KEYSET_PATH);
    if (!reader.problems.isEmpty()) {
      throw new ConfigurationException(reader.problems);
    }
    return new Configuration(
        new Configuration.Billing(billing), new Configuration.Store(store, keyset));
  }

  private String text(Setting setting) {
    String value = environment.getOrDefault(setting.variable(), "").strip();
    return value.isEmpty() ? setting.ordinary() : value;
  }

  private URI billingUrl() {
    try {
      URI url = new URI(text(Setting.BILLING_URL));
      BillingClientOptions.of(url);
      return url;
    } catch (URISyntaxException notAnAddress) {
      problem(Setting.BILLING_URL, "is not an address; it looks like " + BILLING_EXAMPLE);
    } catch (IllegalArgumentException unsafe) {
      problem(Setting.BILLING_URL, unsafe.getMessage() + "; it looks like " + BILLING_EXAMPLE);
    }
    return URI.create(BILLING_EXAMPLE);
  }

  private String storeUrl() {
    String text = text(Setting.STORE_URL);
    if (!text.startsWith(JDBC_SQLITE) || text.length() == JDBC_SQLITE.length()) {
      problem(Setting.STORE_URL, "must be " + JDBC_SQLITE + " and a file's path");
    }
    return text;
  }

  private Path path(Setting setting) {
    try {
      return Path.of(text(setting));
    } catch (InvalidPathException notAPath) {
      problem(setting, "is not a file's path");
      return Path.of(setting.ordinary());
    }
  }

  private void problem(Setting setting, String what) {
    problems.add(setting.variable() + ": " + what);
  }
}
