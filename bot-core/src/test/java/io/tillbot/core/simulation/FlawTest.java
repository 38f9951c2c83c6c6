package io.tillbot.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.execution.Flaw;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation finds what it is there to find: each broken executor, by the law it breaks. */
@ExtendWith(Silence.class)
class FlawTest {
  private static final long SEEDS = 2_000;

  @ParameterizedTest
  @CsvSource({
    "RESENDS, SENT_ONCE",
    "FORGETS_THE_INTENT, DURABLE_FIRST",
    "CONDEMNS_A_LIVE_LEASE, LEASE_KEPT",
    "SKIPS_THE_LAST_LOOK, AS_AGREED",
    "SENDS_WHATEVER_CAME_BETWEEN, AS_AGREED",
    "FORGETS_TO_ASK_THE_POLICY, CONFIRMED_FIRST",
    "SPEAKS_FOR_OTHERS, TOLD_TRUE",
    "NEVER_LOOKS_AFTER_THE_LOST, NOTHING_LEFT"
  })
  void aBrokenExecutorIsCaught(Flaw flaw, Law law) {
    Seeds seeds = Seeds.untilBroken(SEEDS, flaw);
    assertThat(seeds.firsts().keySet()).as("%s: %s", flaw, seeds.firsts()).containsExactly(law);
  }
}
