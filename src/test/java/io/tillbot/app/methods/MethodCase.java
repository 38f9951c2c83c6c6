package io.tillbot.app.methods;

import io.tillbot.adapter.sandbox.fault.Fault;
import java.util.Arrays;
import java.util.List;

/**
 * One method, one ending: what is typed, and what goes wrong meanwhile.
 *
 * @param method the action of {@code whmcs.php}
 * @param status the exit status of {@code exec}
 */
record MethodCase(String method, Ending ending, String line, int status, List<Fault> faults) {
  MethodCase {
    faults = List.copyOf(faults);
  }

  static MethodCase of(String method, Ending ending, String line, int status, Fault... faults) {
    return new MethodCase(method, ending, line, status, Arrays.asList(faults));
  }

  String file() {
    return method + "-" + ending.word() + ".txt";
  }

  @Override
  public String toString() {
    return method + " " + ending.word() + ": " + line;
  }
}
