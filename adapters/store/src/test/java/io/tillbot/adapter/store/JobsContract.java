package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tillbot.core.port.Jobs.Job;
import io.tillbot.core.port.Jobs.Running;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Jobs on either database. They run by a clock that a test may put forward. */
abstract class JobsContract {
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofDays(1);
  private static final Duration LONG = Duration.ofSeconds(40);

  private final LeapingClock clock = new LeapingClock();
  private StoreFixture fixture;
  private SqlStore store;

  abstract StoreFixture fixture() throws Exception;

  @BeforeEach
  final void open() throws Exception {
    fixture = fixture();
    store = fixture.open(clock);
  }

  @AfterEach
  final void close() {
    store.close();
  }

  @Test
  void aJobRunsAgainAndAgainAlsoAfterItFailed() {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    Logger logger = (Logger) LoggerFactory.getLogger(JobScheduler.class);
    logger.addAppender(logged);
    AtomicInteger runs = new AtomicInteger();
    Job failing =
        new Job(
            "sweep-that-fails",
            OFTEN,
            () -> {
              runs.incrementAndGet();
              throw new IllegalStateException("no luck");
            });

    try (Running _ = store.jobs().start(List.of(failing))) {
      await().atMost(LONG).until(() -> runs.get() >= 2);
    } finally {
      logger.detachAppender(logged);
    }

    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("The job sweep-that-fails failed; it runs again in PT1S");
  }

  @Test
  void ofTwoProcessesOneAtATimeDoesAJob() {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    AtomicInteger runs = new AtomicInteger();
    Job job =
        new Job(
            "sweep",
            OFTEN,
            () -> {
              if (atOnce.incrementAndGet() > 1) {
                together.set(true);
              }
              runs.incrementAndGet();
              store.jobs().areDone();
              atOnce.decrementAndGet();
            });
    try (SqlStore other = fixture.open(clock);
        Running _ = store.jobs().start(List.of(job));
        Running _ = other.jobs().start(List.of(job))) {
      await().atMost(LONG).until(() -> runs.get() >= 3);
    }

    assertThat(together).isFalse();
  }

  @Test
  void whetherTheyAreDoneIsKnownToOtherProcessesUntilTheyAreClosed() {
    try (SqlStore other = fixture.open(clock)) {
      assertThat(other.jobs().areDone()).isFalse();
      Running running = store.jobs().start(List.of());
      await().atMost(LONG).until(() -> other.jobs().areDone());

      running.close();

      assertThat(other.jobs().areDone()).isFalse();
    }
  }

  @Test
  void aProcessThatFellSilentIsBelievedForHalfAMinute() throws Exception {
    Running running = store.jobs().start(List.of());
    await().atMost(LONG).until(() -> store.jobs().areDone());
    running.close();
    fixture.sql("UPDATE scheduled_tasks SET last_success = execution_time");
    assertThat(store.jobs().areDone()).isTrue();

    clock.leap(Duration.ofSeconds(36));

    assertThat(store.jobs().areDone()).isFalse();
  }

  @Test
  void closingLetsARunningJobFinish() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean isFinished = new AtomicBoolean();
    Job job =
        new Job(
            "slow",
            SELDOM,
            () -> {
              begun.countDown();
              isFinished.set(awaited(release));
            });
    Running running = store.jobs().start(List.of(job));
    assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Thread closing = Thread.ofVirtual().start(running::close);
    await().until(() -> closing.getState() != Thread.State.RUNNABLE);
    release.countDown();
    closing.join();

    assertThat(isFinished).isTrue();
  }

  @Test
  void whatADeadProcessHadBegunIsDoneAgain() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Job job = new Job("sweep", SELDOM, runs::incrementAndGet);
    try (Running _ = store.jobs().start(List.of(job))) {
      await().atMost(LONG).until(() -> runs.get() == 1);
    }
    fixture.sql(
        """
        UPDATE scheduled_tasks SET picked = '1', picked_by = 'a process that died',
          last_heartbeat = execution_time
        WHERE task_name = 'sweep'
        """);
    clock.leap(SELDOM.plusMinutes(1));

    try (Running _ = store.jobs().start(List.of(job))) {
      await().atMost(LONG).until(() -> runs.get() == 2);
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Goes on by itself, and further when told. */
  private static final class LeapingClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void leap(Duration further) {
      ahead = ahead.plus(further);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Z");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
