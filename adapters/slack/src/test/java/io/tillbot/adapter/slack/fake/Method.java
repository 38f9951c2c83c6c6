package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One method of the Web API: docs.slack.dev/reference/methods.
 *
 * @param caller whose token it takes; {@code null} where it takes none
 * @param scopes all of which the token must have
 * @param needs arguments without which it does nothing
 * @param takes arguments that it knows as well
 * @param refusals the codes of its own with which it refuses
 */
record Method(
    String name,
    Grant.@org.jspecify.annotations.Nullable Kind caller,
    Set<String> scopes,
    Set<String> needs,
    Set<String> takes,
    Set<String> refusals,
    Function<Call, JsonObject> work) {

  /** A method for bots. */
  static Method of(String name, Function<Call, JsonObject> work) {
    return new Method(name, Grant.Kind.BOT, Set.of(), Set.of(), Set.of(), Set.of(), work);
  }

  /** The same for an app-level token. */
  Method forTheApp() {
    return new Method(name, Grant.Kind.APP, scopes, needs, takes, refusals, work);
  }

  /** The same for anybody. */
  Method forAnybody() {
    return new Method(name, null, scopes, needs, takes, refusals, work);
  }

  Method scope(String... all) {
    return new Method(name, caller, Set.of(all), needs, takes, refusals, work);
  }

  Method needs(String... all) {
    return new Method(name, caller, scopes, Set.of(all), takes, refusals, work);
  }

  Method takes(String... all) {
    return new Method(name, caller, scopes, needs, Set.of(all), refusals, work);
  }

  Method refuses(String... all) {
    return new Method(name, caller, scopes, needs, takes, Set.of(all), work);
  }

  /** Every argument that it knows. */
  Set<String> arguments() {
    Set<String> all = new HashSet<>(needs);
    all.addAll(takes);
    return all;
  }

  /** Every way in which it refuses by itself. */
  List<Rule> rules() {
    return Stream.concat(
            refusals.stream(), scopes.isEmpty() ? Stream.of() : Stream.of("missing_scope"))
        .map(code -> new Rule(name, code))
        .toList();
  }
}
