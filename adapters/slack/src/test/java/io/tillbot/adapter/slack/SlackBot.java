package io.tillbot.adapter.slack;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The whole core behind the real Bolt, in a fake Slack, with texts as their keys. */
final class SlackBot implements AutoCloseable {
  static final String ANN = "U1";
  static final String EVE = "U2";

  /** Long enough for an answer that is to come with the acknowledgement. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /** Nobody wonders where the answer is. */
  private static final Duration NEVER = Duration.ofHours(1);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final FakeSlack slack = new FakeSlack(TestBot.CLOCK);
  private final AtomicBoolean asked = new AtomicBoolean();
  private final TestBot bot;
  private final Set<Locale> languages = ConcurrentHashMap.newKeySet();
  private final CountDownLatch gate;
  private final SlackApp app;

  private SlackBot(
      UnaryOperator<SlackOptions> change, int gates, Gatekeeper gatekeeper, Duration wondering) {
    bot = TestBot.unlinked(gatekeeper);
    gate = new CountDownLatch(gates);
    app =
        new SlackApp(
            bot.bot(),
            bot.catalogue().registry(),
            (value, locale) -> written(value, locale),
            change.apply(slack.options()),
            wondering);
  }

  /** The languages in which something was written. */
  Set<Locale> languages() {
    return languages;
  }

  private String written(Value value, Locale locale) {
    languages.add(locale);
    if (isOurs(value)) {
      return Words.of(value);
    }
    asked.set(true);
    try {
      if (!gate.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let the answers go");
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return Words.of(value);
  }

  /** What is said while a card is still awaited. */
  private static boolean isOurs(Value value) {
    return value instanceof Text text
        && (text.key().startsWith("slack.modal.") || text.key().equals("slack.working"));
  }

  /** Answers come with the acknowledgement. */
  static SlackBot patient() {
    return with(options -> options.withPatience(AT_ONCE));
  }

  /** Answers come after the acknowledgement: no card is written before it. */
  static SlackBot impatient() {
    return with(options -> options.withPatience(Duration.ZERO), 1);
  }

  /** Answers would come with the acknowledgement, but no card is written before they are let go. */
  static SlackBot held() {
    return with(options -> options.withPatience(AT_ONCE), 1);
  }

  /** Whether somebody waits for a card to be written. */
  boolean isAsked() {
    return asked.get();
  }

  static SlackBot with(UnaryOperator<SlackOptions> change) {
    return with(change, 0);
  }

  private static SlackBot with(UnaryOperator<SlackOptions> change, int gates) {
    return with(change, gates, AllowAll.gatekeeper());
  }

  /** Answers come after the acknowledgement, under another policy. */
  static SlackBot under(Gatekeeper gatekeeper) {
    return with(options -> options.withPatience(Duration.ZERO), 1, gatekeeper);
  }

  private static SlackBot with(
      UnaryOperator<SlackOptions> change, int gates, Gatekeeper gatekeeper) {
    return linked(new SlackBot(change, gates, gatekeeper, NEVER));
  }

  /** People wonder at once what becomes of what they asked; no card is written before that. */
  static SlackBot wondering() {
    return linked(
        new SlackBot(
            options -> options.withPatience(Duration.ZERO),
            1,
            AllowAll.gatekeeper(),
            Duration.ZERO));
  }

  private static SlackBot linked(SlackBot bot) {
    bot.link(ANN);
    bot.link(EVE);
    return bot;
  }

  private void link(String user) {
    bot.vault()
        .store(
            new Caller(Platform.SLACK, "T1", user),
            TestBot.ACCOUNT,
            new Credential.Token(Secret.of(TestBot.FAKE_TOKEN)));
  }

  SlackResponse type(String line) {
    String[] parts = line.split(" ", 2);
    SlackResponse acknowledgement =
        slack.type(app, ANN, FakeSlack.CHANNEL, parts[0], parts.length == 1 ? "" : parts[1]);
    letAnswersGo();
    return acknowledgement;
  }

  void letAnswersGo() {
    gate.countDown();
  }

  SlackResponse press(String user, Seen message, String label) {
    return slack.press(app, user, message, label);
  }

  /** Ann, who is linked. */
  Person ann() {
    return person(ANN);
  }

  Person person(String user) {
    return slack.person(user, slack.http(app));
  }

  FakeSlack slack() {
    return slack;
  }

  TestBot bot() {
    return bot;
  }

  ScriptedBilling billing() {
    return bot.billing();
  }

  SlackApp app() {
    return app;
  }

  @Override
  public void close() {
    letAnswersGo();
    app.close();
    slack.close();
  }
}
