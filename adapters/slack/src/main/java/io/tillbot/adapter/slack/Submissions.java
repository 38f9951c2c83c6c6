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
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
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
  private final Texts texts;
  private final Function<Caller, Locale> language;
  private final SlackOptions options;
  private final Executor threads;
  private final Duration patience;

  Submissions(
      Bot bot,
      Turns turns,
      Modals modals,
      Texts texts,
      Function<Caller, Locale> language,
      SlackOptions options,
      Executor threads) {
    this.bot = bot;
    this.turns = turns;
    this.modals = modals;
    this.texts = texts;
    this.language = language;
    this.options = options;
    this.threads = threads;
    this.patience = options.patience();
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
        : context.ackWithErrors(words(caller, problems));
  }

  private Response goOn(
      FormAnswers filledIn,
      ViewSubmissionPayload payload,
      InView view,
      ViewSubmissionContext context) {
    Caller caller = filledIn.caller();
    Recipient to = new Recipient(caller, filledIn.place(), view);
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
            .map(there -> modals.view(caller, there, view.memo()))
            .orElseGet(() -> modals.loading(caller, view.memo())));
  }

  private Map<String, String> words(Caller caller, Map<String, Text> problems) {
    Written written = new Written(texts, options.names(), language.apply(caller));
    Map<String, String> words = new HashMap<>();
    problems.forEach(
        (name, problem) -> words.put(name, Limits.cut(written.of(problem), Limits.INPUT_ERROR)));
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
