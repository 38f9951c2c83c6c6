package io.tillbot.adapter.console;

import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Waits for work that runs beside the prompt, and says so when it takes longer than a second.
 * Ctrl-C ends the wait for what only reads; nothing ends the wait for a change that is being sent.
 * For one thread.
 */
final class Waiting {
  private static final long QUIET_MILLIS = 1_000;

  /** No command takes as long: each call of the billing API has its own limit. */
  private static final long LONGEST_MILLIS = 300_000;

  private final Terminal terminal;
  private final Talking talking;

  Waiting(Terminal terminal, Talking talking) {
    this.terminal = terminal;
    this.talking = talking;
  }

  /** What happens while one waits. */
  private sealed interface Event {
    record Came(Outcome outcome) implements Event {}

    record Failed(RuntimeException bug) implements Event {}

    record Interrupted() implements Event {}
  }

  /** The outcome of what only looks; nothing when the person would not wait for it. */
  Optional<Outcome> forAnswer(Supplier<Outcome> work) {
    BlockingQueue<Event> events = start(work);
    try {
      return outcome(patiently(events, Text.of("console.waiting")));
    } finally {
      terminal.onInterrupt(() -> {});
    }
  }

  /** The outcome of a change, however long it takes. */
  Outcome forChange(Supplier<Outcome> work) {
    BlockingQueue<Event> events = start(work);
    try {
      while (true) {
        Optional<Outcome> outcome = outcome(patiently(events, Text.of("console.sending")));
        if (outcome.isPresent()) {
          return outcome.get();
        }
        talking.say(Text.of("console.sending.wait"));
      }
    } finally {
      terminal.onInterrupt(() -> {});
    }
  }

  private BlockingQueue<Event> start(Supplier<Outcome> work) {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    terminal.onInterrupt(() -> events.add(new Event.Interrupted()));
    Thread.ofVirtual().name("command").start(() -> events.add(run(work)));
    return events;
  }

  private static Event run(Supplier<Outcome> work) {
    try {
      return new Event.Came(work.get());
    } catch (RuntimeException bug) {
      return new Event.Failed(bug);
    }
  }

  private static Optional<Outcome> outcome(Event event) {
    return switch (event) {
      case Event.Came(Outcome outcome) -> Optional.of(outcome);
      case Event.Failed(RuntimeException bug) -> throw bug;
      case Event.Interrupted _ -> Optional.empty();
    };
  }

  /** The next event; a passing line stands there while it lets itself be waited for. */
  private Event patiently(BlockingQueue<Event> events, Text meanwhile) {
    try {
      Event soon = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      if (soon != null) {
        return soon;
      }
      terminal.showPassing(talking.passing(meanwhile));
      try {
        Event late = events.poll(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        return late == null ? new Event.Interrupted() : late;
      } finally {
        terminal.clearPassing();
      }
    } catch (InterruptedException ctrlC) {
      // A terminal may tell of a Ctrl-C that came just at the end of a line in this way.
      return new Event.Interrupted();
    }
  }
}
