package io.tillbot.core.port;

import java.time.Duration;
import java.util.List;

/** Work that comes round by itself. Of all processes on one database, one at a time does each. */
public interface Jobs {

  /**
   * Some work.
   *
   * @param name kept in the database: letters and hyphens
   * @param every how long to wait from its end to its next beginning
   */
  record Job(String name, Duration every, Runnable work) {}

  /** Starts doing the jobs, until what is returned is closed, which lets running ones finish. */
  Running start(List<Job> jobs);

  /** Whether some process does the jobs now, this one or another. */
  boolean areDone();

  /** Jobs that are being done. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }
}
