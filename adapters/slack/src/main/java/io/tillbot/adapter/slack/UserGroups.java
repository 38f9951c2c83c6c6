package io.tillbot.adapter.slack;

import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.model.Usergroup;
import io.tillbot.adapter.slack.Known.Found;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Which user groups somebody is in, by the groups' ids: one request for all people of a workspace.
 * Where Slack does not tell, nobody is in any. Needs the scope {@code usergroups:read}. <a
 * href="https://docs.slack.dev/reference/methods/usergroups.list">usergroups.list</a>
 */
final class UserGroups {
  private static final int WORKSPACES = 200;

  /** Who has left a group has its role for so long. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final Lookups lookups;
  private final Known<Workspace, Map<String, Set<String>>> members;

  UserGroups(Lookups lookups, Clock clock, Executor threads) {
    this.lookups = lookups;
    this.members = new Known<>(WORKSPACES, Lookups.PATIENCE, clock, threads);
  }

  /** The ids of the groups that the caller is in. */
  Set<String> of(Caller caller) {
    return members
        .get(Workspace.of(caller), () -> ask(caller), Map.of())
        .getOrDefault(caller.user(), Set.of());
  }

  private Found<Map<String, Set<String>>> ask(Caller caller) {
    return lookups
        .ask(
            "usergroups.list",
            caller,
            methods -> methods.usergroupsList(request -> request.includeUsers(true)))
        .map(UsergroupsListResponse::getUsergroups)
        .map(groups -> new Found<>(byMember(groups), LIFE))
        .orElseGet(() -> new Found<>(Map.of(), AFTER_TROUBLE));
  }

  private static Map<String, Set<String>> byMember(List<Usergroup> groups) {
    Map<String, Set<String>> byMember = new HashMap<>();
    for (Usergroup group : groups) {
      if (group.getId() == null || !Caller.isId(group.getId()) || group.getUsers() == null) {
        continue;
      }
      for (String user : group.getUsers()) {
        byMember.computeIfAbsent(user, _ -> new HashSet<>()).add(group.getId());
      }
    }
    return byMember;
  }
}
