package io.tillbot.adapter.sandbox.book;

import java.math.BigDecimal;

/**
 * A client record of one location.
 *
 * @param key its location and number
 * @param accountId whose it is
 * @param profile what the client may change
 * @param address where it lives
 * @param terms how it is billed
 * @param credit prepaid money, in the currency of the terms, never negative
 */
public record Client(
    ClientKey key, int accountId, Profile profile, Address address, Terms terms, BigDecimal credit)
    implements Entity {

  public Client {
    if (credit.signum() < 0) {
      throw new IllegalArgumentException("credit below zero");
    }
  }

  /** The same client with more credit, or less where the amount is negative. */
  public Client plusCredit(BigDecimal amount) {
    return new Client(key, accountId, profile, address, terms, credit.add(amount));
  }

  /** The same client with another profile. */
  public Client with(Profile changed) {
    return new Client(key, accountId, changed, address, terms, credit);
  }
}
