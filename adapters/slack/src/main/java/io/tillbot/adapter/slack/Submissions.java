package io.tillbot.adapter.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import io.tillbot.adapter.slack.AnswerAddress.InView;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.adapter.slack.Turns.Way;
import io.tillbot.core.Bot;
import io.tillbot.core.FormAnswers;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.reply.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Answered forms. What is wrong in itself is said in the form, below the answer; everything else
 * takes the form's place, at once or when it is there. <a
 * href="https://docs.slack.dev/surfaces/modals#interactions">Modals</a>
 */
final class Submissions {
  private final Bot bot;
  private final Turns turns;
  private final Modals modals;
  private final Executor threads;
  private final Duration patience;

  Submissions(Bot bot, Turns turns, Modals modals, Duration patience, Executor threads) {
    this.bot = bot;
    this.turns = turns;
    this.modals = modals;
    this.patience = patience;
    this.threads = threads;
  }

  /**
   * Starts the work and acknowledges.
   *
   * @throws IllegalArgumentException when the payload is of no form of ours
   */
  Response answer(ViewSubmissionPayload payload, ViewSubmissionContext context) {
    View view = payload.getView();
    Map<String, String> answers = FormBlocks.answers(view.getState());
    FormMemo memo = FormMemo.of(view.getPrivateMetadata()).with(answers);
    if (!memo.hasForm()) {
      throw new IllegalArgumentException("not a form of ours");
    }
    Caller caller = caller(payload);
    Place place = Whereabouts.place(memo.channel());
    FormAnswers filledIn = new FormAnswers(caller, place, memo.command(), memo.given(), answers);
    Map<String, Text> problems = bot.check(filledIn);
    return problems.isEmpty()
        ? goOn(filledIn, payload, new InView(view.getId(), Optional.empty(), memo), context)
        : context.ackWithErrors(words(problems, memo));
  }

  private Response goOn(
      FormAnswers filledIn,
      ViewSubmissionPayload payload,
      InView view,
      ViewSubmissionContext context) {
    Recipient to = new Recipient(filledIn.caller(), filledIn.place(), view);
    Handover handover =
        Handover.beginForm(
            threads,
            () -> bot.takeUp(Arrivals.of(filledIn, payload.getTriggerId(), to)),
            (received, own) ->
                turns.serve(received, to, own, _ -> new Way(Optional.empty(), Placing.IN_PLACE)));
    Optional<Message> message = handover.within(patience);
    if (handover.isRepeated()) {
      return context.ack();
    }
    return context.ackWithUpdate(
        message
            .map(there -> modals.view(there, view.memo()))
            .orElseGet(() -> modals.loading(view.memo())));
  }

  private Map<String, String> words(Map<String, Text> problems, FormMemo memo) {
    Map<String, String> words = new HashMap<>();
    problems.forEach((name, problem) -> words.put(name, modals.error(problem, memo)));
    return words;
  }

  private static Caller caller(ViewSubmissionPayload payload) {
    ViewSubmissionPayload.@Nullable Enterprise enterprise = payload.getEnterprise();
    ViewSubmissionPayload.@Nullable Team team = payload.getTeam();
    return Whereabouts.caller(
        enterprise != null ? enterprise.getId() : team == null ? null : team.getEnterpriseId(),
        team == null ? payload.getUser().getTeamId() : team.getId(),
        payload.getUser().getId());
  }
}
