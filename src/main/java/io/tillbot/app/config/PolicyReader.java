package io.tillbot.app.config;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Makes a policy of the text of its file, and finds every problem before it says any.
 *
 * @param terminal whom {@code terminal} names; nobody when empty
 * @param registry the commands that rules can name
 */
record PolicyReader(Optional<Caller> terminal, CommandRegistry registry) {
  private static final String PAY = "pay";
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
    Map<String, Node> sections = root.map(node -> sections(nodes, node)).orElse(Map.of());
    List<PolicyRule> rules = rules(nodes, sections);
    if (rules.isEmpty()) {
      faults.add(name, NO_RULES);
    }
    Set<Workspace> payingByLink =
        Optional.ofNullable(sections.get(PAY))
            .map(node -> new PolicyPayments(nodes).byLink(node))
            .orElse(Set.of());
    faults.throwIfAny();
    return new Policy(rules, payingByLink);
  }

  private static Map<String, Node> sections(PolicyNodes nodes, Node root) {
    Map<String, Node> sections = new HashMap<>();
    Map<String, Consumer<Node>> readers =
        Stream.of("roles", "rules", PAY)
            .collect(
                Collectors.toMap(Function.identity(), name -> node -> sections.put(name, node)));
    nodes.keys(root, "the file", readers);
    return sections;
  }

  private List<PolicyRule> rules(PolicyNodes nodes, Map<String, Node> sections) {
    PolicyRoles roles = new PolicyRoles(nodes, terminal);
    Optional.ofNullable(sections.get("roles")).ifPresent(roles::read);
    PolicyRuleReader reader = new PolicyRuleReader(nodes, roles, registry);
    return Optional.ofNullable(sections.get("rules"))
        .map(node -> nodes.items(node, "rules").stream().map(reader::read).toList())
        .orElse(List.of());
  }
}
