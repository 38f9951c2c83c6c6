package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.core.access.Secret;
import io.tillbot.core.support.TestBot;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator is told of Discord, and how to mend it. */
class DiscordCheckupTest {
  private final FakeDiscord discord = FakeDiscord.start();

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void whereAllIsWellNothingIsToBeMended() {
    assertThat(look(Stage.options(discord)))
        .hasSize(3)
        .allSatisfy(found -> assertThat(found.mend()).isEmpty());
    assertThat(discord.identified()).as("it does not connect").isZero();
  }

  @Test
  void aTokenThatIsNotAcceptedIsNamedWithoutShowingIt() {
    DiscordOptions wrong =
        DiscordOptions.of(Secret.of("wrong-token-0001")).at(discord.api(), discord.gateway());
    List<DiscordCheckup.Found> found = look(wrong);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().mend().orElseThrow()).contains("discord.token");
    assertThat(found.toString()).doesNotContain("wrong-token-0001");
  }

  @Test
  void permissionsThatAreMissingAreNamedWithAnInvitationThatGivesThem() {
    discord.permissions(1 << 10);
    DiscordCheckup.Found server = look(Stage.options(discord)).getLast();
    assertThat(server.text()).contains("Send Messages").doesNotContain("View Channel");
    assertThat(server.mend().orElseThrow()).contains("https://discord.com/oauth2/authorize");
  }

  @Test
  void whoMayDoEverythingLacksNothing() {
    discord.permissions(1 << 3);
    assertThat(look(Stage.options(discord)).getLast().mend()).isEmpty();
  }

  @Test
  void aServerThatTheBotIsNotInIsNamed() {
    List<DiscordCheckup.Found> found =
        look(Stage.options(discord).inGuilds(List.of("999999999999999999")));
    assertThat(found.getLast().text()).contains("999999999999999999");
    assertThat(found.getLast().mend()).isPresent();
  }

  @Test
  void whereNobodyAnswersItIsSaid() {
    DiscordOptions nowhere =
        DiscordOptions.of(Secret.of(FakeDiscord.TOKEN))
            .at(URI.create("http://127.0.0.1:1/api/v10/"), null);
    assertThat(look(nowhere).getFirst().text()).contains("does not answer");
  }

  private static List<DiscordCheckup.Found> look(DiscordOptions options) {
    return DiscordCheckup.look(options, TestBot.unlinked().catalogue().registry(), new FileTexts());
  }
}
