package io.tillbot.core.support;

import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.CorrelationId;
import io.tillbot.core.FormAnswers;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.execution.Means;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The whole core over a scripted billing API, on a fixed day, with one caller. */
public final class TestBot {
  /** The day on which everything happens. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Noon of that day. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  /** The caller. */
  public static final Caller ANN = Caller.local("ann");

  /** The account that the caller is linked to: that of {@code Samples.client}. */
  public static final AccountName ACCOUNT = new AccountName("77@whmcs_eu");

  /** The correlation id of every command. */
  public static final CorrelationId CORRELATION = new CorrelationId("test-0001");

  /** What the caller's credential holds, so that a test can look for it where it must not be. */
  public static final String FAKE_TOKEN = "fake-token-of-ann";

  private final ScriptedBilling billing = new ScriptedBilling();
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(CLOCK);
  private final InMemoryStore store = new InMemoryStore(CLOCK);
  private final Catalogue catalogue;
  private final Bot bot;

  private TestBot(CatalogueSettings settings, Gatekeeper gatekeeper) {
    Means means = TestMeans.of(store, vault, billing, gatekeeper, CLOCK);
    this.catalogue = new Catalogue(means, settings);
    this.bot = new Bot(catalogue, means, () -> CORRELATION);
  }

  /** A bot that keeps a token for the caller. */
  public static TestBot linked() {
    return linked(CatalogueSettings.defaults());
  }

  /** The same with other settings. */
  public static TestBot linked(CatalogueSettings settings) {
    return linked(new TestBot(settings, AllowAll.gatekeeper()));
  }

  /** The same under another policy. */
  public static TestBot linked(Gatekeeper gatekeeper) {
    return linked(new TestBot(CatalogueSettings.defaults(), gatekeeper));
  }

  private static TestBot linked(TestBot bot) {
    bot.vault.store(ANN, ACCOUNT, new Credential.Token(Secret.of(FAKE_TOKEN)));
    return bot;
  }

  /** A bot that keeps nothing. */
  public static TestBot unlinked() {
    return new TestBot(CatalogueSettings.defaults(), AllowAll.gatekeeper());
  }

  /** The same under another policy. */
  public static TestBot unlinked(Gatekeeper gatekeeper) {
    return new TestBot(CatalogueSettings.defaults(), gatekeeper);
  }

  /** Types a line. */
  public Outcome say(String line) {
    return answer(ANN, line).outcome();
  }

  /** Types a line as someone else. */
  public Answer answer(Caller caller, String line) {
    return bot.handle(new Invocation(caller, Place.terminal(), new Invocation.Line(line)));
  }

  /** Calls a command as a platform with typed options does. */
  public Outcome call(String command, Map<String, String> options) {
    return bot.handle(new Invocation(ANN, Place.terminal(), new Invocation.Named(command, options)))
        .outcome();
  }

  /** Answers a form. */
  public Answer submit(String form, Map<String, String> answers) {
    return submit(ANN, form, answers);
  }

  /** Somebody answers a form. */
  public Answer submit(Caller caller, String form, Map<String, String> answers) {
    return bot.submit(new FormAnswers(caller, Place.terminal(), form, Map.of(), answers));
  }

  /** Somebody answers a form of which something was given before. */
  public Answer submit(
      Caller caller, String form, Map<String, String> given, Map<String, String> answers) {
    return bot.submit(new FormAnswers(caller, Place.terminal(), form, given, answers));
  }

  /** Types a line, and says yes to its preview. */
  public Outcome confirm(String line) {
    return confirm(say(line));
  }

  /** Says yes to a preview. */
  public Outcome confirm(Outcome preview) {
    return preview instanceof Outcome.NeedsConfirmation(var _, TicketId ticket)
        ? press(ANN, ticket)
        : preview;
  }

  /** Somebody says yes to what a ticket stands for. */
  public Outcome press(Caller caller, TicketId ticket) {
    return bot.confirm(new Press(caller, Place.terminal(), ticket)).outcome();
  }

  /** What must not be forgotten. */
  public InMemoryStore store() {
    return store;
  }

  /** The bot itself. */
  public Bot bot() {
    return bot;
  }

  public ScriptedBilling billing() {
    return billing;
  }

  public InMemoryCredentialVault vault() {
    return vault;
  }

  public Catalogue catalogue() {
    return catalogue;
  }
}
