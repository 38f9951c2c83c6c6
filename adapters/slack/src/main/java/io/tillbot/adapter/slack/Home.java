package io.tillbot.adapter.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.reply.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The app's own page, for each person their own: what {@code /billing overview} shows, anew when
 * they open it, and when they changed something. Opening it counts as that command. Where the
 * billing system is slow the page first shows what is known without it. Safe for many threads. <a
 * href="https://docs.slack.dev/surfaces/app-home">App Home</a>
 */
final class Home {
  /** Where somebody is who looks at it: nobody else sees it, and nobody has a role there. */
  static final Place PLACE = new Place(Place.Kind.DIRECT_MESSAGE, "home");

  /** Three seconds are promised, of which a call of Slack's takes its part. */
  static final Duration FIRST_LOOK = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Home.class);
  private static final String TAB = "home";
  private static final Step OVERVIEW = Step.line("/billing overview");
  private static final int READERS = 5_000;
  private static final Duration REMEMBERED = Duration.ofHours(24);

  /** Slack delivers an event again within a moment. */
  private static final Duration SAME = Duration.ofSeconds(2);

  /** So that ten changes in a row are one refresh at their end, and one at their beginning. */
  private static final Duration BETWEEN = Duration.ofSeconds(3);

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Bot bot;
  private final Desk desk;
  private final WebAnswers calls;
  private final Executor threads;
  private final Clock clock;
  private final Duration between;
  private final Cache<Caller, HomeTurns> readers;

  Home(Bot bot, Desk desk, WebAnswers calls, Executor threads, Clock clock) {
    this(bot, desk, calls, threads, clock, BETWEEN);
  }

  /**
   * @param between how long after a refresh the next one waits for more to happen
   */
  Home(Bot bot, Desk desk, WebAnswers calls, Executor threads, Clock clock, Duration between) {
    this.bot = bot;
    this.desk = desk;
    this.calls = calls;
    this.threads = threads;
    this.clock = clock;
    this.between = between;
    this.readers =
        Caffeine.newBuilder()
            .maximumSize(READERS)
            .expireAfterAccess(REMEMBERED)
            .ticker(new ClockTicker(clock))
            .executor(Runnable::run)
            .build();
  }

  /**
   * Somebody opened the app: shows them the page and acknowledges.
   *
   * @throws IllegalArgumentException when the event names nobody
   */
  Response opened(EventsApiPayload<AppHomeOpenedEvent> payload) {
    AppHomeOpenedEvent event = payload.getEvent();
    if (TAB.equals(event.getTab())) {
      Caller caller =
          Whereabouts.caller(payload.getEnterpriseId(), payload.getTeamId(), event.getUser());
      HomeTurns turns = readers.get(caller, _ -> new HomeTurns());
      if (turns.opens(clock.instant(), SAME)) {
        begin(() -> open(caller, turns));
      }
    }
    return Response.ok();
  }

  /** Somebody may have changed something: who has a page sees it anew, soon. Never throws. */
  void changed(Caller caller) {
    HomeTurns turns = readers.getIfPresent(caller);
    if (turns != null && turns.wantsRefresh()) {
      begin(() -> refresh(caller, turns));
    }
  }

  /**
   * A program that is about to end, or has too much to do, draws no pages, and answers all the
   * same.
   */
  private boolean begin(Runnable work) {
    try {
      threads.execute(work);
      return true;
    } catch (RejectedExecutionException busy) {
      LOG.debug("a page was not drawn");
      return false;
    }
  }

  /**
   * Shows another part of the page in its place.
   *
   * @return whether Slack took it
   */
  boolean replace(Caller caller, Message message) {
    HomeTurns turns = readers.get(caller, _ -> new HomeTurns());
    return publish(caller, turns, turns.next(), message);
  }

  private void open(Caller caller, HomeTurns turns) {
    long turn = turns.next();
    FutureTask<Answer> work = new FutureTask<>(() -> overview(caller));
    if (!begin(work)) {
      return;
    }
    Optional<Answer> atOnce = within(FIRST_LOOK, work);
    if (atOnce.isEmpty()) {
      bot.overviewBeforehand(caller, PLACE)
          .ifPresent(
              known -> publish(caller, turns, turn, card(caller, new Outcome.Answered(known))));
    }
    atOnce
        .or(() -> within(LONGEST, work))
        .ifPresent(answer -> publish(caller, turns, turn, card(caller, answer.outcome())));
  }

  private void refresh(Caller caller, HomeTurns turns) {
    try {
      turns.awaitRefresh(between);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return;
    }
    long turn = turns.next();
    Answer answer = overview(caller);
    // Somebody who gives too many commands keeps the page that they have.
    if (answer.use() == Answer.Use.SERVED) {
      publish(caller, turns, turn, card(caller, answer.outcome()));
    }
  }

  private Answer overview(Caller caller) {
    return bot.handle(new Invocation(caller, PLACE, OVERVIEW.input()));
  }

  private Message card(Caller caller, Outcome outcome) {
    return desk.guarded(caller, () -> desk.message(caller, outcome, Optional.of(OVERVIEW)));
  }

  private boolean publish(Caller caller, HomeTurns turns, long turn, Message message) {
    View view = View.builder().type(TAB).blocks(message.blocks()).build();
    return turns.inOrder(
        turn,
        () -> {
          Optional<String> trouble = calls.publish(caller, view);
          trouble.ifPresent(why -> LOG.warn("a page was not shown: {}", why));
          return trouble.isEmpty();
        });
  }

  private static Optional<Answer> within(Duration patience, FutureTask<Answer> work) {
    try {
      return Optional.of(work.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException bug) {
      LOG.error("a page could not be made", bug);
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
