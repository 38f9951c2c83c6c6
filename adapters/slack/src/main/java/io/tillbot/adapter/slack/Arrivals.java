package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillbot.adapter.slack.AnswerAddress.Direct;
import io.tillbot.adapter.slack.AnswerAddress.InChannel;
import io.tillbot.adapter.slack.AnswerAddress.InView;
import io.tillbot.adapter.slack.AnswerAddress.ResponseUrl;
import io.tillbot.core.Delivered;
import io.tillbot.core.Message;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Destination;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Slack delivers, as it is known when it comes again. */
final class Arrivals {
  private static final String WORKSPACE = "workspace";
  private static final String USER = "user";
  private static final String CHANNEL = "channel";
  private static final String KIND = "kind";
  private static final String URL = "url";
  private static final String THREAD = "thread";
  private static final String VIEW = "view";
  private static final String MEMO = "memo";
  private static final String DIRECT = "direct";

  private Arrivals() {}

  /**
   * The message. Slack makes a {@code trigger_id} for each command, press and form, and repeats it
   * when it delivers that again; the key is a hash, since whoever has the address of an answer can
   * speak to the person.
   *
   * @param trigger the {@code trigger_id}, or the {@code event_id} of what has none
   */
  static Delivered of(Message message, @Nullable String trigger, Recipient recipient) {
    String unique = Objects.requireNonNullElse(trigger, "") + "\n" + origin(recipient.address());
    return new Delivered(
        Platform.SLACK.id() + "/" + sha256(unique),
        message,
        Optional.of(new Destination(Platform.SLACK, where(recipient))));
  }

  /** What else Slack repeats with it. */
  private static String origin(AnswerAddress address) {
    return switch (address) {
      case ResponseUrl(var uri, Optional<String> _) -> uri.toString();
      case InChannel(String channel, Optional<String> _) -> channel;
      case InView(String id, Optional<String> _, FormMemo _) -> id;
      case Direct() -> DIRECT;
    };
  }

  private static Map<String, String> where(Recipient recipient) {
    Map<String, String> where = new HashMap<>();
    where.put(USER, recipient.caller().user());
    Optional.ofNullable(recipient.caller().workspace()).ifPresent(id -> where.put(WORKSPACE, id));
    where.put(CHANNEL, recipient.place().id());
    where.put(KIND, recipient.place().kind().name());
    switch (recipient.address()) {
      case ResponseUrl(var uri, Optional<String> _) -> where.put(URL, uri.toString());
      case InChannel(String _, Optional<String> thread) -> where.put(THREAD, thread.orElse(""));
      case InView(String id, Optional<String> _, FormMemo memo) -> {
        where.put(VIEW, id);
        where.put(MEMO, memo.metadata());
      }
      case Direct() -> where.put(DIRECT, "");
    }
    return where;
  }

  /**
   * Whom a message came from, and where they are answered.
   *
   * @throws IllegalArgumentException when it did not come from Slack
   */
  static Recipient recipient(Destination destination, SlackHosts hosts) {
    Map<String, String> where = destination.address();
    String channel = where.getOrDefault(CHANNEL, "");
    return new Recipient(
        Whereabouts.caller(null, where.get(WORKSPACE), where.get(USER)),
        new Place(
            Place.Kind.valueOf(where.getOrDefault(KIND, Place.Kind.PUBLIC_CHANNEL.name())),
            channel),
        address(where, channel, hosts));
  }

  private static AnswerAddress address(
      Map<String, String> where, String channel, SlackHosts hosts) {
    @Nullable String thread = where.get(THREAD);
    @Nullable String view = where.get(VIEW);
    if (thread != null) {
      return new InChannel(channel, Optional.of(thread).filter(ts -> !ts.isEmpty()));
    }
    if (view != null) {
      return new InView(view, Optional.empty(), FormMemo.of(where.get(MEMO)));
    }
    return where.containsKey(DIRECT)
        ? new Direct()
        : AnswerAddress.require(where.getOrDefault(URL, ""), hosts);
  }

  /** Of few characters, whatever is given. */
  static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
