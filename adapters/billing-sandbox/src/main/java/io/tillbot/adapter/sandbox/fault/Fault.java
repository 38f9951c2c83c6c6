package io.tillbot.adapter.sandbox.fault;

import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Switches;
import java.util.List;

/**
 * A fault to come. Immutable; begin with {@link #of} or {@link #shape}.
 *
 * @param action the action it strikes; {@code *} for all
 * @param kind what goes wrong
 * @param value milliseconds, a status or seconds, by the kind
 * @param skip how many requests pass before it strikes the first
 * @param count how many requests it strikes; 0 for no end
 * @param probability how likely it strikes each, above 0 and up to 1
 * @param seed decides which, where the probability is below 1: the same for the same seed
 * @param choices the shapes of a {@link FaultKind#SHAPE}; none for other kinds
 */
public record Fault(
    String action,
    FaultKind kind,
    int value,
    int skip,
    int count,
    double probability,
    long seed,
    List<Choice> choices) {

  private static final int LONGEST_DELAY_MILLIS = 120_000;

  public Fault {
    choices = List.copyOf(choices);
    if (skip < 0 || count < 0) {
      throw new IllegalArgumentException("skip and count: 0 or more");
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability: above 0, at most 1");
    }
    if (value < 0 || value > LONGEST_DELAY_MILLIS) {
      throw new IllegalArgumentException("value: 0 to " + LONGEST_DELAY_MILLIS);
    }
    switch (kind) {
      case SERVER_ERROR, SERVER_ERROR_AFTER, HTML_GATEWAY, HTML_AFTER -> {
        if (value < 200 || value > 599) {
          throw new IllegalArgumentException("value: a status, 200 to 599");
        }
      }
      case SHAPE -> {
        if (choices.isEmpty()) {
          throw new IllegalArgumentException("a shape fault names at least one choice");
        }
      }
      default -> {}
    }
  }

  /** A fault that strikes every request until it is cleared. */
  public static Fault of(FaultKind kind) {
    return new Fault(Switches.EVERYWHERE, kind, kind.usualValue(), 0, 0, 1, 0, List.of());
  }

  /** Other shapes or rules for every request until it is cleared. */
  public static Fault shape(Choice... choices) {
    return new Fault(Switches.EVERYWHERE, FaultKind.SHAPE, 0, 0, 0, 1, 0, List.of(choices));
  }

  /** The same for one action only. */
  public Fault on(String onlyAction) {
    return new Fault(onlyAction, kind, value, skip, count, probability, seed, choices);
  }

  /** The same with another value. */
  public Fault withValue(int other) {
    return new Fault(action, kind, other, skip, count, probability, seed, choices);
  }

  /** The same, which lets so many requests pass first. */
  public Fault after(int requests) {
    return new Fault(action, kind, value, requests, count, probability, seed, choices);
  }

  /** The same for so many requests only. */
  public Fault times(int requests) {
    return new Fault(action, kind, value, skip, requests, probability, seed, choices);
  }

  /** The same by chance only. */
  public Fault withProbability(double chance, long chanceSeed) {
    return new Fault(action, kind, value, skip, count, chance, chanceSeed, choices);
  }
}
