package io.tillbot.adapter.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the audit trail, and which chains there are. It lives as long as the trail does and is
 * kept sealed, so that a new keyset seals it again and the chains go on. Safe for many threads.
 */
final class AuditSecret {
  /** Where it is sealed. */
  static final RowKey PLACE = new RowKey("audit-key", "", "", "hmac-sha256");

  private static final String ALGORITHM = "HmacSHA256";
  private static final String KEY = "key";
  private static final String CHAINS = "chains";

  /** Goes into every MAC, so that it can be taken for nothing else. */
  private static final String FORM = "tillbot-audit-row-1";

  private final SecretKeySpec key;
  private final List<String> chains;

  private AuditSecret(byte[] key, List<String> chains) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.chains = List.copyOf(chains);
  }

  /** A new key for so many chains: {@code a}, {@code b} and so on. */
  static AuditSecret random(SecureRandom random, int chains) {
    byte[] key = new byte[AuditMac.LENGTH];
    random.nextBytes(key);
    return new AuditSecret(
        key, IntStream.range(0, chains).mapToObj(n -> String.valueOf((char) ('a' + n))).toList());
  }

  /**
   * What {@link #encode} gave.
   *
   * @throws StoreException when it is something else
   */
  static AuditSecret decode(byte[] bytes) {
    Map<String, String> facts = Facts.decode(bytes);
    try {
      return new AuditSecret(
          Base64.getDecoder().decode(facts.getOrDefault(KEY, "")),
          Arrays.asList(facts.getOrDefault(CHAINS, "").split(" ")));
    } catch (IllegalArgumentException e) {
      throw new StoreException("The audit trail's key has a form that is unknown here", e);
    }
  }

  /** To be sealed. */
  byte[] encode() {
    return Facts.encode(
        Map.of(
            KEY, Base64.getEncoder().encodeToString(key.getEncoded()),
            CHAINS, String.join(" ", chains)));
  }

  /** The chains, all of them since the trail began. */
  List<String> chains() {
    return new ArrayList<>(chains);
  }

  /**
   * Binds a row to its place and to the row before it. Every text goes in with its name and length,
   * so that no two rows give the same bytes.
   */
  AuditMac mac(AuditRow row, AuditMac previous) {
    Map<String, String> facts = new HashMap<>(row.columns());
    facts.put("form", FORM);
    facts.put("previous", previous.toString());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return new AuditMac(mac.doFinal(Facts.encode(facts)));
    } catch (GeneralSecurityException e) {
      throw new StoreException("The store cannot be used: this Java lacks HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
