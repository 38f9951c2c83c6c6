package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.execution.LedgerSpending;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.link.LinkPage;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Notices;
import io.tillbot.core.support.InMemoryStore;
import io.tillbot.core.support.RecordedNotices;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The whole bot on the fake Discord, by the real JDA, over a scripted billing API. */
final class Stage implements AutoCloseable {
  static final Duration LONGEST = Duration.ofSeconds(15);

  /** Where browsers reach the bot, as everybody is told; nobody serves it here. */
  private static final URI PAGES = URI.create("https://bot.example.com/");

  final ScriptedBilling billing = new ScriptedBilling();
  final GatedBilling gate = new GatedBilling(billing);
  final FakeDiscord discord = FakeDiscord.start();
  final SteppedClock clock = new SteppedClock(TestBot.CLOCK.instant());
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(clock);
  private final InMemoryStore store = new InMemoryStore(clock);
  final SlowStore slow = new SlowStore(store);
  private final Supplier<OperationId> ids = TestMeans.ids();
  private final Policy policy;
  private Process process;

  Stage() {
    this(Terms.none());
  }

  /** Everything is allowed, on these terms. */
  Stage(Terms terms) {
    policy =
        new Policy(
            List.of(
                new PolicyRule(
                    new RuleRef("everything", 1),
                    Scope.everything(),
                    new PolicyRule.Ruling.Allow(terms))));
    for (Person person : List.of(Person.ANN, Person.EVE, Person.OLGA)) {
      link(person);
    }
    process = new Process();
  }

  /** Keeps a credential of theirs. */
  void link(Person person) {
    vault.store(
        caller(person),
        TestBot.ACCOUNT,
        new Credential.Token(Secret.of("fake-billing-token-of-" + person.name())));
  }

  /** Nothing of theirs is kept. */
  void unlink(Person person) {
    vault.erase(caller(person));
  }

  boolean isLinked(Person person) {
    return vault.isLinked(caller(person));
  }

  static Caller caller(Person person) {
    return new Caller(Platform.DISCORD, null, person.id());
  }

  /** One process of the bot. */
  private final class Process {
    private final Catalogue catalogue;
    private final Bot bot;
    private final DiscordAdapter adapter;

    Process() {
      Means means = means(clock, new RecordedNotices());
      catalogue = catalogue(means);
      bot = new Bot(catalogue, means, () -> TestBot.CORRELATION);
      adapter = DiscordAdapter.start(options(discord), bot, catalogue.registry(), new FileTexts());
    }
  }

  private static Catalogue catalogue(Means means) {
    return new Catalogue(means, CatalogueSettings.defaults().withPublicAddress(() -> PAGES));
  }

  private Means means(Clock at, Notices notices) {
    return new Means(
        slow,
        vault,
        gate,
        new Gatekeeper(() -> policy, new LedgerSpending(store, clock)),
        new SomeJobs(),
        notices,
        at,
        Lifetimes.usual(),
        "test",
        ids);
  }

  /** Jobs that somebody does. */
  private static final class SomeJobs implements Jobs {
    @Override
    public Running start(List<Job> jobs) {
      return () -> {};
    }

    @Override
    public boolean areDone() {
      return true;
    }
  }

  /** The process ends, and another one starts on the same store. */
  void restart() {
    process.adapter.close();
    process = new Process();
  }

  /** The page that links somebody, as its browser reaches it. */
  LinkPage page() {
    return process.catalogue.linkPage();
  }

  Notices notices() {
    return process.adapter.notices();
  }

  /** Does what is due now. */
  void sweep() {
    process.catalogue.operations().sweep();
  }

  /**
   * Another process on the same store, when the first must have stopped, answers what it left.
   *
   * @return how many there were
   */
  int answerLeft() {
    Means later =
        means(
            Clock.offset(Clock.fixed(clock.instant(), clock.getZone()), Duration.ofMinutes(20)),
            new RecordedNotices());
    return new Bot(catalogue(later), later, () -> TestBot.CORRELATION)
        .answerLeft(Platform.DISCORD, process.adapter.messenger());
  }

  static DiscordOptions options(FakeDiscord discord) {
    return DiscordOptions.of(Secret.of(FakeDiscord.TOKEN))
        .at(discord.api(), discord.gateway())
        .patient(Duration.ofSeconds(20));
  }

  /** What Ann is answered in the lobby. */
  FakeMessage say(String command, Map<String, Object> options) {
    return answer(discord.slash(Person.ANN, Room.LOBBY, command, options));
  }

  /** What Ann is answered in the lobby when she presses a button. */
  FakeMessage press(FakeMessage message, String label) {
    return answer(discord.press(Person.ANN, message, button(message, label)));
  }

  static String button(FakeMessage message, String label) {
    String id = message.buttons().get(label);
    assertThat(id).as("a button %s of %s", label, message.buttons().keySet()).isNotNull();
    return id;
  }

  /** The message in which an interaction was answered. */
  static FakeMessage answer(FakeInteraction interaction) {
    return await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(10))
        .until(interaction::answer, Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until an interaction got that kind of first answer. */
  static void awaitKind(FakeInteraction interaction, FakeInteraction.Kind kind) {
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> interaction.kind().equals(Optional.of(kind)));
  }

  /** What somebody alone is told beside the message whose button they pressed. */
  static FakeMessage aside(FakeInteraction interaction) {
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                !interaction.followUps().isEmpty()
                    || interaction.kind().equals(Optional.of(FakeInteraction.Kind.MESSAGE)));
    return interaction.followUps().isEmpty()
        ? answer(interaction)
        : interaction.followUps().getFirst();
  }

  /** Ends the bot as an operator does. */
  void stop() {
    process.adapter.close();
  }

  /** Nothing that the bot sent was refused, nor could it have mentioned anybody. */
  @Override
  public void close() {
    process.adapter.close();
    discord.close();
    assertThat(discord.refusals()).isEmpty();
    assertThat(discord.bodies())
        .filteredOn(body -> body.toString().contains("\"embeds\":[{"))
        .allSatisfy(
            body ->
                assertThat(body.toString())
                    .contains("\"allowed_mentions\":")
                    .contains("\"parse\":[]"));
  }

  /** The same where Discord has good reasons to refuse something. */
  void closeAfterRefusals() {
    process.adapter.close();
    discord.close();
  }
}
