package io.tillbot.app.config;

import io.tillbot.core.access.Caller;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the roles, and finds them again by their names. */
final class PolicyRoles {
  /** What members are called cannot be the name of a role as well. */
  private static final Set<String> TAKEN = Set.of("terminal", "everybody");

  private final PolicyNodes nodes;
  private final Rule<Set<Member>> member;
  private final Map<String, Role> roles = new HashMap<>();

  PolicyRoles(PolicyNodes nodes, Optional<Caller> terminal) {
    this.nodes = nodes;
    this.member = PolicyWords.member(terminal);
  }

  /** Reads the section; a role that is no good is known all the same. */
  void read(Node node) {
    nodes.entries(node, "roles").forEach(this::role);
  }

  private void role(String name, Node members) {
    String what = "role " + PolicyNodes.shown(name);
    if (!Role.isName(name) || TAKEN.contains(name)) {
      nodes.fault(
          members,
          what,
          "the name must be of lower-case letters, digits and hyphens, and not "
              + String.join(" or ", TAKEN.stream().sorted().toList()));
      return;
    }
    Set<Member> all =
        nodes.list(members, what, member).stream()
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    roles.put(name, new Role(name, all));
  }

  /** The roles that a rule names. */
  Set<Role> named(Node node, String what) {
    return Set.copyOf(
        nodes.someOf(node, what, new Rule<>(Optional::of, "must hold names of roles")).stream()
            .flatMap(name -> known(node, what, name).stream())
            .collect(Collectors.toSet()));
  }

  /** Who may agree: roles, and members by themselves. */
  List<Role> approvers(Node node, String what) {
    Rule<String> word = new Rule<>(Optional::of, "must hold names of roles, or members");
    return nodes.someOf(node, what, word).stream()
        .flatMap(
            name ->
                member
                    .read(name)
                    .map(members -> new Role(name, members))
                    .or(() -> known(node, what, name))
                    .stream())
        .toList();
  }

  private Optional<Role> known(Node node, String what, String name) {
    Optional<Role> role = Optional.ofNullable(roles.get(name));
    if (role.isEmpty()) {
      nodes.fault(node, what, PolicyNodes.unknown("role", name, roles.keySet()));
    }
    return role;
  }
}
