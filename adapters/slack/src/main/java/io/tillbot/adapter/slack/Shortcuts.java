package io.tillbot.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.response.Response;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.adapter.slack.Turns.Way;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * "Look up the invoice in this message", from a message's own menu. It is acknowledged at once, and
 * answered to the one who asked alone. <a
 * href="https://docs.slack.dev/interactivity/implementing-shortcuts">Shortcuts</a>
 */
final class Shortcuts {
  /** The manifest's {@code callback_id}. */
  static final String LOOKUP = "lookup_invoice";

  private final Bot bot;
  private final Turns turns;
  private final SlackHosts hosts;
  private final Executor threads;

  Shortcuts(Bot bot, Turns turns, SlackHosts hosts, Executor threads) {
    this.bot = bot;
    this.turns = turns;
    this.hosts = hosts;
    this.threads = threads;
  }

  /**
   * Starts the work and acknowledges.
   *
   * @throws IllegalArgumentException when the payload names nobody, or an address that is not
   *     Slack's
   */
  Response answer(MessageShortcutPayload payload) {
    Recipient to =
        new Recipient(
            caller(payload),
            Whereabouts.place(payload.getChannel().getId()),
            AnswerAddress.require(payload.getResponseUrl(), hosts)
                .in(payload.getMessage().getThreadTs()));
    Invocation invocation =
        new Invocation(
            to.caller(),
            to.place(),
            new Invocation.FoundIn(Objects.requireNonNullElse(payload.getMessage().getText(), "")));
    Optional<Step> step = Optional.of(new Step(invocation.input(), 0));
    Handover.begin(
            threads,
            () -> bot.takeUp(Arrivals.of(invocation, payload.getTriggerId(), to)),
            (received, handover) -> {
              handover.goesItsOwnWay();
              turns.serve(received, to, handover, _ -> new Way(step, Placing.NEW));
            })
        .awaitWriting();
    return Response.ok();
  }

  private static Caller caller(MessageShortcutPayload payload) {
    MessageShortcutPayload.@Nullable Enterprise enterprise = payload.getEnterprise();
    MessageShortcutPayload.@Nullable Team team = payload.getTeam();
    return Whereabouts.caller(
        enterprise != null ? enterprise.getId() : team == null ? null : team.getEnterpriseId(),
        team == null ? null : team.getId(),
        payload.getUser().getId());
  }
}
