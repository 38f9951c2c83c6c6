package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What ours and JDA's classes log as the program has them log, refusals included. */
class NoSecretsTest {
  @Test
  void noTokenAndNoTicketIsLogged() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    Level before = root.getLevel();
    root.setLevel(Level.INFO);
    root.addAppender(events);
    events.start();
    try (Stage stage = new Stage()) {
      FakeMessage card = stage.say("billing help", Map.of("command", "no such thing"));
      String button = card.buttons().values().iterator().next();
      Stage.answer(stage.discord.press(Person.EVE, card, button));
      Stage.answer(stage.discord.press(Person.ANN, card, button));
    } finally {
      root.detachAppender(events);
      root.setLevel(before);
    }
    List<String> lines =
        List.copyOf(events.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines).anyMatch(line -> line.contains("commands registered everywhere"));
    assertThat(lines)
        .noneMatch(line -> line.contains(FakeDiscord.TOKEN))
        .noneMatch(line -> line.contains("fake-interaction-token"))
        .noneMatch(line -> line.contains("fake-billing-token"))
        .noneMatch(line -> line.contains("ticket-of-a-test"));
  }
}
