package io.tillbot.app.config;

import io.tillbot.core.command.Suggestions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Sections of settings in YAML, each key noted where it stands. */
final class YamlSettings {
  private static final Set<String> SECTIONS =
      Stream.of(Setting.values()).map(Setting::section).collect(Collectors.toSet());
  private static final Set<String> KEYS =
      Stream.of(Setting.values()).map(Setting::key).collect(Collectors.toSet());

  private final Yaml yaml;
  private final Faults faults;
  private final Map<Setting, Given> found = new EnumMap<>(Setting.class);

  YamlSettings(String name, Faults faults) {
    this.yaml = new Yaml(name, faults);
    this.faults = faults;
  }

  Map<Setting, Given> read(String text) {
    yaml.compose(text).ifPresent(this::readSections);
    return found;
  }

  private void readSections(Node root) {
    if (root instanceof MappingNode mapping) {
      yaml.forEachKey(mapping, "", this::readSection);
    } else if (!Yaml.isNothing(root)) {
      faults.addUnreadable(
          yaml.at(root), "must hold sections such as billing: with their keys below");
    }
  }

  private void readSection(ScalarNode heading, Node content) {
    String section = heading.getValue();
    if (!SECTIONS.contains(section)) {
      refuseUnknown(heading, section);
    } else if (content instanceof MappingNode mapping) {
      yaml.forEachKey(mapping, section + ".", (key, value) -> readKey(section, key, value));
    } else if (!Yaml.isNothing(content)) {
      faults.add(
          yaml.at(content), section + " must hold keys, each in a line of its own: KEY: VALUE");
      Stream.of(Setting.values())
          .filter(setting -> setting.section().equals(section))
          .forEach(faults::distrust);
    }
  }

  private void readKey(String section, ScalarNode key, Node value) {
    String full = section + "." + key.getValue();
    Setting.ofKey(full)
        .ifPresentOrElse(setting -> readValue(setting, value), () -> refuseUnknown(key, full));
  }

  private void readValue(Setting setting, Node value) {
    String origin = yaml.at(value) + ", " + setting.key();
    if (Yaml.isNothing(value)) {
      return;
    }
    Optional<String> text =
        setting.kind() == Setting.Kind.LIST && value instanceof SequenceNode items
            ? joined(items)
            : Yaml.plain(value);
    text.ifPresentOrElse(
        good -> found.put(setting, new Given(good, origin)),
        () -> faults.add(setting, origin, form(setting)));
  }

  private static String form(Setting setting) {
    return setting.kind() == Setting.Kind.LIST
        ? "must be a list of plain values: [one, other]"
        : "must be one plain value, not a list, a section or a tag";
  }

  private static Optional<String> joined(SequenceNode items) {
    List<Optional<String>> texts = items.getValue().stream().map(Yaml::plain).toList();
    return texts.stream().anyMatch(text -> text.isEmpty() || text.get().contains(","))
        ? Optional.empty()
        : Optional.of(texts.stream().flatMap(Optional::stream).collect(Collectors.joining(",")));
  }

  private void refuseUnknown(ScalarNode key, String full) {
    faults.add(yaml.at(key), "%s is not a key%s".formatted(Yaml.shown(full), hint(full)));
  }

  private static String hint(String full) {
    if (KEYS.contains(full)) {
      String[] halves = full.split("\\.", 2);
      return " in one line; write %s: and below it, indented, %s:".formatted(halves[0], halves[1]);
    }
    return Suggestions.nearest(full, full.contains(".") ? KEYS : SECTIONS)
        .or(() -> Suggestions.nearest(full, KEYS))
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("; those that are stand in config/tillbot.yaml of the distribution");
  }
}
