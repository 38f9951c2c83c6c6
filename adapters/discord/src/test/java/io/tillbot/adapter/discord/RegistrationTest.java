package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Texts;
import io.tillbot.core.support.TestBot;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the catalogue is sent, by the real JDA. */
class RegistrationTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private final TestBot bot = TestBot.linked();
  private final CommandRegistry catalogue = bot.catalogue().registry();

  @AfterEach
  void stop() {
    discord.close();
    assertThat(discord.refusals()).isEmpty();
  }

  @Test
  void theFirstStartRegistersEverythingByOneRequest() {
    run(catalogue, List.of());
    assertThat(discord.requests()).containsExactly("PUT commands");
    assertThat(discord.commands().length()).isGreaterThan(5);
  }

  @Test
  void anUnchangedCatalogueIsNotSentAgain() {
    run(catalogue, List.of());
    run(catalogue, List.of());
    assertThat(discord.requests()).hasSize(1);
  }

  @Test
  void aChangedCatalogueIs() {
    run(new CommandRegistry(catalogue.commands().subList(0, 2)), List.of());
    run(catalogue, List.of());
    assertThat(discord.requests()).hasSize(2);
  }

  @Test
  void aDescriptionThatChangedInOneLanguageIsSentToo() {
    run(catalogue, List.of());
    run(catalogue, List.of(), new FileTexts("command.credit", "Показывает баланс."));
    assertThat(discord.requests()).hasSize(2);
    run(catalogue, List.of(), new FileTexts("name.command.credit", "остаток"));
    assertThat(discord.requests()).hasSize(3);
  }

  @Test
  void inServersItIsRegisteredThereAloneAndNotAgainEither() {
    run(catalogue, List.of(discord.guild()));
    run(catalogue, List.of(discord.guild()));
    assertThat(discord.requests()).hasSize(1);
    assertThat(discord.guildCommands().length()).isGreaterThan(5);
    assertThat(discord.commands().isEmpty()).isTrue();
  }

  @Test
  void whatWasRegisteredEverywhereIsTakenBackWhenServersAreNamed() {
    run(catalogue, List.of());
    run(catalogue, List.of(discord.guild()));
    assertThat(discord.commands().isEmpty()).isTrue();
  }

  @Test
  void aServerThatTheBotIsNotInStopsNothing() {
    run(catalogue, List.of("999999999999999999"));
    assertThat(discord.requests()).isEmpty();
  }

  private void run(CommandRegistry commands, List<String> guilds) {
    run(commands, guilds, new FileTexts());
  }

  private void run(CommandRegistry commands, List<String> guilds, Texts texts) {
    DiscordAdapter.start(Stage.options(discord).inGuilds(guilds), bot.bot(), commands, texts)
        .close();
  }
}
