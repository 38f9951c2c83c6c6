package io.tillbot.adapter.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.response.Response;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.adapter.slack.Turns.Way;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Received;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Slash commands. The acknowledgement is the answer when that is there at once; else it is empty,
 * which leaves what was typed to its author alone, and the answer follows. A command that asks
 * opens a form, where Slack lets it. What Slack delivers once more is acknowledged, and nothing
 * else. <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">Slash
 * commands</a>
 */
final class Commands {
  private static final String JSON = Response.CONTENT_TYPE_APPLICATION_JSON_UTF8;

  private final Bot bot;
  private final Turns turns;
  private final FormDoor forms;
  private final SlackHosts hosts;
  private final CommandNames names;
  private final Duration patience;
  private final Executor threads;

  Commands(Bot bot, Turns turns, FormDoor forms, SlackOptions options, Executor threads) {
    this.bot = bot;
    this.turns = turns;
    this.forms = forms;
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
    Recipient to =
        new Recipient(
            caller,
            Whereabouts.place(payload.getChannelId()),
            AnswerAddress.require(payload.getResponseUrl(), hosts));
    Invocation.Line line =
        new Invocation.Line(
            names.line(payload.getCommand(), Objects.requireNonNullElse(payload.getText(), "")));
    Invocation invocation = new Invocation(caller, to.place(), line);
    String trigger = payload.getTriggerId();
    return Handover.begin(
            threads,
            () -> bot.takeUp(Arrivals.of(invocation, trigger, to)),
            (received, handover) -> serve(received, invocation, to, trigger, handover))
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

  private void serve(
      Received received,
      Invocation invocation,
      Recipient to,
      @Nullable String trigger,
      Handover handover) {
    Step step = new Step(invocation.input(), 0);
    Recipient where = to;
    if (forms.isFor(invocation.input())) {
      handover.goesItsOwnWay();
      where = forms.open(to, trigger);
    }
    turns.serve(received, where, handover, _ -> new Way(Optional.of(step), Placing.NEW));
  }
}
