package io.tillbot.adapter.sandbox.book;

import java.time.Instant;
import java.util.Set;

/**
 * A session token.
 *
 * @param value the secret
 * @param accountId whose it is
 * @param permissions what it allows
 * @param expires the moment from which it no longer serves
 * @param address the only address it serves; empty where it serves all
 */
public record Token(
    String value, int accountId, Set<Permission> permissions, Instant expires, String address)
    implements Entity {

  public Token {
    permissions = Set.copyOf(permissions);
  }

  @Override
  public String key() {
    return value;
  }

  @Override
  public String toString() {
    return "Token[***, accountId=" + accountId + "]";
  }
}
