package io.tillbot.core.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Everything that the seed decides, and the weather: how often what goes wrong. */
final class Chance {
  private static final double CALM = 0.25;
  private static final double ROUGH = 3.0;

  private final SplittableRandom random;
  private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
  private final Consumer<Fault> struck;
  private boolean isOver;

  /**
   * The weather of one run.
   *
   * @param struck told of every fault that strikes
   */
  Chance(SplittableRandom random, Consumer<Fault> struck) {
    this.random = random;
    this.struck = struck;
    for (Fault fault : Fault.values()) {
      double mood = random.nextDouble();
      rates.put(fault, usual(fault) * (mood < CALM ? 0 : mood * ROUGH));
    }
  }

  private static double usual(Fault fault) {
    return switch (fault) {
      case CRASH_BEFORE_COMMIT -> 0.005;
      case CRASH_AFTER_COMMIT -> 0.01;
      case CRASH_AT_THE_API -> 0.004;
      case UNIT_FAILS, COMMIT_UNSEEN -> 0.008;
      case REQUEST_LOST, REQUEST_DELAYED, ANSWER_LOST -> 0.15;
      case ANSWER_CONTRADICTORY -> 0.3;
      case REQUEST_NOT_SENT, REQUEST_REFUSED -> 0.1;
      // Few answers may be hollow, so that those that may often are.
      case ANSWER_HOLLOW -> 0.4;
      case READ_SLOW, READ_FAILS -> 0.02;
      case LIST_STALE -> 0.45;
      case DELIVERED_TWICE -> 0.1;
      case DOUBLE_CLICK -> 0.2;
      case OUTSIDE_PAYMENT, POLICY_CHANGES -> 0.1;
      case UNLINKED -> 0.4;
      case EXECUTED_LATE, TIME_PASSES -> 0.3;
      case SECOND_PERSON -> 1;
    };
  }

  /** Whether it happens now. */
  boolean strikes(Fault fault) {
    boolean does = !isOver && random.nextDouble() < rates.getOrDefault(fault, 0.0);
    if (does) {
      struck.accept(fault);
    }
    return does;
  }

  /** From now on nothing goes wrong. */
  void calm() {
    isOver = true;
  }

  /** Whether everything may still go wrong. */
  boolean isRough() {
    return !isOver;
  }

  /** Something that was no choice has happened. */
  void happened(Fault fault) {
    if (!isOver) {
      struck.accept(fault);
    }
  }

  boolean in(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
