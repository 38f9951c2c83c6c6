package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Triggers.Trigger;
import java.util.List;

/** {@code views.*}: docs.slack.dev/reference/methods/views.open and its neighbours. */
final class ViewMethods {
  private static final int LARGEST = 250_000;

  private ViewMethods() {}

  static List<Method> all() {
    return List.of(
        Method.of("views.open", ViewMethods::open)
            .needs("trigger_id", "view")
            .refuses(
                "invalid_trigger_id",
                "expired_trigger_id",
                "exchanged_trigger_id",
                "duplicate_external_id",
                "view_too_large",
                "invalid_arguments"),
        Method.of("views.push", ViewMethods::push)
            .needs("trigger_id", "view")
            .refuses(
                "invalid_trigger_id",
                "expired_trigger_id",
                "exchanged_trigger_id",
                "push_limit_reached",
                "duplicate_external_id",
                "view_too_large",
                "invalid_arguments"),
        Method.of("views.update", ViewMethods::update)
            .needs("view")
            .takes("view_id", "external_id", "hash")
            .refuses(
                "not_found",
                "hash_conflict",
                "duplicate_external_id",
                "view_too_large",
                "invalid_arguments"),
        Method.of("views.publish", ViewMethods::publish)
            .needs("user_id", "view")
            .takes("hash")
            .refuses("hash_conflict", "not_enabled", "view_too_large", "invalid_arguments"));
  }

  private static JsonObject open(Call call) {
    JsonObject view = lawful(call, "modal");
    requireOwnId(call, view, "");
    Trigger trigger = call.world().triggers().exchange(call, call.text("trigger_id"));
    return shown(call.world().views().open(trigger.team(), trigger.user(), view));
  }

  private static JsonObject push(Call call) {
    JsonObject view = lawful(call, "modal");
    requireOwnId(call, view, "");
    Trigger trigger = call.world().triggers().exchange(call, call.text("trigger_id"));
    return shown(
        call.world()
            .views()
            .push(trigger.team(), trigger.user(), view)
            .orElseThrow(() -> call.refused("push_limit_reached")));
  }

  private static JsonObject update(Call call) {
    JsonObject view = lawful(call, "modal");
    String id =
        call.optional("view_id")
            .or(() -> call.optional("external_id"))
            .orElseThrow(() -> call.refused("not_found"));
    ShownView old =
        call.world()
            .views()
            .find(call.team().id(), id)
            .orElseThrow(() -> call.refused("not_found"));
    requireHash(call, old);
    requireOwnId(call, view, old.id());
    return shown(call.world().views().update(old, view));
  }

  private static JsonObject publish(Call call) {
    JsonObject view = lawful(call, "home");
    String user = call.text("user_id");
    if (call.team().member(user).isEmpty()) {
      throw call.refused("invalid_arguments", List.of("invalid `user_id`"));
    }
    if (!call.world().hasHome()) {
      throw call.refused("not_enabled");
    }
    call.world().views().home(user).ifPresent(old -> requireHash(call, old));
    return shown(call.world().views().publish(call.team().id(), user, view));
  }

  private static JsonObject lawful(Call call, String type) {
    if (call.text("view").getBytes(UTF_8).length > LARGEST) {
      throw call.refused("view_too_large");
    }
    JsonObject view = call.object("view");
    List<String> problems = ViewLaws.problems(view);
    if (problems.isEmpty() && !Elements.isA(view, type)) {
      problems = List.of("a view of another type than " + type);
    }
    if (!problems.isEmpty()) {
      throw call.refused("invalid_arguments", problems);
    }
    return view;
  }

  private static void requireOwnId(Call call, JsonObject view, String but) {
    if (view.has("external_id")
        && call.world()
            .views()
            .isTaken(call.team().id(), view.get("external_id").getAsString(), but)) {
      throw call.refused("duplicate_external_id");
    }
  }

  private static void requireHash(Call call, ShownView old) {
    if (!call.optional("hash").orElse(old.hash()).equals(old.hash())) {
      throw call.refused("hash_conflict");
    }
  }

  private static JsonObject shown(ShownView view) {
    JsonObject answer = Call.ok();
    answer.add("view", view.json());
    return answer;
  }
}
