package io.tillbot.adapter.store;

import io.tillbot.core.port.Jobs;
import java.time.Clock;
import java.util.List;

/** Jobs on the store's database. Whoever only asks whether they are done loads no scheduler. */
final class ScheduledJobs implements Jobs {
  private final Database database;
  private final SignOfLife signOfLife;
  private final Clock clock;

  ScheduledJobs(Database database, Clock clock) {
    this.database = database;
    this.signOfLife = new SignOfLife(database, clock);
    this.clock = clock;
  }

  @Override
  public Running start(List<Job> jobs) {
    return new JobScheduler(database, signOfLife, clock).start(jobs);
  }

  @Override
  public boolean areDone() {
    return VaultFailures.translated(signOfLife::isFresh);
  }
}
