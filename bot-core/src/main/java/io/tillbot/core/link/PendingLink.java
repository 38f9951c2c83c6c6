package io.tillbot.core.link;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Facts;
import io.tillbot.core.access.Secret;
import io.tillbot.core.account.AccountLink;
import io.tillbot.core.account.MaskedClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A credential that the billing API has accepted, and that is kept sealed until its owner types the
 * code.
 *
 * @param triesLeft how often a code may still be typed, at least once
 */
record PendingLink(
    Credential credential, AccountLink.Attempt.Accepted accepted, LinkCode code, int triesLeft) {
  private static final String KIND = "kind";
  private static final String SECRET = "secret";
  private static final String ACCOUNT = "account";
  private static final String CODE = "code";
  private static final String TRIES = "tries";
  private static final String CLIENT = "client.";

  /** The same after a wrong code. */
  PendingLink afterAWrongCode() {
    return new PendingLink(credential, accepted, code, triesLeft - 1);
  }

  Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put(KIND, kind(credential).name());
    facts.put(SECRET, credential.secret().reveal());
    facts.put(ACCOUNT, accepted.account().value());
    facts.put(CODE, code.kept());
    facts.put(TRIES, Integer.toString(triesLeft));
    accepted.client().facts().forEach((name, value) -> facts.put(CLIENT + name, value));
    return facts;
  }

  static PendingLink of(Map<String, String> facts) {
    Secret secret = Secret.of(fact(facts, SECRET));
    Credential credential =
        switch (CredentialVault.Kind.valueOf(fact(facts, KIND))) {
          case TOKEN -> new Credential.Token(secret);
          case API_KEY -> new Credential.ApiKey(secret);
        };
    return new PendingLink(
        credential,
        new AccountLink.Attempt.Accepted(
            new AccountName(fact(facts, ACCOUNT)), MaskedClient.of(Facts.under(CLIENT, facts))),
        LinkCode.kept(fact(facts, CODE)),
        Integer.parseInt(fact(facts, TRIES)));
  }

  private static CredentialVault.Kind kind(Credential credential) {
    return switch (credential) {
      case Credential.Token _ -> CredentialVault.Kind.TOKEN;
      case Credential.ApiKey _ -> CredentialVault.Kind.API_KEY;
    };
  }

  private static String fact(Map<String, String> facts, String name) {
    return Objects.requireNonNull(facts.get(name), name);
  }

  @Override
  public String toString() {
    return "PendingLink[" + accepted.account() + "]";
  }
}
