package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/** {@code users.info} and {@code usergroups.*}. */
final class PeopleMethods {
  private PeopleMethods() {}

  static List<Method> all() {
    return List.of(
        Method.of("users.info", PeopleMethods::info)
            .scope("users:read")
            .needs("user")
            .takes("include_locale")
            .refuses("user_not_found"),
        Method.of("usergroups.list", PeopleMethods::groups)
            .scope("usergroups:read")
            .takes("include_users", "include_disabled", "include_count"),
        Method.of("usergroups.users.list", PeopleMethods::members)
            .scope("usergroups:read")
            .needs("usergroup")
            .takes("include_disabled")
            .refuses("no_such_subteam"));
  }

  private static JsonObject info(Call call) {
    Member member =
        call.team().member(call.text("user")).orElseThrow(() -> call.refused("user_not_found"));
    JsonObject user = new JsonObject();
    user.addProperty("id", member.id());
    user.addProperty("team_id", call.team().id());
    user.addProperty("name", member.name());
    if (call.optional("include_locale").filter(Set.of("true", "1")::contains).isPresent()) {
      user.addProperty("locale", member.locale());
    }
    JsonObject answer = Call.ok();
    answer.add("user", user);
    return answer;
  }

  private static JsonObject groups(Call call) {
    boolean isWithUsers =
        call.optional("include_users").filter(Set.of("true", "1")::contains).isPresent();
    JsonArray groups = new JsonArray();
    call.team()
        .groups()
        .forEach(
            (id, users) -> {
              JsonObject group = new JsonObject();
              group.addProperty("id", id);
              group.addProperty("team_id", call.team().id());
              group.addProperty("is_usergroup", true);
              group.addProperty("handle", id);
              group.addProperty("name", id);
              if (isWithUsers) {
                group.add("users", array(users));
              }
              groups.add(group);
            });
    JsonObject answer = Call.ok();
    answer.add("usergroups", groups);
    return answer;
  }

  private static JsonObject members(Call call) {
    Set<String> users = call.team().groups().get(call.text("usergroup"));
    if (users == null) {
      throw call.refused("no_such_subteam");
    }
    JsonObject answer = Call.ok();
    answer.add("users", array(users));
    return answer;
  }

  private static JsonArray array(Set<String> texts) {
    JsonArray array = new JsonArray();
    texts.stream().sorted().forEach(array::add);
    return array;
  }
}
