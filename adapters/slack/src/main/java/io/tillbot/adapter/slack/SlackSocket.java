package io.tillbot.adapter.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: a WebSocket that this program opens to Slack, so that Slack need not reach it. What
 * comes through it is answered as what is posted to {@link SlackApp#handle}; the acknowledgement
 * takes the answer with it where it may. When Slack says that it will end the connection, the next
 * one is opened first; one that is lost is replaced at once, then after longer and longer pauses;
 * an acknowledgement that finds no connection waits for the next.
 */
public final class SlackSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

  /** Slack's. */
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(3);

  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final SlackApp app;
  private final SocketDoor door;
  private final InFlight threads;
  private final SocketPace pace;
  private final SocketLinks links = new SocketLinks();
  private final SameAgain answers = new SameAgain();
  private final AtomicInteger unacknowledged = new AtomicInteger();
  private final Thread keeper;
  private volatile boolean isGreeted;

  SlackSocket(SlackApp app, SocketDoor door, InFlight threads, SocketPace pace) {
    this.app = app;
    this.door = door;
    this.threads = threads;
    this.pace = pace;
    this.keeper = Thread.ofVirtual().name("slack-socket").start(this::keep);
  }

  /** Keeps a connection until the end. */
  private void keep() {
    int failures = 0;
    try {
      while (!links.isEnding()) {
        isGreeted = false;
        Duration pause = connected(failures);
        if (pause.isZero()) {
          awaitNeed();
          failures = isGreeted ? 0 : failures + 1;
          pause = isGreeted ? Duration.ZERO : pause(failures);
        } else {
          failures++;
        }
        links.awaitEnding(pause);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Opens a connection; how long to wait before the next attempt when there is none. */
  private Duration connected(int failures) {
    Line line = new Line();
    try {
      line.link = door.open(line);
      links.use(line.link);
      if (line.isOver) {
        links.want();
      }
      return Duration.ZERO;
    } catch (SocketDoor.ClosedException closed) {
      LOG.warn("Slack: not connected, {}", closed.getMessage());
      Duration usual = pause(failures + 1);
      return closed.pause().filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
    } catch (RuntimeException | LinkageError bug) {
      LOG.error("Slack: not connected: {}", bug.getClass().getName());
      return pause(failures + 1);
    }
  }

  /** Not all at the same time, when Slack comes back. */
  private Duration pause(int failures) {
    long longest = pace.pause(failures).toMillis();
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  private void awaitNeed() throws InterruptedException {
    while (!links.awaitNeed(pace.heartbeat())) {
      links.check(pace.silence());
    }
  }

  /** Hears one connection. */
  private final class Line implements SocketLink.Ear {
    private volatile @Nullable SocketLink link;
    private volatile boolean isOver;

    @Override
    public void heard(String message) {
      switch (Envelope.of(message)) {
        case Envelope.Hello _ -> {
          isGreeted = true;
          LOG.info("Slack: connected");
        }
        case Envelope.Disconnect(String reason) -> left(reason);
        case Envelope.Request request -> begin(this, () -> take(this, request));
        case Envelope.Unknown(String id) -> {
          LOG.warn("Slack sent something unknown through the socket; it is acknowledged");
          begin(this, () -> acknowledge(this, new JsonObject(), id, deadline()));
        }
        case Envelope.Garbage _ -> LOG.warn("Slack sent something unreadable through the socket");
      }
    }

    private void left(String reason) {
      if (reason.equals("link_disabled")) {
        LOG.error("Slack: Socket Mode was switched off on the app's page");
        isGreeted = false;
      }
      links.want();
    }

    @Override
    public void ended() {
      isOver = true;
      if (links.isCurrent(link) && !links.isEnding()) {
        LOG.warn("Slack: the connection was lost");
        links.want();
      }
    }
  }

  private static long deadline() {
    return System.nanoTime() + ACKNOWLEDGED_WITHIN.toNanos();
  }

  private void begin(Line line, Runnable work) {
    if (links.isEnding()) {
      // Not acknowledged: whoever else is connected may have it.
      return;
    }
    @Nullable SocketLink link = line.link;
    unacknowledged.incrementAndGet();
    if (link != null) {
      link.owes();
    }
    try {
      threads.execute(() -> guarded(link, work));
    } catch (RejectedExecutionException full) {
      LOG.warn("Slack: too much at a time; a request was not taken");
      done(link);
    }
  }

  private void guarded(@Nullable SocketLink link, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error bug) {
      // Its message may quote the payload. Not acknowledged: Slack tells the person.
      LOG.error("a request through the socket failed: {}", bug.getClass().getName());
    } finally {
      done(link);
    }
  }

  private void done(@Nullable SocketLink link) {
    if (link != null) {
      link.owesNoMore();
    }
    unacknowledged.decrementAndGet();
    links.tell();
  }

  private void take(Line line, Envelope.Request request) {
    long deadline = deadline();
    SlackResponse response =
        answers.of(
            Arrivals.sha256(request.body()), ACKNOWLEDGED_WITHIN, () -> app.answer(request.body()));
    if (response.status() / 100 == 5) {
      LOG.warn("a request through the socket is not acknowledged: status {}", response.status());
      return;
    }
    if (response.status() != 200) {
      LOG.warn("a request through the socket was dropped: status {}", response.status());
    }
    boolean isAnswered = response.status() == 200 && !response.body().isEmpty();
    JsonObject acknowledgement = new JsonObject();
    if (isAnswered && request.answerable()) {
      acknowledgement.add("payload", payload(response.body()));
    }
    boolean isThere = acknowledge(line, acknowledgement, request.id(), deadline);
    if (isAnswered && !(isThere && request.answerable())) {
      app.answerLate(request.body(), response.body());
    }
  }

  private static JsonElement payload(String json) {
    return JsonParser.parseString(json);
  }

  private boolean acknowledge(Line line, JsonObject message, String id, long deadline) {
    message.addProperty("envelope_id", id);
    boolean isThere = links.send(message.toString(), line.link, deadline);
    if (!isThere) {
      LOG.warn("Slack: an acknowledgement did not get through");
    }
    return isThere;
  }

  /**
   * Takes nothing more, acknowledges what was taken, and hangs up. What was begun goes on until the
   * {@link SlackApp} is closed.
   */
  @Override
  public void close() {
    links.end();
    try {
      if (!links.await(LONGEST_GOODBYE, () -> unacknowledged.get() == 0)) {
        LOG.warn("Slack: hung up before everything was acknowledged");
      }
      links.closeAll();
      keeper.join(LONGEST_GOODBYE);
    } catch (InterruptedException hurry) {
      links.closeAll();
      Thread.currentThread().interrupt();
    }
    keeper.interrupt();
  }
}
