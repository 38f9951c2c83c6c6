package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses at which Slack takes late answers. Five answers in thirty minutes each:
 * docs.slack.dev/interactivity/handling-user-interaction#message_responses. Safe for many threads.
 */
final class Answers {
  static final List<Rule> RULES =
      Rule.of(
          "response_url",
          "no_such_address",
          "expired_url",
          "used_url",
          "invalid_payload",
          "invalid_blocks",
          "message_not_found");

  private static final int USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private static final class Address {
    private final String user;
    private final String channel;
    private final Optional<String> original;
    private final Instant made;
    private int uses;

    private Address(String user, String channel, Optional<String> original, Instant made) {
      this.user = user;
      this.channel = channel;
      this.original = original;
      this.made = made;
    }
  }

  /** What a post is answered. */
  record Verdict(int status, String body) {}

  private final Map<String, Address> addresses = new HashMap<>();
  private final List<String> refusals = new ArrayList<>();
  private final World world;
  private int failing;
  private int failures;

  Answers(World world) {
    this.world = world;
  }

  /**
   * A new address for one person's answers.
   *
   * @param original the message whose button was pressed, when there is one
   */
  synchronized String address(String user, String channel, Optional<String> original) {
    String id = "answers-" + world.next();
    addresses.put(id, new Address(user, channel, original, world.clock().instant()));
    return id;
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
    try {
      Address address = usable(id);
      if (!contentType.startsWith("application/json")) {
        throw new Refused("invalid_payload");
      }
      take(address, message(body));
      return new Verdict(200, "ok");
    } catch (Refused refused) {
      refusals.add(refused.getMessage());
      int status = refused.code().startsWith("invalid_") ? 400 : 404;
      return new Verdict(status, refused.json().toString());
    }
  }

  private Address usable(String id) {
    Address address = addresses.get(id);
    if (address == null) {
      throw new Refused("no_such_address");
    }
    if (Duration.between(address.made, world.clock().instant()).compareTo(LIFE) >= 0) {
      throw new Refused("expired_url");
    }
    if (++address.uses > USES) {
      throw new Refused("used_url");
    }
    return address;
  }

  /** The message that a text is. */
  static JsonObject message(String body) {
    JsonObject message;
    try {
      message = JsonParser.parseString(body).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException unreadable) {
      throw new Refused("invalid_payload");
    }
    List<String> problems = MessageLaws.problems(message);
    if (!problems.isEmpty()) {
      throw Refused.because("invalid_blocks", problems);
    }
    return message;
  }

  private void take(Address address, JsonObject message) {
    boolean isDeleting = MessageLaws.isTrue(message, "delete_original");
    if (!isDeleting && !MessageLaws.isTrue(message, "replace_original")) {
      show(address.user, address.channel, message);
      return;
    }
    Seen original =
        address
            .original
            .flatMap(id -> world.screen().find(address.channel, id))
            .orElseThrow(() -> new Refused("message_not_found"));
    if (isDeleting) {
      world.screen().remove(original);
    } else {
      world.screen().replace(original.with(message));
    }
  }

  /** Shows a message to the one person, or to all where it says so. */
  void show(String user, String channel, JsonObject message) {
    boolean isForAll =
        message.has("response_type")
            && message.get("response_type").getAsString().equals("in_channel");
    world
        .screen()
        .add(
            new Seen(
                world.nextTimestamp(),
                isForAll ? Seen.EVERYBODY : user,
                channel,
                message,
                List.of()));
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
