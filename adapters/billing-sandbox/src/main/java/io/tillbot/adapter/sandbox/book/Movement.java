package io.tillbot.adapter.sandbox.book;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One movement of money.
 *
 * @param key its number, unique everywhere
 * @param client whose money
 * @param kind how it moved
 * @param invoice the invoice it concerns, 0 for none
 * @param from the mass payment it came from, 0 for none
 * @param amount always above zero
 * @param at when
 * @param gateway through what; empty for credit
 */
public record Movement(
    Integer key,
    ClientKey client,
    MovementKind kind,
    int invoice,
    int from,
    BigDecimal amount,
    Instant at,
    String gateway)
    implements Entity {

  public Movement {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("a movement of nothing");
    }
  }

  @Override
  public ClientKey owner() {
    return client;
  }
}
