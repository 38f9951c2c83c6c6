package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the real JDA lets us see. */
class SenderTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private final BlockingQueue<Sender> seen = new LinkedBlockingQueue<>();
  private JDA jda;

  @BeforeEach
  void listen() throws InterruptedException {
    jda =
        JDABuilder.createLight(FakeDiscord.TOKEN, EnumSet.noneOf(GatewayIntent.class))
            .setRestConfig(new RestConfig().setBaseUrl(discord.api().toString()))
            .setSessionController(new RedirectedGateway(discord.gateway()))
            .setCompression(Compression.NONE)
            .addEventListeners(
                new ListenerAdapter() {
                  @Override
                  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
                    seen.add(Sender.of(event));
                  }
                })
            .build()
            .awaitReady();
    jda.updateCommands().addCommands(Commands.slash("credit", "Shows the credit")).complete();
  }

  @AfterEach
  void stop() throws InterruptedException {
    jda.shutdown();
    assertThat(jda.awaitShutdown(5, TimeUnit.SECONDS)).isTrue();
    discord.close();
  }

  @Test
  void aCallerIsTheUserAloneWhateverTheServer() throws InterruptedException {
    Caller ann = new Caller(Platform.DISCORD, null, Person.ANN.id());
    assertThat(sender(Person.ANN, Room.LOBBY).caller()).isEqualTo(ann);
    assertThat(sender(Person.ANN, Room.DIRECT).caller()).isEqualTo(ann);
  }

  @ParameterizedTest
  @CsvSource({
    "LOBBY, PUBLIC_CHANNEL",
    "BACK_OFFICE, PRIVATE_CHANNEL",
    "DIRECT, DIRECT_MESSAGE",
    "THREAD, PUBLIC_CHANNEL",
    "POST, PUBLIC_CHANNEL",
    "TICKET, PRIVATE_CHANNEL",
    "OFFICE_THREAD, PRIVATE_CHANNEL",
    "READ_ONLY, PUBLIC_CHANNEL",
    "HIDDEN, PUBLIC_CHANNEL"
  })
  void aChannelIsPrivateWhereNotEverybodySeesIt(Room room, Place.Kind kind)
      throws InterruptedException {
    assertThat(sender(Person.ANN, room).place()).isEqualTo(new Place(kind, room.id()));
  }

  @Test
  void rolesAreThoseOfTheServerAndNobodyHasAnyInDirectMessages() throws InterruptedException {
    assertThat(sender(Person.SAM, Room.LOBBY).place().roles()).containsExactly(Person.STAFF_ROLE);
    assertThat(sender(Person.ANN, Room.LOBBY).place().roles()).isEmpty();
    assertThat(sender(Person.SAM, Room.DIRECT).place().roles()).isEmpty();
  }

  @Test
  void onlyInTheirOwnConversationAnAnswerStays() throws InterruptedException {
    assertThat(sender(Person.ANN, Room.DIRECT).privacy()).isEqualTo(Exchange.Privacy.LASTING);
    assertThat(sender(Person.ANN, Room.TICKET).privacy()).isEqualTo(Exchange.Privacy.EPHEMERAL);
  }

  @Test
  void theLanguageIsThatOfThePersonsClient() throws InterruptedException {
    assertThat(sender(Person.OLGA, Room.LOBBY).locale()).isEqualTo(Locale.of("ru"));
    assertThat(sender(Person.EVE, Room.LOBBY).locale()).isEqualTo(Locale.ENGLISH);
  }

  private Sender sender(Person person, Room room) throws InterruptedException {
    discord.slash(person, room, "credit", Map.of());
    Sender sender = seen.poll(10, TimeUnit.SECONDS);
    assertThat(sender).isNotNull();
    return sender;
  }
}
