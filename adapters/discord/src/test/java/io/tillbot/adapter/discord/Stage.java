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
import io.tillbot.core.execution.Means;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.InMemoryStore;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole bot on the fake Discord, by the real JDA, over a scripted billing API. */
final class Stage implements AutoCloseable {
  final ScriptedBilling billing = new ScriptedBilling();
  final GatedBilling gate = new GatedBilling(billing);
  final FakeDiscord discord = FakeDiscord.start();
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(TestBot.CLOCK);
  private final InMemoryStore store = new InMemoryStore(TestBot.CLOCK);
  private final Means means = means(TestBot.CLOCK);
  private final Catalogue catalogue = new Catalogue(means, CatalogueSettings.defaults());
  private final DiscordAdapter adapter;

  Stage() {
    for (Person person : List.of(Person.ANN, Person.EVE, Person.OLGA)) {
      vault.store(
          new Caller(Platform.DISCORD, null, person.id()),
          TestBot.ACCOUNT,
          new Credential.Token(Secret.of("fake-billing-token-of-" + person.name())));
    }
    adapter =
        DiscordAdapter.start(
            options(discord), bot(catalogue, means), catalogue.registry(), new FileTexts());
  }

  private Means means(Clock clock) {
    return TestMeans.of(store, vault, gate, AllowAll.gatekeeper(), clock);
  }

  private static Bot bot(Catalogue catalogue, Means means) {
    return new Bot(catalogue, means, () -> TestBot.CORRELATION);
  }

  /**
   * Another process on the same store, when the first must have stopped, answers what it left.
   *
   * @return how many there were
   */
  int answerLeft() {
    Means later = means(Clock.offset(TestBot.CLOCK, Duration.ofMinutes(20)));
    return bot(new Catalogue(later, CatalogueSettings.defaults()), later)
        .answerLeft(Platform.DISCORD, adapter.messenger());
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

  /** The message in which an interaction was answered. */
  static FakeMessage answer(FakeInteraction interaction) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .until(interaction::answer, Optional::isPresent)
        .orElseThrow();
  }

  /** What somebody alone is told beside the message whose button they pressed. */
  static FakeMessage aside(FakeInteraction interaction) {
    await()
        .atMost(Duration.ofSeconds(10))
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
    adapter.close();
  }

  /** Nothing that the bot sent was refused, nor could it have mentioned anybody. */
  @Override
  public void close() {
    adapter.close();
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
}
