package io.tillbot.adapter.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.response.Response;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Delivered;
import io.tillbot.core.Invocation;
import io.tillbot.core.Received;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Slash commands. The acknowledgement is the answer when that is there at once; else it is empty,
 * which leaves what was typed to its author alone, and the answer follows. What Slack delivers once
 * more is acknowledged, and nothing else. <a
 * href="https://docs.slack.dev/interactivity/implementing-slash-commands">Slash commands</a>
 */
final class Commands {
  private static final String JSON = Response.CONTENT_TYPE_APPLICATION_JSON_UTF8;

  private final Bot bot;
  private final Desk desk;
  private final LateAnswers late;
  private final Surroundings surroundings;
  private final SlackHosts hosts;
  private final CommandNames names;
  private final Duration patience;
  private final Executor threads;

  Commands(
      Bot bot,
      Desk desk,
      LateAnswers late,
      Surroundings surroundings,
      SlackOptions options,
      Executor threads) {
    this.bot = bot;
    this.desk = desk;
    this.late = late;
    this.surroundings = surroundings;
    this.hosts = new SlackHosts(options.apiUrl());
    this.names = options.names();
    this.patience = options.patience();
    this.threads = threads;
  }

  /**
   * Starts the work and acknowledges.
   *
   * @throws IllegalArgumentException when the payload names nobody, or an address that is not
   *     Slack's
   */
  Response answer(SlashCommandPayload payload) {
    Caller caller =
        Whereabouts.caller(payload.getEnterpriseId(), payload.getTeamId(), payload.getUserId());
    AnswerAddress address = AnswerAddress.require(payload.getResponseUrl(), hosts);
    Invocation.Line line =
        new Invocation.Line(
            names.line(payload.getCommand(), Objects.requireNonNullElse(payload.getText(), "")));
    Invocation invocation = new Invocation(caller, Whereabouts.place(payload.getChannelId()), line);
    Delivered delivered = Arrivals.of(invocation, payload.getTriggerId(), address);
    return Handover.begin(
            threads,
            () -> bot.takeUp(delivered),
            (received, handover) -> answer(received, invocation, address, handover))
        .within(patience)
        .map(
            message ->
                Response.builder()
                    .statusCode(200)
                    .contentType(JSON)
                    .body(message.json(Placing.NEW))
                    .build())
        .orElseGet(Response::ok);
  }

  private void answer(
      Received received, Invocation invocation, AnswerAddress address, Handover handover) {
    Caller caller = invocation.caller();
    Optional<Step> step = Optional.of(new Step(invocation.input(), 0));
    Message message =
        desk.guarded(caller, () -> desk.message(caller, answer(received, caller).outcome(), step));
    if (handover.takes(message) || late.send(address, message, Placing.NEW)) {
      received.answered();
    }
  }

  private Answer answer(Received received, Caller caller) {
    return received.answer(place -> surroundings.seen(caller, place)).answer();
  }
}
