package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillbot.core.Delivered;
import io.tillbot.core.Message;
import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Destination;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Slack delivers, as it is known when it comes again. */
final class Arrivals {
  private static final String URL = "url";
  private static final String WORKSPACE = "workspace";
  private static final String USER = "user";

  private Arrivals() {}

  /**
   * The message. Slack makes a {@code trigger_id} and a {@code response_url} for each command and
   * each press, and repeats both when it delivers it again; the key is their hash, since whoever
   * has the address can speak to the person.
   */
  static Delivered of(Message message, @Nullable String trigger, AnswerAddress address) {
    String both = (trigger == null ? "" : trigger) + "\n" + address.uri();
    Map<String, String> where = new HashMap<>();
    where.put(URL, address.uri().toString());
    where.put(USER, message.caller().user());
    Optional.ofNullable(message.caller().workspace()).ifPresent(id -> where.put(WORKSPACE, id));
    return new Delivered(
        Platform.SLACK.id() + "/" + sha256(both),
        message,
        Optional.of(new Destination(Platform.SLACK, where)));
  }

  /**
   * Whom a message came from, and where they are answered.
   *
   * @throws IllegalArgumentException when it did not come from Slack
   */
  static Recipient recipient(Destination destination, SlackHosts hosts) {
    Map<String, String> where = destination.address();
    return new Recipient(
        Whereabouts.caller(null, where.get(WORKSPACE), where.get(USER)),
        AnswerAddress.require(where.getOrDefault(URL, ""), hosts));
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
