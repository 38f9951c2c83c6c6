package io.tillbot.core.access;

import java.util.Set;

/**
 * Where a command was given, and what its caller is there.
 *
 * @param id the platform's id of the channel or conversation; the terminal's is {@code terminal}
 * @param roles the platform's ids of the roles or groups that the caller has there; none in direct
 *     messages and in the terminal
 */
public record Place(Kind kind, String id, Set<String> roles) {
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

  public Place {
    roles = Set.copyOf(roles);
  }

  /** A place where nobody is anything. */
  public Place(Kind kind, String id) {
    this(kind, id, Set.of());
  }

  public static Place terminal() {
    return new Place(Kind.TERMINAL, "terminal");
  }
}
