package io.tillbot.app.config;

import io.tillbot.adapter.billing.Dialect;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How this program is set up; what each value means, with its form, is said in {@code
 * config/tillbot.yaml}. Prints no secret.
 *
 * @param billing the billing API
 * @param store where the program keeps what it must not forget
 * @param http its own server
 * @param slack whether and how it talks with Slack
 * @param discord whether and how it talks with Discord
 * @param limits how much is taken from whom
 * @param policy who may do what
 */
public record Configuration(
    Billing billing,
    Store store,
    Http http,
    Slack slack,
    Discord discord,
    Limits limits,
    Policy policy) {

  /** What holds where nothing is configured: neither file nor environment is looked at. */
  public static Configuration defaults() {
    return ConfigurationReader.defaults();
  }

  /** The same with another billing API. */
  public Configuration withBilling(Billing other) {
    return new Configuration(other, store, http, slack, discord, limits, policy);
  }

  /** The same with another store. */
  public Configuration withStore(Store other) {
    return new Configuration(billing, other, http, slack, discord, limits, policy);
  }

  /** The same with another server. */
  public Configuration withHttp(Http other) {
    return new Configuration(billing, store, other, slack, discord, limits, policy);
  }

  /** The same with another Slack. */
  public Configuration withSlack(Slack other) {
    return new Configuration(billing, store, http, other, discord, limits, policy);
  }

  /** The same with other limits. */
  public Configuration withLimits(Limits other) {
    return new Configuration(billing, store, http, slack, discord, other, policy);
  }

  /** The same with another Discord. */
  public Configuration withDiscord(Discord other) {
    return new Configuration(billing, store, http, slack, other, limits, policy);
  }

  /**
   * The billing API.
   *
   * @param url the full address of {@code whmcs.php}; {@code auth.php} is beside it
   * @param timeout how long one call may take
   * @param dialect what is sent where the API's document is silent
   * @param formId {@code profile_data[form_id]} of update_client; null sends none
   * @param subscriptionCancellationType {@code cancellation_type} of
   *     request_subscription_cancellation; null sends none
   * @param paymentHosts the hosts whose https links may be shown, in lower case
   * @param clientArea shown where a payment method works in the client area only
   */
  public record Billing(
      URI url,
      Duration timeout,
      Dialect dialect,
      @Nullable String formId,
      @Nullable String subscriptionCancellationType,
      List<String> paymentHosts,
      URI clientArea) {
    public Billing {
      paymentHosts = List.copyOf(paymentHosts);
    }

    /** The same API at another address. */
    public Billing withUrl(URI other) {
      return new Billing(
          other, timeout, dialect, formId, subscriptionCancellationType, paymentHosts, clientArea);
    }
  }

  /**
   * The store.
   *
   * @param url a JDBC address
   * @param user of the database; null for a file
   * @param password of the database; null for a file
   * @param keyset the file of the encryption keys, in a directory of its own
   */
  public record Store(String url, @Nullable String user, @Nullable Secret password, Path keyset) {

    /** An SQLite database in a file. */
    public static Store sqlite(Path database, Path keyset) {
      return new Store("jdbc:sqlite:" + database, null, null, keyset);
    }
  }

  /**
   * The program's own server.
   *
   * @param address where it listens
   * @param port where it listens; 0 takes a free one
   * @param publicUrl how the users' browsers reach it; null where they cannot
   * @param trustedProxies how many reverse proxies stand before it, whose X-Forwarded-For counts
   */
  public record Http(String address, int port, @Nullable URI publicUrl, int trustedProxies) {
    private static final int HIGHEST = 65_535;

    public Http {
      if (port < 0 || port > HIGHEST) {
        throw new IllegalArgumentException("a port is between 0 and " + HIGHEST);
      }
    }
  }

  /** Slack: what each way to talk with it needs, and no more. */
  public sealed interface Slack {

    /** Not at all. */
    record Off() implements Slack {}

    /**
     * Slack calls us.
     *
     * @param api ends with a slash
     * @param botToken for the workspace that it is of; null where only others install it
     * @param install the application that others may install; null where it is only ours
     */
    record Http(URI api, Secret signingSecret, @Nullable Secret botToken, @Nullable Install install)
        implements Slack {}

    /**
     * We keep a connection to Slack.
     *
     * @param api ends with a slash
     * @param botToken for the workspace that it is of; null where only others install it
     * @param install the application that others may install; null where it is only ours
     */
    record Socket(URI api, Secret appToken, @Nullable Secret botToken, @Nullable Install install)
        implements Slack {}

    /** An application that workspaces install by OAuth. */
    record Install(String clientId, Secret clientSecret) {}
  }

  /** Discord. */
  public sealed interface Discord {

    /** Not at all. */
    record Off() implements Discord {}

    /**
     * As the bot whose token this is.
     *
     * @param guilds whose ids: only there are commands registered; everywhere where there is none
     * @param api ends with a slash
     * @param gateway null: the one that the API names
     */
    record On(Secret token, List<String> guilds, URI api, @Nullable URI gateway)
        implements Discord {
      public On {
        guilds = List.copyOf(guilds);
      }
    }
  }

  /**
   * How many commands are taken in a minute, by each process for itself; as many may come at once.
   *
   * @param caller from one person
   * @param workspace from everybody of a workspace together
   * @param strangers from all people of a workspace together who have no account
   */
  public record Limits(int caller, int workspace, int strangers) {
    private static final int SHARES = 6;

    /** From each of them: a sixth of what they share, so that no one of them has all of it. */
    public int stranger() {
      return Math.max(1, strangers / SHARES);
    }
  }

  /**
   * Who may do what.
   *
   * @param path the file of the rules
   */
  public record Policy(Path path) {}
}
