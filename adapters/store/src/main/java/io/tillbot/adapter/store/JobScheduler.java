package io.tillbot.adapter.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tillbot.core.port.Jobs.Job;
import io.tillbot.core.port.Jobs.Running;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs in the hands of db-scheduler: its table says whose turn it is. It has connections and
 * platform threads of its own, and takes no part in any unit of work. A job whose process died is
 * done by another after half a minute: jobs must bear being begun twice.
 */
final class JobScheduler {
  private static final Logger log = LoggerFactory.getLogger(JobScheduler.class);
  private static final Duration POLLING = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** Of one job, without which another process takes it. */
  private static final int MISSED_HEARTBEATS = 6;

  /** A change that is being sent is sent to its end, with the looks that prove it. */
  private static final Duration LAST_ONES = Duration.ofSeconds(150);

  /** Two for the scheduler's own threads, which look and tell that they are alive. */
  private static final int CONNECTIONS = 2;

  private final Database database;
  private final SignOfLife signOfLife;
  private final Clock clock;

  JobScheduler(Database database, SignOfLife signOfLife, Clock clock) {
    this.database = database;
    this.signOfLife = signOfLife;
    this.clock = clock;
  }

  Running start(List<Job> jobs) {
    List<RecurringTask<?>> tasks = new ArrayList<>();
    jobs.forEach(job -> tasks.add(task(job.name(), job.every(), () -> perform(job))));
    tasks.add(task(SignOfLife.JOB, SignOfLife.EVERY, () -> {}));
    HikariDataSource connections = connections();
    try {
      Scheduler scheduler =
          Scheduler.create(connections)
              .startTasks(tasks)
              // As many as there are jobs: none waits for another.
              .threads(tasks.size())
              .pollUsingFetch(1.0, 3.0)
              .pollingInterval(POLLING)
              .heartbeatInterval(HEARTBEAT)
              .missedHeartbeatsLimit(MISSED_HEARTBEATS)
              .shutdownMaxWait(LAST_ONES)
              .clock(clock::instant)
              .build();
      scheduler.start();
      return () -> stop(scheduler, connections);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  private void stop(Scheduler scheduler, HikariDataSource connections) {
    try (connections) {
      scheduler.stop();
      signOfLife.takeBack();
    } catch (RuntimeException e) {
      // The work is done; the sign fades by itself.
      log.warn("That this process does no jobs any more could not be written", e);
    }
  }

  private static RecurringTask<Void> task(String name, Duration every, Runnable work) {
    return Tasks.recurring(name, FixedDelay.of(every)).execute((_, _) -> work.run());
  }

  private static void perform(Job job) {
    try {
      job.work().run();
    } catch (RuntimeException e) {
      log.error("The job {} failed; it runs again in {}", job.name(), job.every(), e);
    }
  }

  private HikariDataSource connections() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("jobs");
    config.setDataSource(database.ownConnections());
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }
}
