package io.tillbot.adapter.slack;

import io.tillbot.adapter.slack.LateAnswers.Told;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.delivery.Destination;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;

/** Answers people in Slack whom another process, or this one in another life, left waiting. */
final class SlackMessenger implements Messenger {
  private final Desk desk;
  private final LateAnswers late;
  private final Surroundings surroundings;
  private final SlackHosts hosts;

  SlackMessenger(Desk desk, LateAnswers late, Surroundings surroundings, SlackHosts hosts) {
    this.desk = desk;
    this.late = late;
    this.surroundings = surroundings;
    this.hosts = hosts;
  }

  @Override
  public Place seen(Caller caller, Place told) {
    return surroundings.seen(caller, told);
  }

  @Override
  public void post(Destination destination, Outcome outcome, Standing standing) {
    Recipient recipient = Arrivals.recipient(destination, hosts);
    Message message =
        desk.guarded(
            recipient.caller(), () -> desk.message(recipient.caller(), outcome, Optional.empty()));
    Placing placing =
        switch (standing) {
          case IN_PLACE -> Placing.IN_PLACE;
          case BESIDE -> Placing.NEW;
        };
    Told told = late.send(recipient, message, placing);
    if (told == Told.NOT) {
      throw new IllegalStateException("Slack did not take the answer");
    }
    if (told == Told.THERE && message.next() instanceof Message.Next.Rest) {
      late.keep(recipient.caller(), message);
    }
  }
}
