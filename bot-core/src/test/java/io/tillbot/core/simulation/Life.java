package io.tillbot.core.simulation;

/** One process, from its start to its crash. */
final class Life {
  private final String process;
  private boolean isOver;

  Life(String process) {
    this.process = process;
  }

  String process() {
    return process;
  }

  boolean isOver() {
    return isOver;
  }

  /** Takes every actor down that works in it. */
  void end() {
    isOver = true;
  }
}
