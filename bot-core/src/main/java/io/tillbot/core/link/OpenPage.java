package io.tillbot.core.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a ticket keeps of a page that waits for a credential.
 *
 * @param formToken without which its form is not taken
 * @param failures how many credentials were given in vain
 * @param problem of the last of them
 */
record OpenPage(String formToken, int failures, Optional<LinkPage.Problem> problem) {
  private static final String FORM_TOKEN = "form-token";
  private static final String FAILURES = "failures";
  private static final String PROBLEM = "problem";
  private static final int TOKEN_BYTES = 18;

  /** A page on which nothing was given yet. */
  static OpenPage fresh(RandomGenerator random) {
    return new OpenPage(token(random), 0, Optional.empty());
  }

  /** The page after one more failure. */
  OpenPage failed(LinkPage.Problem why, RandomGenerator random) {
    return new OpenPage(token(random), failures + 1, Optional.of(why));
  }

  boolean isOwnForm(String token) {
    return MessageDigest.isEqual(
        formToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put(FORM_TOKEN, formToken);
    facts.put(FAILURES, Integer.toString(failures));
    problem.ifPresent(why -> facts.put(PROBLEM, why.name()));
    return facts;
  }

  static OpenPage of(Map<String, String> facts) {
    return new OpenPage(
        Objects.requireNonNull(facts.get(FORM_TOKEN)),
        Integer.parseInt(facts.getOrDefault(FAILURES, "0")),
        Optional.ofNullable(facts.get(PROBLEM)).map(LinkPage.Problem::valueOf));
  }

  private static String token(RandomGenerator random) {
    byte[] bits = new byte[TOKEN_BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  @Override
  public String toString() {
    return "OpenPage[" + failures + "]";
  }
}
