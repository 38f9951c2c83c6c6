package io.tillbot.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The people, channels and user groups of the fake Slack. Safe for many threads. */
final class FakeDirectory {
  private final Map<String, String> locales = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, List<String>> channels = new HashMap<>();

  private volatile CountDownLatch held = new CountDownLatch(0);

  synchronized void speaks(String user, String locale) {
    locales.put(user, locale);
  }

  synchronized void group(String id, String... users) {
    groups.put(id, List.of(users));
  }

  /** A channel of which these are true, such as {@code is_private}. */
  synchronized void channel(String id, String... flags) {
    channels.put(id, List.of(flags));
  }

  /** From now on nothing is told before the latch is down. */
  void hold(CountDownLatch latch) {
    held = latch;
  }

  Optional<String> call(String method, Map<String, String> form, Set<String> scopes) {
    try {
      held.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return told(method, form, scopes);
  }

  private synchronized Optional<String> told(
      String method, Map<String, String> form, Set<String> scopes) {
    return switch (method) {
      case "users.info" -> Optional.of(user(form, scopes));
      case "usergroups.list" -> Optional.of(groups(form, scopes));
      case "conversations.info" -> Optional.of(channel(form, scopes));
      default -> Optional.empty();
    };
  }

  private String user(Map<String, String> form, Set<String> scopes) {
    String id = form.getOrDefault("user", "");
    if (!scopes.contains("users:read")) {
      return error("missing_scope");
    }
    if (!id.startsWith("U")) {
      return error("user_not_found");
    }
    JsonObject user = new JsonObject();
    user.addProperty("id", id);
    if ("1".equals(form.get("include_locale")) || "true".equals(form.get("include_locale"))) {
      user.addProperty("locale", locales.getOrDefault(id, "en-US"));
    }
    return good("user", user);
  }

  private String groups(Map<String, String> form, Set<String> scopes) {
    if (!scopes.contains("usergroups:read")) {
      return error("missing_scope");
    }
    JsonArray all = new JsonArray();
    groups.forEach(
        (id, users) -> {
          JsonObject group = new JsonObject();
          group.addProperty("id", id);
          if ("1".equals(form.get("include_users")) || "true".equals(form.get("include_users"))) {
            JsonArray members = new JsonArray();
            users.forEach(members::add);
            group.add("users", members);
          }
          all.add(group);
        });
    return good("usergroups", all);
  }

  private String channel(Map<String, String> form, Set<String> scopes) {
    String id = form.getOrDefault("channel", "");
    List<String> flags = channels.get(id);
    if (flags == null) {
      return error("channel_not_found");
    }
    if (!scopes.contains(flags.contains("is_private") ? "groups:read" : "channels:read")) {
      return error("missing_scope");
    }
    JsonObject channel = new JsonObject();
    channel.addProperty("id", id);
    flags.forEach(flag -> channel.addProperty(flag, true));
    return good("channel", channel);
  }

  private static String good(String name, com.google.gson.JsonElement value) {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    answer.add(name, value);
    return answer.toString();
  }

  private static String error(String code) {
    return "{\"ok\":false,\"error\":\"" + code + "\"}";
  }
}
