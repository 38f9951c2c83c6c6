package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillbot.core.access.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows what Slack has sent: <a
 * href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests
 * from Slack</a>. In place of Bolt's own check, which takes any time in the future, compares in a
 * time that tells, and logs the signature.
 */
final class Signature {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;

  Signature(Secret secret, Clock clock) {
    this.key = new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /** Whether Slack signed these bytes within the last five minutes, or the next, by its clock. */
  boolean isGood(Map<String, List<String>> headers, byte[] body) {
    Optional<String> time = only(headers, "X-Slack-Request-Timestamp");
    Optional<String> given = only(headers, "X-Slack-Signature");
    if (time.isEmpty() || given.isEmpty() || !isNow(time.get())) {
      return false;
    }
    return MessageDigest.isEqual(given.get().getBytes(UTF_8), made(time.get(), body));
  }

  private boolean isNow(String seconds) {
    if (!SECONDS.matcher(seconds).matches()) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
    return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
  }

  private byte[] made(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + time + ":").getBytes(US_ASCII));
      return ("v0=" + HexFormat.of().formatHex(mac.doFinal(body))).getBytes(US_ASCII);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + ALGORITHM, missing);
    }
  }

  /** The header's value; one that is given twice is none. */
  private static Optional<String> only(Map<String, List<String>> headers, String name) {
    List<String> values =
        headers.entrySet().stream()
            .filter(header -> name.equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
