package io.tillbot.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import io.tillbot.adapter.slack.AnswerAddress.Direct;
import io.tillbot.adapter.slack.AnswerAddress.InView;
import io.tillbot.adapter.slack.AnswerAddress.ResponseUrl;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.adapter.slack.Turns.Way;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Message;
import io.tillbot.core.Press;
import io.tillbot.core.Pressed;
import io.tillbot.core.Received;
import io.tillbot.core.Stepped;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Presses of buttons. They are acknowledged at once, and answered by the address that came with
 * them, since Slack ignores what an acknowledgement says; in a view by changing that. A
 * confirmation that was used is replaced by what became of it; a press that has no effect changes
 * nothing on the message and is answered to the presser alone. <a
 * href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload">Payload</a>
 */
final class Presses {
  /** The type of a view that is a form, or what took its place. */
  private static final String MODAL = "modal";

  private final Bot bot;
  private final Turns turns;
  private final FormDoor forms;
  private final SlackHosts hosts;
  private final Executor threads;

  Presses(Bot bot, Turns turns, FormDoor forms, SlackHosts hosts, Executor threads) {
    this.bot = bot;
    this.turns = turns;
    this.forms = forms;
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
      Recipient to = recipient(payload);
      start(kind, message(kind, action, to), to, payload.getTriggerId()).awaitWriting();
    }
    return Response.ok();
  }

  private Handover start(ButtonKind kind, Message message, Recipient to, @Nullable String trigger) {
    return Handover.begin(
        threads,
        () -> bot.takeUp(Arrivals.of(message, trigger, to)),
        (received, handover) -> {
          handover.goesItsOwnWay();
          serve(kind, received, to, trigger, handover);
        });
  }

  private void serve(
      ButtonKind kind,
      Received received,
      Recipient to,
      @Nullable String trigger,
      Handover handover) {
    boolean opensView = kind == ButtonKind.FORM && !(to.address() instanceof InView);
    Recipient where = opensView ? forms.open(to, trigger) : to;
    turns.serve(
        received, where, handover, stepped -> new Way(stepped.step(), placing(kind, stepped)));
  }

  private static Placing placing(ButtonKind kind, Stepped stepped) {
    Answer answer = stepped.answer();
    boolean isServed = answer.use() == Answer.Use.SERVED;
    return switch (kind) {
      case PAGE, CONFIRM, STOP -> isServed ? Placing.IN_PLACE : Placing.NEW;
      case SHARE ->
          isServed && answer.outcome() instanceof Outcome.Answered ? Placing.FOR_ALL : Placing.NEW;
      case RUN, FORM, BACK, OPEN -> Placing.NEW;
    };
  }

  /** What a press asks for. */
  private static Message message(ButtonKind kind, BlockActionPayload.Action action, Recipient to) {
    return switch (kind) {
      case RUN, PAGE, FORM -> pressed(Pressed.Kind.STEP, action, to);
      case CONFIRM -> pressed(Pressed.Kind.CONFIRM, action, to);
      case STOP -> pressed(Pressed.Kind.STOP, action, to);
      case SHARE -> pressed(Pressed.Kind.SHARE, action, to);
      case BACK -> back(to);
      case OPEN -> throw new IllegalArgumentException("a browser opens it");
    };
  }

  private static Message pressed(
      Pressed.Kind kind, BlockActionPayload.Action action, Recipient to) {
    String ticket = action.getValue() == null ? "" : action.getValue();
    return new Pressed(kind, new Press(to.caller(), to.place(), new TicketId(ticket)));
  }

  /** The form is asked for anew, so that it knows what has changed since. */
  private static Message back(Recipient to) {
    if (to.address() instanceof InView view && view.memo().hasForm()) {
      FormMemo memo = view.memo();
      return new Invocation(
          to.caller(), to.place(), new Invocation.Named(memo.command(), memo.given()));
    }
    throw new IllegalArgumentException("there is no form to go back to");
  }

  /** The presser, who need not be the one to whom the message was sent. */
  private Recipient recipient(BlockActionPayload payload) {
    BlockActionPayload.@Nullable Channel channel = payload.getChannel();
    @Nullable View view = payload.getView();
    Caller caller = caller(payload);
    if (view != null && MODAL.equals(view.getType())) {
      FormMemo memo = FormMemo.of(view.getPrivateMetadata());
      return new Recipient(
          caller,
          Whereabouts.place(memo.channel()),
          new InView(view.getId(), Optional.ofNullable(view.getHash()), memo));
    }
    if (view != null) {
      return new Recipient(caller, Home.PLACE, new Direct());
    }
    return new Recipient(
        caller, Whereabouts.place(channel == null ? null : channel.getId()), address(payload));
  }

  private ResponseUrl address(BlockActionPayload payload) {
    BlockActionPayload.@Nullable Container container = payload.getContainer();
    return AnswerAddress.require(payload.getResponseUrl(), hosts)
        .in(container == null ? null : container.getThreadTs());
  }

  private static Caller caller(BlockActionPayload payload) {
    BlockActionPayload.@Nullable Enterprise enterprise = payload.getEnterprise();
    BlockActionPayload.@Nullable Team team = payload.getTeam();
    String organisation =
        enterprise != null ? enterprise.getId() : team == null ? null : team.getEnterpriseId();
    String workspace = team == null ? payload.getUser().getTeamId() : team.getId();
    return Whereabouts.caller(organisation, workspace, payload.getUser().getId());
  }
}
