package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.support.TestBot;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.junit.jupiter.api.Test;

class DiscordManifestTest {
  private final CommandRegistry catalogue = TestBot.linked().catalogue().registry();

  @Test
  void theInvitationAsksForTheFewPermissionsThatAreNeeded() {
    assertThat(manifest(Optional.of("900000000000000001")).invitation())
        .hasToString(
            "https://discord.com/oauth2/authorize?client_id=900000000000000001"
                + "&scope=bot+applications.commands&permissions=274877926400");
  }

  @Test
  void withoutAnApplicationItShowsWhereItsIdBelongs() {
    assertThat(manifest(Optional.empty()).invitation().getQuery())
        .startsWith("client_id=YOUR_APPLICATION_ID&");
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> manifest(Optional.of("1&scope=admin")));
  }

  @Test
  void theCommandsAreThoseThatAreRegistered() {
    assertThat(DataArray.fromJson(manifest(Optional.empty()).commands()).toList())
        .isEqualTo(
            DataArray.fromJson(
                    DataArray.fromCollection(new CommandMenu(new FileTexts()).of(catalogue))
                        .toString())
                .toList());
  }

  @Test
  void itIsPrintedAsTheInvitationAndTheCommands() {
    DiscordManifest manifest = manifest(Optional.empty());
    assertThat(manifest.text())
        .startsWith("https://discord.com/")
        .endsWith(manifest.commands() + "\n");
  }

  private DiscordManifest manifest(Optional<String> application) {
    return DiscordManifest.of(catalogue, new FileTexts(), application);
  }
}
