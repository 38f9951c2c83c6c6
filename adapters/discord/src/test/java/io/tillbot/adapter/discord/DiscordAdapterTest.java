package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.support.TestBot;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscordAdapterTest {
  private static final String WRONG_TOKEN = "wrong-discord-token";

  @Test
  void aTokenThatDiscordDoesNotAcceptIsSaidSoWithoutIt() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      DiscordOptions options =
          DiscordOptions.of(Secret.of(WRONG_TOKEN)).at(discord.api(), discord.gateway());
      assertThatExceptionOfType(DiscordException.class)
          .isThrownBy(() -> start(options))
          .withMessage("Discord does not accept the bot's token")
          .extracting(thrown -> String.valueOf(thrown.getCause()))
          .asString()
          .doesNotContain(WRONG_TOKEN);
    }
  }

  @Test
  void aGatewayThatDoesNotAnswerEndsTheStart() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      DiscordOptions options =
          Stage.options(discord)
              .at(discord.api(), URI.create(discord.gateway() + "/nowhere"))
              .patient(Duration.ofMillis(300));
      assertThatExceptionOfType(DiscordException.class)
          .isThrownBy(() -> start(options))
          .withMessageContaining("not ready");
    }
  }

  private static void start(DiscordOptions options) {
    TestBot bot = TestBot.linked();
    DiscordAdapter.start(options, bot.bot(), bot.catalogue().registry(), new FileTexts()).close();
  }

  @Test
  void itAsksToHearOfNothingButServers() {
    try (Stage stage = new Stage()) {
      assertThat(stage.discord.intents()).isEqualTo(1);
    }
  }

  @Test
  void closingLetsARunningCommandFinishAndTakesNoOther() {
    try (Stage stage = new Stage()) {
      stage.billing.gives(
          ReadRequest.GetInvoice.class,
          Samples.invoice(InvoiceStatus.PAID, null, Samples.eur("1.00"), Samples.eur("0.00")));
      stage.gate.shut();
      FakeInteraction running =
          stage.discord.slash(
              Person.ANN, Room.LOBBY, "invoice", Map.of("id", "123", "no-pdf", true));
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> running.kind().equals(Optional.of(FakeInteraction.Kind.DEFERRED_MESSAGE)));
      Thread closing = Thread.ofVirtual().start(stage::stop);
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> closing.getState() != Thread.State.RUNNABLE);
      FakeInteraction late = stage.discord.slash(Person.ANN, Room.LOBBY, "billing help", Map.of());

      stage.gate.open();
      FakeMessage card = Stage.answer(running);
      assertThat(card.title()).isEqualTo("Invoice 123");
      await().atMost(Duration.ofSeconds(10)).until(() -> !closing.isAlive());
      assertThat(late.kind()).isEmpty();
      assertThat(stage.discord.isConnected()).isFalse();
    }
  }
}
