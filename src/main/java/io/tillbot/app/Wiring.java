package io.tillbot.app;

import io.tillbot.adapter.billing.BillingClient;
import io.tillbot.adapter.billing.BillingClientOptions;
import io.tillbot.adapter.billing.Timeouts;
import io.tillbot.adapter.discord.DiscordAdapter;
import io.tillbot.adapter.discord.DiscordManifest;
import io.tillbot.adapter.discord.DiscordOptions;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.slack.ManifestOptions;
import io.tillbot.adapter.slack.SlackApp;
import io.tillbot.adapter.slack.SlackInstaller;
import io.tillbot.adapter.slack.SlackManifest;
import io.tillbot.adapter.slack.SlackOptions;
import io.tillbot.adapter.slack.SlackWorkspaces;
import io.tillbot.adapter.store.AuditTrail;
import io.tillbot.adapter.store.KeyRotation;
import io.tillbot.adapter.store.SqlStore;
import io.tillbot.adapter.store.StoreOptions;
import io.tillbot.adapter.texts.BundledTexts;
import io.tillbot.adapter.web.InstallSite;
import io.tillbot.adapter.web.LinkSite;
import io.tillbot.adapter.web.Mounted;
import io.tillbot.adapter.web.WebOptions;
import io.tillbot.adapter.web.WebServer;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.PolicyFile;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.CorrelationId;
import io.tillbot.core.OperatorAction;
import io.tillbot.core.Throttle;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.account.AccountLink;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.erasure.WorkspaceErasure;
import io.tillbot.core.execution.LedgerSpending;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.install.InstallPage;
import io.tillbot.core.invoice.InvoiceSuggestions;
import io.tillbot.core.invoice.PaymentPages;
import io.tillbot.core.link.PublicAddress;
import io.tillbot.core.notice.NoticeBoard;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policies;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.service.ServiceAccountWatch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the program together: the one place that knows every part. */
public final class Wiring implements AutoCloseable {
  /** Far more than a person needs, far less than whoever guesses would. */
  private static final BucketLimiter.Rate REQUESTS_OF_ONE =
      new BucketLimiter.Rate(30, Duration.ofMinutes(1));

  private static final BucketLimiter.Rate REQUESTS_OF_ALL =
      new BucketLimiter.Rate(600, Duration.ofMinutes(1));

  /** A thousand a second: more than one process can do. */
  private static final int ALL_COMMANDS = 60_000;

  private final SqlStore store;
  private final BillingClient billing;
  private final Bot bot;
  private final Catalogue catalogue;
  private final AccountLink accountLink;
  private final InvoiceSuggestions invoiceSuggestions;
  private final Clock clock;
  private final Means means;
  private final NoticeBoard notices = new NoticeBoard();
  private final Optional<LocalPages> localPages;
  private final WorkspaceErasure erasure;

  private Wiring(Configuration configuration, Clock clock, Optional<Caller> terminal, Pages pages) {
    this.clock = clock;
    Policies policies = PolicyFile.open(configuration.policy(), terminal, catalogueToRead(), clock);
    this.store = SqlStore.open(storeOptions(configuration.store(), clock));
    BillingClientOptions options =
        BillingClientOptions.of(configuration.billing().url())
            .withTimeouts(Timeouts.of(configuration.billing().timeout()))
            .withDialect(configuration.billing().dialect())
            .withClock(clock);
    this.billing = new BillingClient(options);
    CredentialVault vault = store.credentialVault();
    this.accountLink = new AccountLink(vault, billing);
    this.invoiceSuggestions = new InvoiceSuggestions(vault, billing, clock);
    this.means =
        new Means(
            store,
            vault,
            billing,
            new Gatekeeper(policies, new LedgerSpending(store, clock)),
            store.jobs(),
            notices,
            clock,
            lifetimes(options),
            RandomNames.ofThisProcess(),
            RandomNames::operation);
    this.localPages =
        pages == Pages.OF_THIS_PROCESS
            ? Optional.of(new LocalPages(() -> onLoopback(linkSite(configuration.http()))))
            : Optional.empty();
    CatalogueSettings settings = settings(configuration.billing());
    this.catalogue =
        new Catalogue(
            means,
            publicAddress(configuration.http()).map(settings::withPublicAddress).orElse(settings));
    this.erasure = new WorkspaceErasure(means, catalogue.operations());
    this.bot = new Bot(catalogue, means, correlations(), throttle(configuration.limits(), vault));
  }

  /** Each process counts for itself. */
  private Throttle throttle(Configuration.Limits limits, CredentialVault vault) {
    BucketLimiter.Rate everybody = perMinute(ALL_COMMANDS);
    return new Throttle(
        new BucketLimiter(perMinute(limits.caller()), everybody, clock),
        new BucketLimiter(perMinute(limits.workspace()), everybody, clock),
        new BucketLimiter(perMinute(limits.strangers()), everybody, clock),
        new BucketLimiter(perMinute(limits.stranger()), everybody, clock),
        vault);
  }

  private static BucketLimiter.Rate perMinute(int commands) {
    return new BucketLimiter.Rate(commands, Duration.ofMinutes(1));
  }

  /** Who serves the pages that browsers open. */
  private enum Pages {
    /** {@code run}, at the configured public address. */
    OF_A_RUNNING_BOT,
    /** This process, on this machine alone. */
    OF_THIS_PROCESS
  }

  private Optional<PublicAddress> publicAddress(Configuration.Http http) {
    @Nullable URI configured = http.publicUrl();
    return configured == null
        ? localPages.map(PublicAddress.class::cast)
        : Optional.of(() -> configured);
  }

  private static WebServer onLoopback(LinkSite site) {
    return WebServer.start(new WebOptions("127.0.0.1", 0), List.of(site));
  }

  LinkSite linkSite(Configuration.Http http) {
    return new LinkSite(
        catalogue.linkPage(),
        texts(),
        publicAddress(http).orElseThrow(),
        new BucketLimiter(REQUESTS_OF_ONE, REQUESTS_OF_ALL, clock),
        http.trustedProxies());
  }

  /** Twice as long as a write can take: the clocks of two machines may differ by as much again. */
  private static Lifetimes lifetimes(BillingClientOptions options) {
    return Lifetimes.usual().withSending(options.longestWrite().multipliedBy(2));
  }

  /**
   * The program as configured, whose terminal is that of the user who runs it. Nothing is sent
   * anywhere yet.
   *
   * @throws io.tillbot.app.config.ConfigurationException when the policy's file is no good
   * @throws io.tillbot.adapter.store.StoreException when the store cannot be opened
   */
  public static Wiring of(Configuration configuration, Clock clock) {
    String user = System.getProperty("user.name", "");
    return new Wiring(
        configuration,
        clock,
        Optional.of(user).filter(Caller::isId).map(Caller::local),
        Pages.OF_A_RUNNING_BOT);
  }

  /** The same, whose terminal is somebody else's. */
  public static Wiring of(Configuration configuration, Clock clock, Caller terminal) {
    return new Wiring(configuration, clock, Optional.of(terminal), Pages.OF_A_RUNNING_BOT);
  }

  /** The same, which serves its pages itself, to browsers on this machine. */
  public static Wiring withOwnPages(Configuration configuration, Clock clock, Caller terminal) {
    return new Wiring(configuration, clock, Optional.of(terminal), Pages.OF_THIS_PROCESS);
  }

  /**
   * Makes the keyset of a store that has none yet.
   *
   * @throws io.tillbot.adapter.store.StoreException when there is one, or it cannot be made
   */
  public static void createKeyset(Configuration.Store store, Clock clock) {
    SqlStore.createKeyset(storeOptions(store, clock));
  }

  /**
   * Does a stage of the rotation of a store's keys.
   *
   * @return what the stage gives
   * @throws io.tillbot.adapter.store.StoreException when another stage comes first, or it cannot be
   *     done
   */
  public static <T> T rotateKeys(
      Configuration.Store store, Clock clock, Function<KeyRotation, T> stage) {
    return SqlStore.rotateKeys(storeOptions(store, clock), stage);
  }

  private static StoreOptions storeOptions(Configuration.Store store, Clock clock) {
    return new StoreOptions(store.url(), store.keyset(), clock).as(store.user(), store.password());
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

  /** What an operator gives Slack to make the app; needs no configuration. */
  public static String slackManifest(ManifestOptions options) {
    return SlackManifest.yaml(catalogueToRead(), texts(), options);
  }

  /** What an operator needs to bring the bot into a Discord server; needs no configuration. */
  public static String discordManifest(Optional<String> application) {
    return DiscordManifest.of(catalogueToRead(), texts(), application).text();
  }

  /**
   * Starts every chat that is configured, the HTTP server where one of them needs it, and the work
   * that comes round by itself. Close what is returned before this.
   */
  public Chats startChats(Configuration configuration) {
    return new Startup(this).start(configuration, store.jobs());
  }

  SlackApp slack(Configuration.Slack.Http slack) {
    return slack(
        options(slack.api(), slack.botToken(), slack.install())
            .withSigningSecret(slack.signingSecret()));
  }

  SlackApp slack(Configuration.Slack.Socket slack) {
    return slack(options(slack.api(), slack.botToken(), slack.install()));
  }

  private SlackApp slack(SlackOptions options) {
    return new SlackApp(bot, catalogue.registry(), texts(), options);
  }

  private SlackOptions options(
      URI api, @Nullable Secret botToken, Configuration.Slack.@Nullable Install install) {
    SlackOptions options = SlackOptions.bare().withApiUrl(api).withClock(clock);
    SlackOptions own = botToken == null ? options : options.withBotToken(botToken);
    SlackWorkspaces.Serving serving =
        install == null
            ? SlackWorkspaces.Serving.ONE_WORKSPACE
            : SlackWorkspaces.Serving.WHOEVER_INSTALLS;
    return own.withWorkspaces(new SlackWorkspaces(store, erasure, serving));
  }

  /** Asks Slack whether the bot may come into a workspace. */
  SlackInstaller slackInstaller(URI api, Configuration.Slack.Install install, URI publicUrl) {
    return new SlackInstaller(
        options(api, null, install),
        new SlackInstaller.Client(
            install.clientId(), install.clientSecret(), below(publicUrl, InstallSite.RETURN)));
  }

  private static URI below(URI base, String path) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
  }

  InstallSite installSite(Configuration.Http http, SlackInstaller installer) {
    return new InstallSite(
        new InstallPage(means, erasure, installer, RandomNames::secret),
        texts(),
        publicAddress(http).orElseThrow(),
        new BucketLimiter(REQUESTS_OF_ONE, REQUESTS_OF_ALL, clock),
        http.trustedProxies());
  }

  /** Forgets workspaces that have left. */
  WorkspaceErasure erasure() {
    return erasure;
  }

  DiscordAdapter discord(Configuration.Discord.On discord) {
    return DiscordAdapter.start(
        DiscordOptions.of(discord.token())
            .inGuilds(discord.guilds())
            .at(discord.api(), discord.gateway()),
        bot,
        catalogue.registry(),
        texts());
  }

  static WebServer server(Configuration.Http http, List<Mounted> mounted) {
    return WebServer.start(new WebOptions(http.address(), http.port()), mounted);
  }

  ServiceAccountWatch serviceAccounts() {
    return new ServiceAccountWatch(means);
  }

  /** Where a chat that starts says that people can be told by it. */
  NoticeBoard notices() {
    return notices;
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

  /** The whole audit trail, for operators. */
  public AuditTrail auditTrail() {
    return store.auditTrail();
  }

  /** Who runs the program, as the audit trail knows them. */
  public static Caller operator() {
    String user = System.getProperty("user.name", "");
    return Caller.local(Caller.isId(user) ? user : "operator");
  }

  /**
   * Writes into the audit trail what an operator does that has no card.
   *
   * @param command of the program, such as {@code audit export}
   * @param options none of them secret or personal
   */
  public void audit(String command, Map<String, String> options) {
    Outcome done = new Outcome.Answered(Reply.of(Text.of("audit.title")));
    bot.operate(operator(), new OperatorAction(command, options, Optional.empty(), () -> done));
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
    return RandomNames::correlation;
  }

  @Override
  public void close() {
    localPages.ifPresent(LocalPages::close);
    billing.close();
    bot.auditor().flushAll();
    store.close();
  }
}
