package io.tillbot.adapter.slack.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The app at Slack, and who installs it where. Safe for many threads. */
final class Installs {
  static final String CLIENT_ID = "111.222";
  static final String CLIENT_SECRET = "fake-client-secret";

  /**
   * Somebody agreed, on Slack's page, that the app comes into a workspace.
   *
   * @param redirect where Slack sent them back to
   */
  record Consent(String team, String user, Set<String> scopes, String redirect, boolean isUsed) {
    Consent used() {
      return new Consent(team, user, scopes, redirect, true);
    }
  }

  private final Map<String, Consent> consents = new HashMap<>();

  /** The code that stands for the consent. */
  synchronized String agree(String team, String user, Set<String> scopes, String redirect) {
    String code = "code-" + (consents.size() + 1);
    consents.put(code, new Consent(team, user, scopes, redirect, false));
    return code;
  }

  synchronized Optional<Consent> consent(String code) {
    return Optional.ofNullable(consents.get(code));
  }

  synchronized void use(String code) {
    consents.computeIfPresent(code, (_, consent) -> consent.used());
  }
}
