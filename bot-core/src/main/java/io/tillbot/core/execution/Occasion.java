package io.tillbot.core.execution;

/** Who waits for an operation to be carried out. */
enum Occasion {
  /** Its owner has just confirmed it. */
  PRESSED,
  /** Nobody: a hold is over, it was approved, or a process that had it died. */
  LATER
}
