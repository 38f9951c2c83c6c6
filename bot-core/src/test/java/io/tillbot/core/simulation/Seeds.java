package io.tillbot.core.simulation;

import io.tillbot.core.execution.Flaw;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Many seeds, as many at once as the machine has processors. */
final class Seeds {
  private static final long AT_ONCE = 100;

  private final Coverage coverage = new Coverage();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong operations = new AtomicLong();
  private final ConcurrentLinkedQueue<Run.Result> broken = new ConcurrentLinkedQueue<>();
  private final Map<Law, Long> firsts = new ConcurrentSkipListMap<>();
  private long count;

  private Seeds() {}

  /** Runs the seeds from 0 on. */
  static Seeds run(long count, Flaw flaw) {
    Seeds seeds = new Seeds();
    seeds.runTo(count, flaw);
    return seeds;
  }

  /** Runs the seeds from 0 on until a law does not hold, or so many have held. */
  static Seeds untilBroken(long most, Flaw flaw) {
    Seeds seeds = new Seeds();
    while (seeds.broken.isEmpty() && seeds.count < most) {
      seeds.runTo(Math.min(most, seeds.count + AT_ONCE), flaw);
    }
    return seeds;
  }

  private void runTo(long end, Flaw flaw) {
    LongStream.range(count, end).parallel().forEach(seed -> add(Run.of(seed, flaw)));
    count = end;
  }

  private void add(Run.Result result) {
    coverage.add(result.coverage());
    steps.addAndGet(result.steps());
    operations.addAndGet(result.operations());
    result
        .broken()
        .ifPresent(
            law -> {
              broken.add(result);
              firsts.merge(law.law(), result.seed(), Math::min);
            });
  }

  /** Those in which a law did not hold, by their seeds. */
  List<Run.Result> broken() {
    return broken.stream().sorted(Comparator.comparingLong(Run.Result::seed)).toList();
  }

  /** The laws that did not hold, each with the first seed in which. */
  Map<Law, Long> firsts() {
    return firsts;
  }

  Coverage coverage() {
    return coverage;
  }

  @Override
  public String toString() {
    return "%d seeds, %d steps, %d operations".formatted(count, steps.get(), operations.get());
  }
}
