package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Connections that break, sessions that end, by the real JDA. */
class ConnectionTest {
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final Stage stage = new Stage();
  private final Logger logger = (Logger) LoggerFactory.getLogger(ConnectionLog.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(logged);
    logger.setLevel(null);
    stage.closeAfterRefusals();
  }

  @Test
  void aConnectionThatIsCutIsResumedAndNothingIsLost() {
    stage.discord.cut();
    FakeInteraction meanwhile =
        stage.discord.slash(Person.ANN, Room.LOBBY, "billing help", Map.of());
    FakeMessage card =
        await().atMost(LONGEST).until(meanwhile::answer, Optional::isPresent).orElseThrow();
    assertThat(card.title()).isEqualTo("What you can do");
    assertThat(stage.discord.resumed()).isEqualTo(1);
    assertThat(stage.discord.identified()).isEqualTo(1);
    awaitLine("nothing was lost");
  }

  @Test
  void whereDiscordAsksForItTheSessionIsResumed() {
    stage.discord.askToReconnect();
    await().atMost(LONGEST).until(() -> stage.discord.resumed() == 1);
    assertThat(stage.say("billing help", Map.of()).title()).isEqualTo("What you can do");
  }

  @Test
  void anEndedSessionIsBegunAnew() {
    stage.discord.invalidateSession();
    await().atMost(LONGEST).until(() -> stage.discord.identified() == 2);
    await().atMost(LONGEST).until(stage.discord::isConnected);
    assertThat(stage.say("billing help", Map.of()).title()).isEqualTo("What you can do");
    awaitLine("a new session");
  }

  @Test
  void aConnectionThatGivesNoSignOfLifeIsLeftForAnother() {
    stage.discord.heartbeat(Duration.ofMillis(300));
    stage.discord.cut();
    await().atMost(LONGEST).until(() -> stage.discord.resumed() == 1);
    stage.discord.acknowledgeHeartbeats(false);
    await().atMost(LONGEST).until(() -> stage.discord.resumed() == 2);
    stage.discord.acknowledgeHeartbeats(true);
    await().atMost(LONGEST).until(stage.discord::isConnected);
    assertThat(stage.say("billing help", Map.of()).title()).isEqualTo("What you can do");
  }

  @Test
  void aTokenThatWasResetIsSaidSoWithHowToMendIt() {
    stage.discord.revokeToken();
    stage.discord.cut();
    awaitLine("for good (4004)");
    assertThat(lines()).anyMatch(line -> line.contains("discord.token"));
  }

  private void awaitLine(String words) {
    await().atMost(LONGEST).until(() -> lines().stream().anyMatch(line -> line.contains(words)));
  }

  private List<String> lines() {
    return List.copyOf(logged.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
