package io.tillbot.app.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every setting: its key in the file, its environment variable and what holds without it. */
enum Setting {
  BILLING_URL("billing.url", "https://invapi.hostkey.com/whmcs.php"),
  BILLING_TIMEOUT("billing.timeout", "30"),
  BILLING_CONTACT_TYPE("billing.contact-type", "1"),
  BILLING_FORM_ID("billing.form-id", Kind.TEXT),
  BILLING_SUBSCRIPTION_CANCELLATION_TYPE("billing.subscription-cancellation-type", Kind.TEXT),
  BILLING_CANCELLATION_REASON("billing.cancellation-reason", "documented"),
  BILLING_SERVER_NUMBER("billing.server-number", "server-id"),
  BILLING_PAYMENT_HOSTS("billing.payment-hosts", Kind.LIST, "bill.hostkey.com"),
  BILLING_CLIENT_AREA("billing.client-area", "https://bill.hostkey.com/"),
  STORE_URL("store.url", "jdbc:sqlite:data/tillbot.db"),
  STORE_USER("store.user", Kind.TEXT),
  STORE_PASSWORD("store.password", Kind.SECRET),
  STORE_KEYSET_PATH("store.keyset-path", "keys/keyset.json"),
  HTTP_ADDRESS("http.address", "127.0.0.1"),
  HTTP_PORT("http.port", "8080"),
  HTTP_PUBLIC_URL("http.public-url", Kind.TEXT),
  HTTP_TRUSTED_PROXIES("http.trusted-proxies", "0"),
  SLACK_MODE("slack.mode", "off"),
  SLACK_SIGNING_SECRET("slack.signing-secret", Kind.SECRET),
  SLACK_BOT_TOKEN("slack.bot-token", Kind.SECRET),
  SLACK_APP_TOKEN("slack.app-token", Kind.SECRET),
  SLACK_CLIENT_ID("slack.client-id", Kind.TEXT),
  SLACK_CLIENT_SECRET("slack.client-secret", Kind.SECRET),
  SLACK_API_URL("slack.api-url", "https://slack.com/api/"),
  DISCORD_TOKEN("discord.token", Kind.SECRET),
  DISCORD_GUILDS("discord.guilds", Kind.LIST),
  DISCORD_API_URL("discord.api-url", "https://discord.com/api/v10/"),
  DISCORD_GATEWAY_URL("discord.gateway-url", Kind.TEXT),
  LIMITS_CALLER("limits.caller", "120"),
  LIMITS_WORKSPACE("limits.workspace", "6000"),
  LIMITS_STRANGERS("limits.strangers", "120"),
  POLICY_PATH("policy.path", "config/policy.yaml");

  /** What may stand in the file, and where else the value may come from. */
  enum Kind {
    /** One word, number or line. */
    TEXT,
    /** Any number of them; commas part them in the environment. */
    LIST,
    /** Text that nobody may see; a variable may name a file that holds it. */
    SECRET
  }

  private final String key;
  private final Kind kind;
  private final @Nullable String ordinary;

  Setting(String key, Kind kind) {
    this(key, kind, null);
  }

  Setting(String key, String ordinary) {
    this(key, Kind.TEXT, ordinary);
  }

  Setting(String key, Kind kind, @Nullable String ordinary) {
    this.key = key;
    this.kind = kind;
    this.ordinary = ordinary;
  }

  static Optional<Setting> ofKey(String key) {
    return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** In the file: {@code section.name}. */
  String key() {
    return key;
  }

  /** The key's first half. */
  String section() {
    return key.substring(0, key.indexOf('.'));
  }

  /** In the environment: the key in the shape of a variable. */
  String variable() {
    return "TILLBOT_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The variable that names a file with the value; secrets alone have it. */
  Optional<String> fileVariable() {
    return kind == Kind.SECRET ? Optional.of(variable() + "_FILE") : Optional.empty();
  }

  Kind kind() {
    return kind;
  }

  /** What holds where nothing is configured; many settings have nothing. */
  Optional<String> ordinary() {
    return Optional.ofNullable(ordinary);
  }
}
