package io.tillbot.core.command;

/** Who may see an answer. Every answer is private at first. */
public enum Visibility {
  /** The caller alone, always. */
  PRIVATE,
  /** The caller may share a redacted card. */
  SHAREABLE
}
