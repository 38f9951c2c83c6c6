package io.tillbot.adapter.sandbox.book;

import java.util.Set;

/**
 * A long-lived key, which {@code auth.php} exchanges for tokens.
 *
 * @param value the secret
 * @param accountId whose it is
 * @param permissions what its tokens allow
 */
public record ApiKey(String value, int accountId, Set<Permission> permissions) implements Entity {

  public ApiKey {
    permissions = Set.copyOf(permissions);
  }

  @Override
  public String key() {
    return value;
  }

  @Override
  public String toString() {
    return "ApiKey[***, accountId=" + accountId + "]";
  }
}
