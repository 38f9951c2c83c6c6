package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bodies as Slack posts them, and the headers with which it signs them. */
public final class Posts {
  private static final AtomicLong TRIGGERS = new AtomicLong();

  private Posts() {}

  /** Signed as docs.slack.dev/authentication/verifying-requests-from-slack says. */
  public static Map<String, List<String>> signed(String secret, Instant time, byte[] body) {
    String seconds = Long.toString(time.getEpochSecond());
    return Map.of(
        "X-Slack-Request-Timestamp", List.of(seconds),
        "X-Slack-Signature", List.of(signature(secret, seconds, body)));
  }

  private static String signature(String secret, String seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(("v0:" + seconds + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** A form. */
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A trigger that opens nothing; no two of Slack's are the same. */
  public static String trigger() {
    return "1.2." + TRIGGERS.incrementAndGet();
  }

  /** A slash command, in a channel with this id. */
  public static Map<String, String> command(
      String user, String channel, String command, String text, String responseUrl) {
    return Map.ofEntries(
        Map.entry("token", "old-verification-token"),
        Map.entry("team_id", "T1"),
        Map.entry("team_domain", "example"),
        Map.entry("channel_id", channel),
        Map.entry("channel_name", channel.startsWith("D") ? "directmessage" : "billing"),
        Map.entry("user_id", user),
        Map.entry("user_name", "somebody"),
        Map.entry("command", command),
        Map.entry("text", text),
        Map.entry("api_app_id", "A1"),
        Map.entry("is_enterprise_install", "false"),
        Map.entry("response_url", responseUrl),
        Map.entry("trigger_id", trigger()));
  }
}
