package io.tillbot.core;

/** Whether a message is done for the first time, or some process has left it behind. */
enum Attempt {
  FIRST,
  AGAIN
}
