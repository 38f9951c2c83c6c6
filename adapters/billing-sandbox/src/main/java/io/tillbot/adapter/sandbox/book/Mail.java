package io.tillbot.adapter.sandbox.book;

import java.time.Instant;

/**
 * A message that the billing would have mailed.
 *
 * @param key its number
 * @param at when
 * @param to the recipient
 * @param resetToken the secret of a reset link; empty in other messages
 * @param code the second factor; empty in other messages
 */
public record Mail(
    Integer key, Instant at, String to, String subject, String text, String resetToken, String code)
    implements Entity {

  @Override
  public String toString() {
    return "Mail[" + key + ", ***]";
  }
}
