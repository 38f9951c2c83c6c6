package io.tillbot.adapter.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The addresses at which Slack takes late answers, and what people see. Five answers in thirty
 * minutes each: docs.slack.dev/interactivity/handling-user-interaction#message_responses. Safe for
 * many threads.
 */
final class FakeAnswers {
  private static final int USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private static final class Address {
    private final String user;
    private final String channel;
    private final int original;
    private final Instant made;
    private int uses;

    private Address(String user, String channel, int original, Instant made) {
      this.user = user;
      this.channel = channel;
      this.original = original;
      this.made = made;
    }
  }

  /** What a post is answered. */
  record Verdict(int status, String body) {}

  private final Map<String, Address> addresses = new HashMap<>();
  private final List<Seen> seen = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final Clock clock;
  private int failing;
  private int failures;

  FakeAnswers(Clock clock) {
    this.clock = clock;
  }

  /**
   * A new address for one person's answers.
   *
   * @param original the message whose button was pressed; -1 when there is none
   */
  synchronized String address(String user, String channel, int original) {
    String id = "answers-" + (addresses.size() + 1);
    addresses.put(id, new Address(user, channel, original, clock.instant()));
    return id;
  }

  /** Shows what an acknowledgement says. */
  synchronized void acknowledged(String user, String channel, String json) {
    JsonObject message = JsonParser.parseString(json).getAsJsonObject();
    List<String> problems = MessageLaws.problems(message);
    if (!problems.isEmpty()) {
      refusals.add("invalid_command_response " + problems);
      return;
    }
    seen.add(new Seen(user, channel, message));
  }

  /** Answers everything with this status, as when Slack is ill; 0 ends that. */
  synchronized void fail(int status) {
    failing = status;
  }

  synchronized Verdict post(String id, String contentType, String body) {
    if (failing != 0) {
      failures++;
      return new Verdict(failing, "");
    }
    Address address = addresses.get(id);
    if (address == null) {
      return refused(404, "no_such_address");
    }
    if (Duration.between(address.made, clock.instant()).compareTo(LIFE) >= 0) {
      return refused(404, "expired_url");
    }
    if (++address.uses > USES) {
      return refused(404, "used_url");
    }
    if (!contentType.startsWith("application/json")) {
      return refused(400, "invalid_payload");
    }
    return message(address, body);
  }

  private Verdict message(Address address, String body) {
    JsonObject message;
    try {
      message = JsonParser.parseString(body).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException unreadable) {
      return refused(400, "invalid_payload");
    }
    List<String> problems = MessageLaws.problems(message);
    if (!problems.isEmpty()) {
      return refused(400, "invalid_blocks " + problems);
    }
    Seen shown = new Seen(address.user, address.channel, message);
    if (message.has("replace_original") && message.get("replace_original").getAsBoolean()) {
      if (address.original < 0) {
        return refused(404, "message_not_found");
      }
      seen.set(address.original, shown);
    } else {
      seen.add(shown);
    }
    return new Verdict(200, "ok");
  }

  private Verdict refused(int status, String error) {
    refusals.add(error);
    return new Verdict(status, "{\"ok\":false,\"error\":\"" + error.split(" ")[0] + "\"}");
  }

  /** What is to be seen, oldest first; a replaced message stands where the old one stood. */
  synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** How many answers did not get through. */
  synchronized int failures() {
    return failures;
  }

  /** What was refused, and why. */
  synchronized List<String> refusals() {
    return List.copyOf(refusals);
  }
}
