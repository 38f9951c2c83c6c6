package io.tillbot.adapter.sandbox.book;

import java.time.Instant;

/**
 * A password reset that was started.
 *
 * @param key the mailed secret
 * @param accountId who asked
 * @param email whose password
 * @param code the second factor
 * @param expires when the secret ceases to serve
 * @param tries how many wrong codes are still forgiven
 */
public record Reset(
    String key, int accountId, String email, String code, Instant expires, int tries)
    implements Entity {

  /** The same reset after one more wrong code. */
  public Reset afterWrongCode() {
    return new Reset(key, accountId, email, code, expires, tries - 1);
  }

  @Override
  public String toString() {
    return "Reset[***]";
  }
}
