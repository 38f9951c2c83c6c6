package io.tillbot.core;

import java.util.function.Supplier;

/** A message that this process has taken up, and nobody else has. For one thread. */
public final class Received {
  private final Supplier<Stepped> work;
  private final Runnable end;

  Received(Supplier<Stepped> work, Runnable end) {
    this.work = work;
    this.end = end;
  }

  /** Does what it asks for; to be called once. */
  public Stepped answer() {
    return work.get();
  }

  /**
   * Its answer was handed to the platform. Whoever cannot say so, because it failed or the process
   * died, leaves the message to be answered again.
   */
  public void answered() {
    end.run();
  }
}
