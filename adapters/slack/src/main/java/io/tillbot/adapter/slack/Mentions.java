package io.tillbot.adapter.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import io.tillbot.adapter.slack.AnswerAddress.InChannel;
import io.tillbot.adapter.slack.Message.Placing;
import io.tillbot.adapter.slack.Turns.Way;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code @Tillbot invoice 123}, for threads, where slash commands do not work. It is acknowledged
 * at once and answered in the same place, to its author alone. <a
 * href="https://docs.slack.dev/reference/events/app_mention">app_mention</a>
 */
final class Mentions {
  private static final String HELP = "/billing help";
  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");

  private final Bot bot;
  private final Turns turns;
  private final Executor threads;

  Mentions(Bot bot, Turns turns, Executor threads) {
    this.bot = bot;
    this.turns = turns;
    this.threads = threads;
  }

  /**
   * Starts the work and acknowledges. What another bot says, and what was edited later, is nobody's
   * question.
   *
   * @throws IllegalArgumentException when the event names nobody
   */
  Response answer(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    if (isAPersonsOwn(event)) {
      start(payload, event);
    }
    return Response.ok();
  }

  private static boolean isAPersonsOwn(AppMentionEvent event) {
    return event.getUser() != null
        && event.getBotId() == null
        && event.getSubtype() == null
        && event.getEdited() == null;
  }

  private void start(EventsApiPayload<AppMentionEvent> payload, AppMentionEvent event) {
    Recipient to =
        new Recipient(
            Whereabouts.caller(payload.getEnterpriseId(), payload.getTeamId(), event.getUser()),
            Whereabouts.place(event.getChannel()),
            new InChannel(event.getChannel(), Optional.ofNullable(event.getThreadTs())));
    String text = Objects.requireNonNullElse(event.getText(), "");
    Invocation invocation =
        new Invocation(
            to.caller(), to.place(), new Invocation.Line(line(text, ourselves(payload))));
    Optional<Step> step = Optional.of(new Step(invocation.input(), 0));
    Handover.begin(
            threads,
            () -> bot.takeUp(Arrivals.of(invocation, payload.getEventId(), to)),
            (received, handover) -> {
              handover.goesItsOwnWay();
              turns.serve(received, to, handover, _ -> new Way(step, Placing.NEW));
            })
        .awaitWriting();
  }

  private static Optional<String> ourselves(EventsApiPayload<AppMentionEvent> payload) {
    return Optional.ofNullable(payload.getAuthorizations()).stream()
        .flatMap(List::stream)
        .map(Authorization::getUserId)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /**
   * What is asked: what follows the mention, or, where nothing does, what stands before it.
   *
   * @param app the app's own user; where that is not told, the first who is mentioned
   */
  static String line(String text, Optional<String> app) {
    Matcher mention = MENTION.matcher(text);
    while (mention.find()) {
      if (app.isEmpty() || app.get().equals(mention.group(1))) {
        String after = text.substring(mention.end()).strip();
        String before = text.substring(0, mention.start()).strip();
        return after.isEmpty() ? (before.isEmpty() ? HELP : before) : after;
      }
    }
    return text.isBlank() ? HELP : text.strip();
  }
}
