package io.tillbot.adapter.sandbox.fault;

import io.tillbot.adapter.sandbox.choice.Choice;
import java.util.List;
import java.util.Optional;

/**
 * The faults that strike one request; at most one of them decides how it ends.
 *
 * @param faults in the order of their making
 */
public record Strike(List<Fault> faults) {

  static final Strike NONE = new Strike(List.of());

  public Strike {
    faults = List.copyOf(faults);
  }

  /** How long to wait in all for delays of that kind, in milliseconds. */
  public long delayMillis(FaultKind kind) {
    return faults.stream().filter(fault -> fault.kind() == kind).mapToLong(Fault::value).sum();
  }

  /** The shapes it asks for. */
  public List<Choice> choices() {
    return faults.stream().flatMap(fault -> fault.choices().stream()).toList();
  }

  /** The fault that decides how the exchange ends. */
  public Optional<Fault> ending() {
    return faults.stream().filter(fault -> fault.kind().ends()).findFirst();
  }
}
