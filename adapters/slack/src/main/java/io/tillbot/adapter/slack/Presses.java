package io.tillbot.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.response.Response;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Delivered;
import io.tillbot.core.Press;
import io.tillbot.core.Pressed;
import io.tillbot.core.Received;
import io.tillbot.core.Stepped;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.TicketId;
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
  private final Surroundings surroundings;
  private final SlackHosts hosts;
  private final Executor threads;

  Presses(
      Bot bot,
      Desk desk,
      LateAnswers late,
      Surroundings surroundings,
      SlackHosts hosts,
      Executor threads) {
    this.bot = bot;
    this.desk = desk;
    this.late = late;
    this.surroundings = surroundings;
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
      start(kind, press(payload, action), payload).awaitWriting();
    }
    return Response.ok();
  }

  private Handover start(ButtonKind kind, Press press, BlockActionPayload payload) {
    AnswerAddress address = AnswerAddress.require(payload.getResponseUrl(), hosts);
    Delivered delivered =
        Arrivals.of(new Pressed(meaning(kind), press), payload.getTriggerId(), address);
    return Handover.begin(
        threads,
        () -> bot.takeUp(delivered),
        (received, _) -> answer(kind, press.caller(), received, address));
  }

  private static Pressed.Kind meaning(ButtonKind kind) {
    return switch (kind) {
      case RUN, PAGE -> Pressed.Kind.STEP;
      case CONFIRM -> Pressed.Kind.CONFIRM;
      case STOP -> Pressed.Kind.STOP;
      case OPEN -> throw new IllegalArgumentException("a browser opens it");
    };
  }

  private void answer(ButtonKind kind, Caller caller, Received received, AnswerAddress address) {
    AtomicReference<Placing> placing = new AtomicReference<>(Placing.NEW);
    Message message =
        desk.guarded(
            caller,
            () -> {
              Stepped stepped = received.answer(place -> surroundings.seen(caller, place));
              Answer answer = stepped.answer();
              if (kind != ButtonKind.RUN && answer.use() == Answer.Use.SERVED) {
                placing.set(Placing.IN_PLACE);
              }
              return desk.message(caller, answer.outcome(), stepped.step());
            });
    if (late.send(address, message, placing.get())) {
      received.answered();
    }
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
