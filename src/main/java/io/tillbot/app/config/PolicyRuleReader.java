package io.tillbot.app.config;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.PolicyRule.Ruling;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads rules one by one. */
final class PolicyRuleReader {
  private static final String HELD = "cancel";
  private static final List<String> TERMS = List.of("limits", "approval", "hold");

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "commands",
          "effects",
          "roles",
          "places",
          "decision",
          "limits",
          "approval",
          "hold");

  private final PolicyNodes nodes;
  private final PolicyRoles roles;
  private final CommandRegistry registry;
  private final Map<String, Integer> linesByName = new LinkedHashMap<>();

  PolicyRuleReader(PolicyNodes nodes, PolicyRoles roles, CommandRegistry registry) {
    this.nodes = nodes;
    this.roles = roles;
    this.registry = registry;
  }

  /** The rule; what is noted as wrong with it is left out. */
  PolicyRule read(Node node) {
    int line = Yaml.line(node);
    Map<String, Node> parts = parts(node);
    String name = name(node, parts.get("name"));
    String what = "rule " + name;
    Set<CommandPath> commands = part(parts, what, "commands", this::commands);
    Scope scope =
        new Scope(
            commands,
            part(
                parts,
                what,
                "effects",
                (each, of) -> Set.copyOf(nodes.someOf(each, of, PolicyWords.effect()))),
            part(parts, what, "roles", roles::named),
            part(
                parts,
                what,
                "places",
                (each, of) -> new HashSet<>(nodes.someOf(each, of, PolicyWords.place()))));
    return new PolicyRule(new RuleRef(name, line), scope, ruling(node, parts, what, commands));
  }

  private Map<String, Node> parts(Node node) {
    Map<String, Node> parts = new LinkedHashMap<>();
    Map<String, Consumer<Node>> readers = new LinkedHashMap<>();
    KEYS.forEach(key -> readers.put(key, value -> parts.put(key, value)));
    nodes.keys(node, "rule", readers);
    return parts;
  }

  private String name(Node rule, @Nullable Node node) {
    String spare = "at-line-" + Yaml.line(rule);
    if (node == null) {
      nodes.fault(rule, "rule", "must have a name");
      return spare;
    }
    Optional<String> name = nodes.value(node, "rule: name", PolicyWords.name());
    if (name.isEmpty()) {
      return spare;
    }
    Integer earlier = linesByName.putIfAbsent(name.get(), Yaml.line(rule));
    if (earlier != null) {
      nodes.fault(
          node, "rule " + name.get(), "the rule of line " + earlier + " has this name already");
      return spare;
    }
    return name.get();
  }

  private static <T> Set<T> part(
      Map<String, Node> parts, String rule, String key, BiFunction<Node, String, Set<T>> reader) {
    Node node = parts.get(key);
    return node == null ? Set.of() : Set.copyOf(reader.apply(node, rule + ": " + key));
  }

  private Set<CommandPath> commands(Node node, String what) {
    Set<CommandPath> paths = new HashSet<>();
    Rule<String> word = new Rule<>(Optional::of, "must hold names of commands");
    for (String written : nodes.someOf(node, what, word)) {
      String name = written.replaceFirst("^/", "").toLowerCase(Locale.ROOT);
      known(name)
          .ifPresentOrElse(
              paths::add,
              () -> nodes.fault(node, what, PolicyNodes.unknown("command", name, names())));
    }
    return paths;
  }

  private Optional<CommandPath> known(String name) {
    List<String> words = List.of(name.split(" +"));
    return registry
        .find(words)
        .map(Command::spec)
        .map(spec -> spec.path())
        .or(
            () ->
                Optional.of(name)
                    .filter(parent -> !registry.leavesOf(parent).isEmpty())
                    .map(CommandPath::of));
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>(registry.roots());
    registry.commands().forEach(command -> names.add(command.spec().path().name()));
    return names;
  }

  private Ruling ruling(
      Node rule, Map<String, Node> parts, String what, Set<CommandPath> commands) {
    Node decision = parts.get("decision");
    if (decision == null) {
      nodes.fault(rule, what, "must say decision: allow or decision: deny");
      return new Ruling.Deny();
    }
    Optional<Answer> answer = nodes.value(decision, what + ": decision", Rule.choice(Answer.class));
    PolicyTerms terms = new PolicyTerms(nodes, roles, what);
    present(parts, "limits", terms::limits);
    present(parts, "approval", terms::approval);
    present(parts, "hold", terms::hold);
    present(parts, "hold", node -> checkHold(node, what, commands));
    if (answer.equals(Optional.of(Answer.ALLOW))) {
      return new Ruling.Allow(terms.terms());
    }
    if (answer.isPresent()) {
      TERMS.forEach(
          key ->
              present(
                  parts,
                  key,
                  node ->
                      nodes.fault(node, what + ": " + key, "has no place where the rule denies")));
    }
    return new Ruling.Deny();
  }

  private static void present(Map<String, Node> parts, String key, Consumer<Node> reader) {
    Stream.ofNullable(parts.get(key)).forEach(reader);
  }

  private void checkHold(Node node, String what, Set<CommandPath> commands) {
    boolean isRight =
        !commands.isEmpty() && commands.stream().allMatch(path -> path.root().equals(HELD));
    if (!isRight) {
      nodes.fault(
          node, what + ": hold", "is for commands of /cancel alone; name them under commands:");
    }
  }

  private enum Answer {
    ALLOW,
    DENY
  }
}
