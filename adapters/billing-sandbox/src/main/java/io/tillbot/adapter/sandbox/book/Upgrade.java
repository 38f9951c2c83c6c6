package io.tillbot.adapter.sandbox.book;

/** Whether an upgrade of a server waits to be done. */
public enum Upgrade {
  NONE,
  PENDING
}
