package io.tillbot.adapter.slack.fake;

import java.util.Set;

/**
 * What a token opens.
 *
 * @param team the workspace; the app's own id for an app-level token
 */
record Grant(Kind kind, String team, Set<String> scopes, State state) {
  /** Whose token it is. */
  enum Kind {
    BOT,
    APP
  }

  /** Whether it still works. */
  enum State {
    GOOD(""),
    REVOKED("token_revoked"),
    INACTIVE("account_inactive");

    private final String error;

    State(String error) {
      this.error = error;
    }

    String error() {
      return error;
    }
  }

  Grant {
    scopes = Set.copyOf(scopes);
  }

  Grant in(State other) {
    return new Grant(kind, team, scopes, other);
  }

  Grant with(Set<String> other) {
    return new Grant(kind, team, other, state);
  }
}
