package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Something that Slack tells the app, whichever way it goes.
 *
 * @param age how long it was on its way
 */
public record Delivery(Kind kind, JsonObject payload, Duration age, Optional<Retry> retry) {
  /** What it is about; named as Socket Mode names it. */
  public enum Kind {
    COMMAND("slash_commands"),
    INTERACTION("interactive"),
    EVENT("events_api");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  /** It was delivered before: docs.slack.dev/apis/events-api#retries. */
  public record Retry(int number, String reason) {}

  private static final Set<String> ANSWERED_AT_ONCE = Set.of("view_submission", "block_suggestion");

  public static Delivery of(Kind kind, JsonObject payload) {
    return new Delivery(kind, payload, Duration.ZERO, Optional.empty());
  }

  /** The same, once more. */
  public Delivery again(int number, String reason) {
    return new Delivery(kind, payload, age, Optional.of(new Retry(number, reason)));
  }

  /** The same, after a long way. */
  public Delivery late(Duration time) {
    return new Delivery(kind, payload, time, retry);
  }

  /** Whether the acknowledgement may say something. */
  boolean acceptsResponsePayload() {
    return switch (kind) {
      case COMMAND -> true;
      case EVENT -> false;
      case INTERACTION -> ANSWERED_AT_ONCE.contains(payload.get("type").getAsString());
    };
  }
}
