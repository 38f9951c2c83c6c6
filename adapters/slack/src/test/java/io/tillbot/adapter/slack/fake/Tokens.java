package io.tillbot.adapter.slack.fake;

import io.tillbot.adapter.slack.fake.Grant.Kind;
import io.tillbot.adapter.slack.fake.Grant.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tokens and what they open, per workspace. Safe for many threads. */
public final class Tokens {
  /** Each that a method of this fake asks for. */
  public static final Set<String> EVERY_SCOPE =
      Set.of(
          "app_mentions:read",
          "channels:read",
          "chat:write",
          "commands",
          "files:write",
          "groups:read",
          "im:history",
          "im:read",
          "im:write",
          "mpim:read",
          "usergroups:read",
          "users:read");

  private final Map<String, Grant> grants = new LinkedHashMap<>();

  /** A bot's token for a workspace. */
  public synchronized void bot(String token, String team, Set<String> scopes) {
    grants.put(token, new Grant(Kind.BOT, team, scopes, State.GOOD));
  }

  /** An app-level token, for Socket Mode. */
  public synchronized void app(String token, Set<String> scopes) {
    grants.put(token, new Grant(Kind.APP, "A1", scopes, State.GOOD));
  }

  /**
   * What the header opens.
   *
   * @throws Refused when it opens nothing
   */
  synchronized Grant require(String authorization) {
    if (authorization.isEmpty()) {
      throw new Refused("not_authed");
    }
    Grant grant = grants.get(ofHeader(authorization));
    if (grant == null) {
      throw new Refused("invalid_auth");
    }
    if (grant.state() != State.GOOD) {
      throw new Refused(grant.state().error());
    }
    return grant;
  }

  /** The token that a header holds. */
  static String ofHeader(String authorization) {
    return authorization.startsWith("Bearer ")
        ? authorization.substring("Bearer ".length())
        : authorization;
  }

  /** The token itself does not work any more. */
  public synchronized void revoke(String token) {
    grants.computeIfPresent(token, (_, grant) -> grant.in(State.REVOKED));
  }

  /** The workspace's app is gone: none of its tokens works any more. */
  public synchronized void deactivate(String team) {
    change(grant -> grant.team().equals(team) ? grant.in(State.INACTIVE) : grant);
  }

  /** Every bot has these scopes, and no others. */
  public synchronized void grantOnly(Set<String> scopes) {
    change(grant -> grant.kind() == Kind.BOT ? grant.with(scopes) : grant);
  }

  /** Every token loses a scope. */
  public synchronized void withdraw(String scope) {
    change(
        grant -> {
          Set<String> left = new HashSet<>(grant.scopes());
          left.remove(scope);
          return grant.with(left);
        });
  }

  private void change(UnaryOperator<Grant> change) {
    grants.replaceAll((_, grant) -> change.apply(grant));
  }
}
