package io.tillbot.core.access;

/** What opens a caller's billing account. */
public sealed interface Credential {

  /** The secret text of the credential. */
  Secret secret();

  /** A session token: it dies within hours and cannot be renewed. */
  record Token(Secret secret) implements Credential {}

  /** An API key, from which {@code auth.php} makes session tokens. */
  record ApiKey(Secret secret) implements Credential {}
}
