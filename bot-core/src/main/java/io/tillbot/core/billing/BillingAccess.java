package io.tillbot.core.billing;

import io.tillbot.core.access.Credential;

/** The door to the billing API. Safe for many threads. */
public interface BillingAccess {

  /**
   * The API with this credential. Sends nothing yet. With an API key, a session is opened when
   * first needed, shared by all who use the same key, and renewed before it expires.
   */
  BillingApi open(Credential credential);

  /**
   * Ends what the credential has opened: the token itself, or the sessions made from an API key by
   * this process ({@code auth.php}, {@code action=logout}). Sent once.
   */
  ApiResult<SessionEnded> logOut(Credential credential);

  /** The session is no more. */
  record SessionEnded() {}
}
