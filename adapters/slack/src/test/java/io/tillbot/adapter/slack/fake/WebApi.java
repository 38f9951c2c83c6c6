package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of Slack's Web API, and what they all demand. Whoever needs another method adds it to
 * its family, or a family to {@link #METHODS}, with its rows in {@code docs/fakes.md}. Safe for
 * many threads.
 */
public final class WebApi {
  static final List<Method> METHODS =
      Stream.of(
              AuthMethods.all(),
              ChatMethods.all(),
              ConversationMethods.all(),
              FileMethods.all(),
              PeopleMethods.all(),
              SocketMethods.all(),
              ViewMethods.all())
          .flatMap(List::stream)
          .toList();

  static final List<Rule> RULES =
      Rule.of(
          "every method",
          "not_authed",
          "invalid_auth",
          "token_revoked",
          "account_inactive",
          "unknown_method",
          "not_allowed_token_type",
          "invalid_arguments",
          "invalid_arg_name",
          "ratelimited");

  /** An answer, and after how many seconds to come again where it is too early. */
  record Answer(int status, JsonObject json, Optional<Integer> retryAfter) {}

  /** A call that was made, and what became of it. */
  public record Made(String method, Map<String, String> arguments, JsonObject answer) {}

  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, Integer> limits = new HashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final List<Made> made = new ArrayList<>();
  private final World world;
  private int status = 200;

  WebApi(World world) {
    this.world = world;
    METHODS.forEach(method -> methods.put(method.name(), method));
  }

  /** Every token loses a scope. */
  public void revoke(String scope) {
    world.tokens().withdraw(scope);
  }

  /** From now on files are to go to another server. */
  public void sendUploadsTo(String host) {
    world.sendUploadsTo(host);
  }

  /** From now on every call is answered with this status; 200 ends that. */
  public synchronized void fail(int code) {
    status = code;
  }

  /** So many of the next calls of a method come too early. */
  public synchronized void limit(String method, int calls) {
    limits.put(method, calls);
  }

  /** The next call of that method is refused with this code, once. */
  public void refuseOnce(String method, String code) {
    refusals.put(method, code);
  }

  /** From now on calls of that method are answered no sooner than the latch is down. */
  public void hold(String method, CountDownLatch latch) {
    held.put(method, latch);
  }

  private void await(String method) {
    try {
      held.getOrDefault(method, new CountDownLatch(0)).await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** What was called, oldest first. */
  public synchronized List<Made> made() {
    return List.copyOf(made);
  }

  /** How often that method was called. */
  public long calls(String method) {
    return made().stream().filter(call -> call.method().equals(method)).count();
  }

  /** The files that came. */
  public List<Arrived> arrived() {
    return world.files().arrived();
  }

  Answer call(String name, String authorization, Map<String, String> arguments) {
    await(name);
    Answer answer = answer(name, authorization, arguments);
    synchronized (this) {
      made.add(new Made(name, Map.copyOf(arguments), answer.json()));
    }
    return answer;
  }

  private Answer answer(String name, String authorization, Map<String, String> arguments) {
    if (isEarly(name)) {
      return early();
    }
    synchronized (this) {
      if (status == 429) {
        return early();
      }
      if (status != 200) {
        return new Answer(status, new JsonObject(), Optional.empty());
      }
    }
    String refusal = refusals.remove(name);
    if (refusal != null) {
      return new Answer(200, new Refused(refusal).json(), Optional.empty());
    }
    try {
      return new Answer(200, done(name, authorization, arguments), Optional.empty());
    } catch (Refused refused) {
      return new Answer(200, refused.json(), Optional.empty());
    }
  }

  private static Answer early() {
    return new Answer(429, new Refused("ratelimited").json(), Optional.of(1));
  }

  private synchronized boolean isEarly(String name) {
    int left = limits.getOrDefault(name, 0);
    limits.put(name, Math.max(0, left - 1));
    return left > 0;
  }

  private JsonObject done(String name, String authorization, Map<String, String> given) {
    Method method = methods.get(name);
    if (method == null) {
      throw new Refused("unknown_method");
    }
    Map<String, String> arguments = new LinkedHashMap<>(given);
    String bearer = authorization;
    if (method.caller() == null) {
      bearer = "";
      Basic.credentials(authorization)
          .ifPresent(
              pair -> {
                arguments.putIfAbsent("client_id", pair.user());
                arguments.putIfAbsent("client_secret", pair.password());
              });
    } else {
      Optional.ofNullable(arguments.remove("token")).ifPresent(_ -> tokenInForm());
    }
    @Nullable Grant grant = method.caller() == null ? null : world.tokens().require(bearer);
    require(method, grant, arguments);
    return method.work().apply(new Call(method, grant, bearer, arguments, world));
  }

  private static void tokenInForm() {
    throw Call.refusedBy("invalid_arguments", "a token belongs into the header");
  }

  private static void require(Method method, @Nullable Grant grant, Map<String, String> arguments) {
    if (grant != null) {
      if (grant.kind() != method.caller()) {
        throw new Refused("not_allowed_token_type");
      }
      method.scopes().stream()
          .filter(scope -> !grant.scopes().contains(scope))
          .findFirst()
          .ifPresent(
              scope -> {
                throw missing(scope, grant);
              });
    }
    if (!method.arguments().containsAll(arguments.keySet())) {
      TreeSet<String> unknown = new TreeSet<>(arguments.keySet());
      unknown.removeAll(method.arguments());
      throw Refused.because("invalid_arg_name", List.copyOf(unknown));
    }
    for (String needed : method.needs()) {
      if (arguments.getOrDefault(needed, "").isEmpty()) {
        throw Call.refusedBy("invalid_arguments", "missing required field: " + needed);
      }
    }
  }

  /** As Slack tells what is missing. */
  static Refused missing(String scope, Grant grant) {
    JsonObject more = new JsonObject();
    more.addProperty("needed", scope);
    more.addProperty("provided", String.join(",", new TreeSet<>(grant.scopes())));
    return new Refused("missing_scope", more);
  }

  /** Arguments that came as JSON, as a form would have them. */
  static Map<String, String> arguments(JsonObject body) {
    Map<String, String> arguments = new HashMap<>();
    body.entrySet()
        .forEach(
            entry ->
                arguments.put(
                    entry.getKey(),
                    entry.getValue().isJsonPrimitive()
                        ? entry.getValue().getAsString()
                        : entry.getValue().toString()));
    return arguments;
  }
}
