package io.tillbot.adapter.sandbox.book;

/** The bank's recurring payment for a server. */
public enum Subscription {
  NONE,
  ACTIVE,
  /** A ticket asks for its end; it still runs. */
  ENDING
}
