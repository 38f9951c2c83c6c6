package io.tillbot.app;

import io.tillbot.adapter.billing.BillingClient;
import io.tillbot.adapter.billing.BillingClientOptions;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.slack.ManifestOptions;
import io.tillbot.adapter.slack.SlackApp;
import io.tillbot.adapter.slack.SlackManifest;
import io.tillbot.adapter.slack.SlackOptions;
import io.tillbot.adapter.store.Store;
import io.tillbot.adapter.store.StoreOptions;
import io.tillbot.adapter.texts.BundledTexts;
import io.tillbot.app.config.Configuration;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.CorrelationId;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.account.AccountLink;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.invoice.InvoiceSuggestions;
import io.tillbot.core.invoice.PaymentPages;
import io.tillbot.core.port.Texts;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/** Puts the program together: the one place that knows every part. */
public final class Wiring implements AutoCloseable {
  private final Store store;
  private final BillingClient billing;
  private final Bot bot;
  private final Catalogue catalogue;
  private final AccountLink accountLink;
  private final InvoiceSuggestions invoiceSuggestions;

  private Wiring(Configuration configuration, Clock clock) {
    this.store =
        Store.open(
            new StoreOptions(configuration.store().url(), configuration.store().keyset(), clock));
    this.billing =
        new BillingClient(
            BillingClientOptions.of(configuration.billing().url())
                .withDialect(configuration.billing().dialect())
                .withClock(clock));
    CredentialVault vault = store.credentialVault();
    this.accountLink = new AccountLink(vault, billing);
    this.invoiceSuggestions = new InvoiceSuggestions(vault, billing, clock);
    this.catalogue = new Catalogue(vault, billing, clock, settings(configuration.billing()));
    this.bot = new Bot(catalogue, vault, store.tickets(), billing, clock, correlations());
  }

  /**
   * The program as configured. Nothing is sent anywhere yet.
   *
   * @throws io.tillbot.adapter.store.StoreException when the store cannot be opened
   */
  public static Wiring of(Configuration configuration, Clock clock) {
    return new Wiring(configuration, clock);
  }

  /** The simulator of the billing API, for those who have no account; it serves from now on. */
  public static Sandbox sandbox(SandboxOptions options) {
    return Sandbox.start(options);
  }

  private static CatalogueSettings settings(Configuration.Billing billing) {
    return CatalogueSettings.defaults()
        .withFormId(billing.formId())
        .withSubscriptionCancellationType(billing.subscriptionCancellationType())
        .withPages(new PaymentPages(Set.copyOf(billing.paymentHosts()), billing.clientArea()));
  }

  /** The commands, for documents and manifests; needs no configuration, and runs nothing. */
  public static CommandRegistry catalogueToRead() {
    return Catalogue.toRead(Clock.systemUTC());
  }

  /** The bot in Slack, for an HTTP server to mount; close it before this. */
  public SlackApp slack(SlackOptions options) {
    return new SlackApp(bot, catalogue(), texts(), options);
  }

  /** What an operator gives Slack to make the app; needs no configuration. */
  public static String slackManifest(ManifestOptions options) {
    return SlackManifest.yaml(catalogue(), texts(), options);
  }

  /** The one entrance. */
  public Bot bot() {
    return bot;
  }

  /** Every command, for whatever lists or completes them. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What completes the id of an invoice. */
  public InvoiceSuggestions invoiceSuggestions() {
    return invoiceSuggestions;
  }

  /** For operators, who link others. */
  public AccountLink accountLink() {
    return accountLink;
  }

  /** The language of cards; needs no configuration. */
  public static Texts texts() {
    return new BundledTexts();
  }

  /** Makes the names of commands; needs no configuration. */
  public static Supplier<CorrelationId> correlations() {
    return new Correlations();
  }

  @Override
  public void close() {
    billing.close();
    store.close();
  }
}
