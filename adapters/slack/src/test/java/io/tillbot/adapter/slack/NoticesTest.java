package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and channels are told what nobody there has just asked for. */
class NoticesTest {
  private static final Caller ANN = new Caller(Platform.SLACK, "T1", SlackBot.ANN);
  private static final Workspace TEAM = new Workspace(Platform.SLACK, "T1");
  private static final String OURS = "C2";

  private final SlackBot bot = SlackBot.patient();

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void aPersonIsToldInTheDirectMessage() {
    assertThat(bot.app().notices().tell(ANN, card())).isTrue();
    Seen told = bot.slack().awaitMessage(1);
    assertThat(told.channel()).isEqualTo(bot.ann().direct());
    assertThat(told.isEphemeral()).isFalse();
    bot.ann().presses(told, told.labels().getFirst());
    assertThat(bot.slack().awaitMessage(2).text()).contains("help.title");
  }

  @Test
  void aChannelIsToldAndItsButtonsServeWhoeverPressesThem() {
    assertThat(bot.app().notices().announce(TEAM, OURS, card())).isTrue();
    Seen told = bot.slack().awaitMessage(1);
    assertThat(told.channel()).isEqualTo(OURS);
    bot.person(SlackBot.EVE).presses(told, told.labels().getFirst());
    Seen help = bot.slack().awaitMessage(2);
    assertThat(help.text()).contains("help.title");
    assertThat(help.user()).isEqualTo(SlackBot.EVE);
    assertThat(bot.slack().seen().getFirst()).isEqualTo(told);
  }

  @Test
  void whereTheAppIsNotNobodyIsTold() {
    assertThat(bot.app().notices().announce(TEAM, "C1", card())).isFalse();
    bot.slack().api().revoke("chat:write");
    assertThat(bot.app().notices().tell(ANN, card())).isFalse();
    assertThat(bot.slack().seen()).isEmpty();
  }

  private static Outcome card() {
    return new Outcome.Answered(
        Reply.card(Cards.text("News")).run(Cards.text("Help"), "/billing help").build());
  }
}
