package io.tillbot.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.response.Response;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Press;
import io.tillbot.core.Step;
import io.tillbot.core.Stepped;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.TicketId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Presses of buttons. They are acknowledged at once, and answered by the address that came with
 * them, since Slack ignores what an acknowledgement says. A confirmation that was used is replaced
 * by what became of it; a press that has no effect changes nothing on the message and is answered
 * to the presser alone. <a
 * href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload">Payload</a>
 */
final class Presses {
  private final Bot bot;
  private final Desk desk;
  private final LateAnswers late;
  private final SlackHosts hosts;
  private final Executor threads;

  Presses(Bot bot, Desk desk, LateAnswers late, SlackHosts hosts, Executor threads) {
    this.bot = bot;
    this.desk = desk;
    this.late = late;
    this.hosts = hosts;
    this.threads = threads;
  }

  /**
   * Starts the work and acknowledges.
   *
   * @throws IllegalArgumentException when the payload is of no button of ours
   */
  Response answer(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().getFirst();
    ButtonKind kind =
        ButtonKind.of(action.getActionId())
            .orElseThrow(() -> new IllegalArgumentException("not a button of ours"));
    if (kind != ButtonKind.OPEN) {
      start(kind, press(payload, action), address(payload));
    }
    return Response.ok();
  }

  private void start(ButtonKind kind, Press press, AnswerAddress address) {
    threads.execute(
        () -> {
          AtomicReference<Placing> placing = new AtomicReference<>(Placing.NEW);
          Message message = desk.guarded(press.caller(), () -> made(kind, press, placing));
          late.send(address, message, placing.get());
        });
  }

  private Message made(ButtonKind kind, Press press, AtomicReference<Placing> placing) {
    Pressed pressed = pressed(kind, press);
    if (kind != ButtonKind.RUN && pressed.answer().use() == Answer.Use.SERVED) {
      placing.set(Placing.IN_PLACE);
    }
    return desk.message(press.caller(), pressed.answer().outcome(), pressed.step());
  }

  /** What came of a press, and what could show another page of it. */
  private record Pressed(Answer answer, Optional<Step> step) {}

  private Pressed pressed(ButtonKind kind, Press press) {
    return switch (kind) {
      case RUN, PAGE -> {
        Stepped stepped = bot.step(press);
        yield new Pressed(stepped.answer(), stepped.step());
      }
      case CONFIRM -> new Pressed(bot.confirm(press), Optional.empty());
      case STOP -> new Pressed(bot.stop(press), Optional.empty());
      case OPEN -> throw new IllegalStateException("a browser opens it");
    };
  }

  private AnswerAddress address(BlockActionPayload payload) {
    return AnswerAddress.of(payload.getResponseUrl(), hosts)
        .orElseThrow(() -> new IllegalArgumentException("an answer's address is not Slack's"));
  }

  private static Press press(BlockActionPayload payload, BlockActionPayload.Action action) {
    String ticket = action.getValue() == null ? "" : action.getValue();
    return new Press(caller(payload), place(payload), new TicketId(ticket));
  }

  /** The presser, who need not be the one to whom the message was sent. */
  private static Caller caller(BlockActionPayload payload) {
    BlockActionPayload.@Nullable Enterprise enterprise = payload.getEnterprise();
    BlockActionPayload.@Nullable Team team = payload.getTeam();
    String organisation =
        enterprise != null ? enterprise.getId() : team == null ? null : team.getEnterpriseId();
    String workspace = team == null ? payload.getUser().getTeamId() : team.getId();
    return Whereabouts.caller(organisation, workspace, payload.getUser().getId());
  }

  private static Place place(BlockActionPayload payload) {
    BlockActionPayload.@Nullable Channel channel = payload.getChannel();
    return Whereabouts.place(channel == null ? null : channel.getId());
  }
}
