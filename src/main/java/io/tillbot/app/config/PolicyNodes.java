package io.tillbot.app.config;

import io.tillbot.core.command.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads nodes of the policy's file, and notes what is wrong with them. */
final class PolicyNodes {
  /** The file holds no secrets, but a line that was pasted by mistake may. */
  private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_. :/-]{0,39}");

  private final Yaml yaml;
  private final Faults faults;

  PolicyNodes(Yaml yaml, Faults faults) {
    this.yaml = yaml;
    this.faults = faults;
  }

  /** Notes what is wrong with a node, by the name of what it should be. */
  void fault(Node node, String what, String wrong) {
    faults.add(yaml.at(node) + ", " + what, wrong);
  }

  /** Gives each key of a mapping to its reader, and notes those that have none. */
  void keys(Node node, String what, Map<String, Consumer<Node>> readers) {
    mapping(node, what)
        .ifPresent(
            mapping ->
                yaml.forEachKey(
                    mapping,
                    "",
                    (key, value) ->
                        Optional.ofNullable(readers.get(key.getValue()))
                            .ifPresentOrElse(
                                reader -> reader.accept(value),
                                () ->
                                    fault(
                                        key,
                                        what,
                                        unknown("key", key.getValue(), readers.keySet())))));
  }

  /** Every key with its value, whatever it is called. */
  Map<String, Node> entries(Node node, String what) {
    Map<String, Node> entries = new LinkedHashMap<>();
    mapping(node, what)
        .ifPresent(
            mapping ->
                yaml.forEachKey(mapping, "", (key, value) -> entries.put(key.getValue(), value)));
    return entries;
  }

  private Optional<MappingNode> mapping(Node node, String what) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    fault(node, what, "must hold keys, each with its value: KEY: VALUE");
    return Optional.empty();
  }

  /** The items of a list. */
  List<Node> items(Node node, String what) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    fault(node, what, "must be a list: [one, other]");
    return List.of();
  }

  /** Those items that are good. */
  <T> List<T> list(Node node, String what, Rule<T> rule) {
    return items(node, what).stream().flatMap(item -> value(item, what, rule).stream()).toList();
  }

  /** The same of a list that is not empty: none would be taken for all of them. */
  <T> List<T> someOf(Node node, String what, Rule<T> rule) {
    if (Yaml.isNothing(node)
        || (node instanceof SequenceNode sequence && sequence.getValue().isEmpty())) {
      fault(node, what, "must name something; leave the key out where everything is meant");
      return List.of();
    }
    return list(node, what, rule);
  }

  /** The value, when it is good. */
  <T> Optional<T> value(Node node, String what, Rule<T> rule) {
    Optional<T> good = Yaml.plain(node).flatMap(rule::read);
    if (good.isEmpty()) {
      fault(node, what, rule.right());
    }
    return good;
  }

  /** Says that a word is none of those that are known. */
  static String unknown(String kind, String word, Collection<String> known) {
    List<String> sorted = new ArrayList<>(known.stream().sorted().toList());
    return "%s is not a %s; %s"
        .formatted(
            shown(word),
            kind,
            Suggestions.nearest(word, known)
                .map(near -> "did you mean " + near + "?")
                .orElseGet(
                    () -> sorted.isEmpty() ? "there is none" : "known: " + shortened(sorted)));
  }

  private static String shortened(List<String> words) {
    int most = 12;
    return words.size() <= most
        ? String.join(", ", words)
        : String.join(", ", Stream.concat(words.stream().limit(most), Stream.of("…")).toList());
  }

  /** The word where it can be shown. */
  static String shown(String word) {
    return SHOWABLE.matcher(word).matches() ? word : "this";
  }
}
