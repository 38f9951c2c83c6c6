package io.tillbot.core.access;

/**
 * Where a command was given.
 *
 * @param id the platform's id of the channel or conversation; the terminal's is {@code terminal}
 */
public record Place(Kind kind, String id) {
  /** What others can see there. */
  public enum Kind {
    /** One person at a terminal. */
    TERMINAL,
    /** A conversation between a person and the bot. */
    DIRECT_MESSAGE,
    /** A channel for invited members. */
    PRIVATE_CHANNEL,
    /** Everything else, also a channel whose kind cannot be read. */
    PUBLIC_CHANNEL
  }

  public static Place terminal() {
    return new Place(Kind.TERMINAL, "terminal");
  }
}
