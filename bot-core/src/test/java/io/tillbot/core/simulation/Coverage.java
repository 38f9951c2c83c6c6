package io.tillbot.core.simulation;

import io.tillbot.core.operation.State;
import java.util.ArrayList;
import java.util.List;

/** How often each fault met an operation in each state. */
final class Coverage {
  private final long[][] counts = new long[State.values().length][Fault.values().length];

  void count(State state, Fault fault) {
    counts[state.ordinal()][fault.ordinal()]++;
  }

  synchronized void add(Coverage other) {
    for (int state = 0; state < counts.length; state++) {
      for (int fault = 0; fault < counts[state].length; fault++) {
        counts[state][fault] += other.counts[state][fault];
      }
    }
  }

  /** The cells that nothing reached. */
  synchronized List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (State state : State.values()) {
      for (Fault fault : Fault.values()) {
        if (counts[state.ordinal()][fault.ordinal()] == 0) {
          gaps.add(state + " x " + fault);
        }
      }
    }
    return gaps;
  }

  /** Faults down, states across. */
  synchronized String table() {
    StringBuilder table = new StringBuilder("%-21s".formatted(""));
    for (State state : State.values()) {
      table.append("%10.9s".formatted(state));
    }
    for (Fault fault : Fault.values()) {
      table.append("%n%-21s".formatted(fault));
      for (State state : State.values()) {
        table.append("%10d".formatted(counts[state.ordinal()][fault.ordinal()]));
      }
    }
    return table.toString();
  }
}
