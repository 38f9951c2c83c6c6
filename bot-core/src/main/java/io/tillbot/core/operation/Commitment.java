package io.tillbot.core.operation;

import io.tillbot.core.billing.model.Money;

/** How much money a change moves, as far as that is known before it is sent. */
public sealed interface Commitment {

  /** None. */
  record Nothing() implements Commitment {}

  /** At most so much. */
  record Of(Money money) implements Commitment {}

  /** What the API decides: more than every limit. */
  record Open() implements Commitment {}

  static Commitment nothing() {
    return new Nothing();
  }

  static Commitment of(Money money) {
    return new Of(money);
  }

  static Commitment open() {
    return new Open();
  }
}
