package io.tillbot.adapter.sandbox;

/**
 * What a seeded account signs in with.
 *
 * @param name the account's name, such as {@code demo}
 * @param email its e-mail address
 * @param token a session token that serves from the start
 * @param apiKey the key that {@code auth.php} exchanges for tokens
 */
public record Login(String name, String email, String token, String apiKey) {

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Login[" + name + ", ***]";
  }
}
