package io.tillbot.app.config;

import io.tillbot.core.access.Caller;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Makes a policy of the text of its file, and finds every problem before it says any.
 *
 * @param terminal whom {@code terminal} names; nobody when empty
 * @param registry the commands that rules can name
 */
record PolicyReader(Optional<Caller> terminal, CommandRegistry registry) {
  private static final String NO_RULES =
      "must hold rules: a list of at least one; what no rule allows is denied";

  /**
   * Reads it.
   *
   * @param name the file, as problems name it
   * @throws ConfigurationException with every problem, each with its line
   */
  Policy read(String text, String name) {
    Faults faults = new Faults();
    Yaml yaml = new Yaml(name, faults);
    Optional<Node> root = yaml.compose(text);
    faults.throwIfAny();
    PolicyNodes nodes = new PolicyNodes(yaml, faults);
    List<PolicyRule> rules = root.map(node -> rules(nodes, node)).orElse(List.of());
    if (rules.isEmpty()) {
      faults.add(name, NO_RULES);
    }
    faults.throwIfAny();
    return new Policy(rules);
  }

  private List<PolicyRule> rules(PolicyNodes nodes, Node root) {
    Map<String, Node> sections = new HashMap<>();
    Map<String, Consumer<Node>> readers =
        Map.of(
            "roles", node -> sections.put("roles", node),
            "rules", node -> sections.put("rules", node));
    nodes.keys(root, "the file", readers);
    PolicyRoles roles = new PolicyRoles(nodes, terminal);
    Optional.ofNullable(sections.get("roles")).ifPresent(roles::read);
    PolicyRuleReader reader = new PolicyRuleReader(nodes, roles, registry);
    return Optional.ofNullable(sections.get("rules"))
        .map(node -> nodes.items(node, "rules").stream().map(reader::read).toList())
        .orElse(List.of());
  }
}
