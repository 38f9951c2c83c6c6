package io.tillbot.core.command;

/** What a command can do to the account. */
public enum Effect {
  READ,
  WRITE,
  MONEY,
  DESTRUCTIVE
}
