package io.tillbot.adapter.slack.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a person just did, which opens one view within three seconds:
 * docs.slack.dev/interactivity/handling-user-interaction#modal_responses. Safe for many threads.
 */
final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Who did it, where. */
  record Trigger(String team, String user, Instant made) {}

  private final Map<String, Trigger> fresh = new HashMap<>();
  private final Map<String, Trigger> exchanged = new HashMap<>();
  private final Clock clock;

  Triggers(Clock clock) {
    this.clock = clock;
  }

  synchronized String issue(String team, String user) {
    String id = "12345.98765." + NUMBERS.incrementAndGet();
    fresh.put(id, new Trigger(team, user, clock.instant()));
    return id;
  }

  /** Uses it. */
  synchronized Trigger exchange(Call call, String id) {
    if (exchanged.containsKey(id)) {
      throw call.refused("exchanged_trigger_id");
    }
    Trigger trigger = fresh.get(id);
    if (trigger == null || !trigger.team().equals(call.grant().team())) {
      throw call.refused("invalid_trigger_id");
    }
    if (Duration.between(trigger.made(), clock.instant()).compareTo(LIFE) > 0) {
      throw call.refused("expired_trigger_id");
    }
    fresh.remove(id);
    exchanged.put(id, trigger);
    return trigger;
  }
}
