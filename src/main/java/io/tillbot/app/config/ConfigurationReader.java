package io.tillbot.app.config;

import io.tillbot.adapter.billing.Dialect;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration from its file and the environment, and finds every problem before it says
 * any. The environment beats the file, and the file the defaults.
 */
public final class ConfigurationReader {
  private static final String JDBC_SQLITE = "jdbc:sqlite:";
  private static final String JDBC_POSTGRESQL = "jdbc:postgresql:";
  private static final Pattern SERVER =
      Pattern.compile("jdbc:postgresql://[^/@?]+/[^/@?]+(\\?.*)?");
  private static final Pattern SECRET = Pattern.compile("(?i)[?&](?:user|[a-z]*password)=");
  private static final String NOT_FOR_SQLITE = "has no place beside an SQLite address; remove it";

  private final Values values;

  private ConfigurationReader(Values values) {
    this.values = values;
  }

  /**
   * Reads the settings. The file is {@code config/tillbot.yaml} below the current directory, where
   * there is one, or the one that {@code TILLBOT_CONFIG} names.
   *
   * @throws ConfigurationException with every problem, each naming its variable or its key and
   *     line, and what would be right; never a value, which may be secret
   */
  public static Configuration read(Map<String, String> environment) {
    return read(environment, Path.of(""));
  }

  /** The same, from another directory. */
  static Configuration read(Map<String, String> environment, Path directory) {
    Faults faults = new Faults();
    Map<Setting, Given> given = SettingsFile.read(environment, directory, faults);
    given.putAll(Variables.read(environment, directory, faults));
    Configuration configuration = new ConfigurationReader(new Values(given, faults)).all();
    faults.throwIfAny();
    return configuration;
  }

  /** What holds where nothing is configured. */
  static Configuration defaults() {
    return new ConfigurationReader(new Values(new EnumMap<>(Setting.class), new Faults())).all();
  }

  private Configuration all() {
    return new Configuration(
        billing(),
        store(),
        http(),
        slack(),
        discord(),
        limits(),
        new Configuration.Policy(values.value(Setting.POLICY_PATH, Rule.path())));
  }

  private Configuration.Billing billing() {
    String example = Setting.BILLING_URL.ordinary().orElseThrow();
    return new Configuration.Billing(
        values.value(Setting.BILLING_URL, Rule.billing(example)),
        values.value(Setting.BILLING_TIMEOUT, Rule.seconds()),
        dialect(),
        values.optional(Setting.BILLING_FORM_ID, Rule.word()).orElse(null),
        values.optional(Setting.BILLING_SUBSCRIPTION_CANCELLATION_TYPE, Rule.word()).orElse(null),
        values.list(Setting.BILLING_PAYMENT_HOSTS, Rule.host()),
        values.value(Setting.BILLING_CLIENT_AREA, Rule.https()));
  }

  private Dialect dialect() {
    return new Dialect(
        values.value(
            Setting.BILLING_CANCELLATION_REASON, Rule.choice(Dialect.CancellationReason.class)),
        values.value(Setting.BILLING_SERVER_NUMBER, Rule.choice(Dialect.ServerNumbering.class)),
        values.value(Setting.BILLING_CONTACT_TYPE, Rule.word()));
  }

  private Configuration.Store store() {
    String url = values.value(Setting.STORE_URL, database());
    if (url.startsWith(JDBC_SQLITE)) {
      values.refuse(Setting.STORE_USER, NOT_FOR_SQLITE);
      values.refuse(Setting.STORE_PASSWORD, NOT_FOR_SQLITE);
    }
    return new Configuration.Store(
        url,
        values.optional(Setting.STORE_USER, Rule.word()).orElse(null),
        values.optional(Setting.STORE_PASSWORD, Rule.secret()).orElse(null),
        values.value(Setting.STORE_KEYSET_PATH, Rule.path()));
  }

  private static Rule<String> database() {
    return new Rule<>(
        text -> Optional.of(text).filter(ConfigurationReader::isDatabase),
        "must be jdbc:sqlite: and a file's path, or jdbc:postgresql://HOST:PORT/DATABASE without"
            + " user and password, which have settings of their own");
  }

  private static boolean isDatabase(String url) {
    return url.startsWith(JDBC_POSTGRESQL)
        ? SERVER.matcher(url).matches() && !SECRET.matcher(url).find()
        : url.startsWith(JDBC_SQLITE) && url.length() > JDBC_SQLITE.length();
  }

  private Configuration.Http http() {
    return new Configuration.Http(
        values.value(Setting.HTTP_ADDRESS, Rule.listener()),
        values.value(Setting.HTTP_PORT, Rule.port()),
        values.optional(Setting.HTTP_PUBLIC_URL, Rule.web()).orElse(null),
        values.value(Setting.HTTP_TRUSTED_PROXIES, Rule.few()));
  }

  private Configuration.Slack slack() {
    URI api = values.value(Setting.SLACK_API_URL, base(Setting.SLACK_API_URL));
    return switch (values.value(Setting.SLACK_MODE, Rule.choice(SlackMode.class))) {
      case OFF -> new Configuration.Slack.Off();
      case HTTP -> slackOverHttp(api);
      case SOCKET -> slackOverASocket(api);
    };
  }

  private Configuration.Slack slackOverHttp(URI api) {
    String because = "Slack over http needs it";
    Optional<Secret> signingSecret = values.required(Setting.SLACK_SIGNING_SECRET, because);
    @Nullable Secret botToken = botToken(because);
    Configuration.Slack.@Nullable Install install = install();
    return signingSecret
        .<Configuration.Slack>map(
            secret -> new Configuration.Slack.Http(api, secret, botToken, install))
        .orElseGet(Configuration.Slack.Off::new);
  }

  private Configuration.Slack slackOverASocket(URI api) {
    String because = "Slack over a socket needs it";
    Optional<Secret> appToken = values.required(Setting.SLACK_APP_TOKEN, because);
    @Nullable Secret botToken = botToken(because);
    Configuration.Slack.@Nullable Install install = install();
    return appToken
        .<Configuration.Slack>map(
            token -> new Configuration.Slack.Socket(api, token, botToken, install))
        .orElseGet(Configuration.Slack.Off::new);
  }

  /** Of an application that others install, each workspace has a token of its own. */
  private @Nullable Secret botToken(String because) {
    boolean isInstalledByOthers = values.isGiven(Setting.SLACK_CLIENT_ID);
    return (isInstalledByOthers
            ? values.optional(Setting.SLACK_BOT_TOKEN, Rule.secret())
            : values.required(Setting.SLACK_BOT_TOKEN, because))
        .orElse(null);
  }

  /** Either half asks for the other. */
  private Configuration.Slack.@Nullable Install install() {
    if (!values.isGiven(Setting.SLACK_CLIENT_ID) && !values.isGiven(Setting.SLACK_CLIENT_SECRET)) {
      return null;
    }
    Optional<String> id =
        values.required(Setting.SLACK_CLIENT_ID, Rule.word(), "the client secret needs it");
    Optional<Secret> secret =
        values.required(Setting.SLACK_CLIENT_SECRET, "the client id needs it");
    return id.isPresent() && secret.isPresent()
        ? new Configuration.Slack.Install(id.get(), secret.get())
        : null;
  }

  private Configuration.Discord discord() {
    List<String> guilds = values.list(Setting.DISCORD_GUILDS, Rule.snowflake());
    URI api = values.value(Setting.DISCORD_API_URL, base(Setting.DISCORD_API_URL));
    @Nullable URI gateway =
        values.optional(Setting.DISCORD_GATEWAY_URL, Rule.socket()).orElse(null);
    return values
        .optional(Setting.DISCORD_TOKEN, Rule.secret())
        .<Configuration.Discord>map(
            token -> new Configuration.Discord.On(token, guilds, api, gateway))
        .orElseGet(Configuration.Discord.Off::new);
  }

  private Configuration.Limits limits() {
    return new Configuration.Limits(
        values.value(Setting.LIMITS_CALLER, Rule.perMinute()),
        values.value(Setting.LIMITS_WORKSPACE, Rule.perMinute()),
        values.value(Setting.LIMITS_STRANGERS, Rule.perMinute()));
  }

  private static Rule<URI> base(Setting setting) {
    return Rule.base(setting.ordinary().orElseThrow());
  }

  private enum SlackMode {
    OFF,
    HTTP,
    SOCKET
  }
}
