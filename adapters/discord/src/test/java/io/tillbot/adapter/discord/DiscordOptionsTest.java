package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillbot.core.access.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordOptionsTest {
  private final DiscordOptions options = DiscordOptions.of(Secret.of("fake-discord-token"));

  @Test
  void withoutMoreTheyMeanDiscordItselfAndEveryServer() {
    assertThat(options.api()).isEmpty();
    assertThat(options.gateway()).isEmpty();
    assertThat(options.guilds()).isEmpty();
  }

  @Test
  void theyPrintNoToken() {
    assertThat(options.toString()).doesNotContain("fake-discord-token");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080/api/v10/, ws://127.0.0.1:8080/gateway",
    "http://localhost:1/api/v10/, ws://localhost:1/gateway",
    "https://discord.example/api/v10/, wss://discord.example/gateway"
  })
  void anAddressIsSecureOrOnThisMachine(URI api, URI gateway) {
    assertThat(options.at(api, gateway).api()).contains(api);
  }

  @ParameterizedTest
  @CsvSource({
    "http://discord.example/api/v10/, wss://discord.example/gateway",
    "https://discord.example/api/v10/, ws://discord.example/gateway",
    "http://127.0.0.1.evil.example/api/v10/, wss://discord.example/gateway",
    "http://127.0.0.1:8080/api/v10, ws://127.0.0.1:8080/gateway",
    "ftp://127.0.0.1/api/v10/, ws://127.0.0.1/gateway",
    "/api/v10/, ws://127.0.0.1/gateway"
  })
  void anyOtherAddressIsRefused(URI api, URI gateway) {
    assertThatIllegalArgumentException().isThrownBy(() -> options.at(api, gateway));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my-server", "-1", "01", "99999999999999999999"})
  void aServerIsNamedByItsId(String guild) {
    assertThatIllegalArgumentException().isThrownBy(() -> options.inGuilds(List.of(guild)));
  }

  @Test
  void noPatienceAtAllIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> options.patient(Duration.ZERO));
  }
}
