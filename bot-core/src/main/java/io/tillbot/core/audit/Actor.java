package io.tillbot.core.audit;

import io.tillbot.core.access.Caller;

/** Who did something. */
public sealed interface Actor {

  /** One person. */
  sealed interface Somebody extends Actor {}

  /**
   * A person who is still to be given a pseudonym, or has one that is to be looked up: nothing is
   * kept of them but that. Prints as nobody.
   */
  record Person(Caller caller) implements Somebody {
    @Override
    public String toString() {
      return "Person[***]";
    }
  }

  /** A person by their pseudonym. */
  record Known(Pseudonym pseudonym) implements Somebody {}

  /** The bot, by itself. */
  record Bot() implements Actor {}

  /** People without an account, taken together. */
  record Strangers() implements Actor {}
}
