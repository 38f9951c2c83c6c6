package io.tillbot.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Lets one actor at a time go on, until it pauses; who is next, the seed decides. So a run is the
 * same each time, whatever the machine does.
 */
final class Stage {
  /** From a run in which everybody takes turns to one in which many things happen in one pause. */
  private static final double[] PATIENCE = {0.2, 0.5, 0.8, 0.93};

  /** How often somebody is held up, as by a machine that stands still, and for how many steps. */
  private static final double DOZES = 0.05;

  private static final int LONGEST_SLEEP = 150;
  private static final int MOST_STEPS = 20_000;

  private final SplittableRandom random;
  private final double patience;
  private final History history;
  private final Actor driver = new Actor("driver");
  private final List<Actor> actors = new ArrayList<>();
  private Actor current = driver;
  private @Nullable Throwable failure;
  private int steps;

  Stage(SplittableRandom random, History history) {
    this.random = random;
    this.patience = PATIENCE[random.nextInt(PATIENCE.length)];
    this.history = history;
  }

  /** Who goes on now. */
  Actor current() {
    return current;
  }

  /** Whether no actor is on the stage: then nobody waits for anybody. */
  boolean isDriving() {
    return current == driver;
  }

  /** How often somebody paused. */
  int steps() {
    return steps;
  }

  /** Another actor; it begins when its turn comes. */
  void enter(String name, Runnable part) {
    Actor actor = new Actor(name);
    actors.add(actor);
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> act(actor, part));
    actor.runBy(thread);
    thread.start();
  }

  private void act(Actor actor, Runnable part) {
    actor.await();
    try {
      if (failure == null) {
        part.run();
      }
    } catch (Crash _) {
      history.tell(actor + " is gone");
    } catch (Throwable broken) {
      if (failure == null) {
        failure = broken;
      }
    }
    actors.remove(actor);
    pass(actors.isEmpty() ? driver : next());
  }

  /** Lets the actors go on until none is left. */
  void play() {
    driver.runBy(Thread.currentThread());
    if (!actors.isEmpty()) {
      pass(next());
      driver.await();
    }
    switch (failure) {
      case null -> {}
      case Error error -> throw error;
      case Throwable bug -> throw new IllegalStateException(bug);
    }
  }

  /** Somebody else may go on now. */
  void pause() {
    Actor me = current;
    if (me == driver) {
      return;
    }
    if (++steps > MOST_STEPS) {
      throw new Broken(Law.NOTHING_LEFT, "it does not come to an end");
    }
    if (random.nextDouble() < DOZES) {
      me.sleepUntil(steps + LONGEST_SLEEP / 3 + random.nextInt(LONGEST_SLEEP));
    }
    if (me.isAsleep(steps) || random.nextDouble() >= patience) {
      Actor next = next();
      if (next != me) {
        pass(next);
        me.await();
      }
    }
    if (failure != null) {
      throw new Crash();
    }
  }

  private Actor next() {
    List<Actor> awake = actors.stream().filter(actor -> !actor.isAsleep(steps)).toList();
    List<Actor> candidates = awake.isEmpty() ? actors : awake;
    return candidates.get(random.nextInt(candidates.size()));
  }

  private void pass(Actor next) {
    current = next;
    next.give();
  }
}
