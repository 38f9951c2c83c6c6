package io.tillbot.app.config;

import io.tillbot.core.command.Suggestions;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Sections of settings in YAML. Values are taken as they are written, so that a number needs no
 * quotes; nothing is constructed from them. A problem names its line and shows nothing of it: the
 * parser's own messages quote the file, which may hold secrets.
 */
final class YamlSettings {
  /** No alias of a mapping or list: they have no use here but to make a file explode. */
  private static final LoadSettings LOADING =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setMaxAliasesForCollections(0)
          .setAllowNonScalarKeys(true)
          .build();

  private static final int DEEPEST = 10;
  private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);
  private static final Set<String> SECTIONS =
      Stream.of(Setting.values()).map(Setting::section).collect(Collectors.toSet());
  private static final Set<String> KEYS =
      Stream.of(Setting.values()).map(Setting::key).collect(Collectors.toSet());

  private static final String NOT_YAML =
      "is not YAML; are quotes, colons and indentation right, is there one document, no alias?";

  /** What has digits or colons may be a secret that lost its key. */
  private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z_.-]{1,60}");

  private final String name;
  private final Faults faults;
  private final Map<Setting, Given> found = new EnumMap<>(Setting.class);

  YamlSettings(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  Map<Setting, Given> read(String text) {
    try {
      if (isDeep(text)) {
        faults.addUnreadable(name, "is nested too deep; there are sections and keys, no more");
      } else {
        new Compose(LOADING).composeString(text).ifPresent(this::readSections);
      }
    } catch (MarkedYamlEngineException wrong) {
      faults.addUnreadable(at(wrong.getProblemMark()), NOT_YAML);
    } catch (YamlEngineException wrong) {
      faults.addUnreadable(name, NOT_YAML);
    }
    return found;
  }

  /** Composing calls itself for each level: brackets alone could exhaust the stack. */
  private static boolean isDeep(String text) {
    int depth = 0;
    for (Event event : new Parse(LOADING).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        return true;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return false;
  }

  private void readSections(Node root) {
    if (root instanceof MappingNode mapping) {
      forEachKey(mapping, "", this::readSection);
    } else if (!isNothing(root)) {
      faults.addUnreadable(at(root), "must hold sections such as billing: with their keys below");
    }
  }

  private void readSection(ScalarNode heading, Node content) {
    String section = heading.getValue();
    if (!SECTIONS.contains(section)) {
      refuseUnknown(heading, section);
    } else if (content instanceof MappingNode mapping) {
      forEachKey(mapping, section + ".", (key, value) -> readKey(section, key, value));
    } else if (!isNothing(content)) {
      faults.add(at(content), section + " must hold keys, each in a line of its own: KEY: VALUE");
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
    String origin = at(value) + ", " + setting.key();
    if (isNothing(value)) {
      return;
    }
    Optional<String> text =
        setting.kind() == Setting.Kind.LIST && value instanceof SequenceNode items
            ? joined(items)
            : plain(value);
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
    List<Optional<String>> texts = items.getValue().stream().map(YamlSettings::plain).toList();
    return texts.stream().anyMatch(text -> text.isEmpty() || text.get().contains(","))
        ? Optional.empty()
        : Optional.of(texts.stream().flatMap(Optional::stream).collect(Collectors.joining(",")));
  }

  private static Optional<String> plain(Node node) {
    return node instanceof ScalarNode scalar && PLAIN.contains(scalar.getTag())
        ? Optional.of(scalar.getValue().strip())
        : Optional.empty();
  }

  /** Blank means not configured, as in the environment. */
  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
  }

  private void forEachKey(MappingNode mapping, String prefix, BiConsumer<ScalarNode, Node> reader) {
    Map<String, Node> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.add(at(tuple.getKeyNode()), "a key must be a word");
        continue;
      }
      Node first = seen.putIfAbsent(key.getValue(), key);
      if (first == null) {
        reader.accept(key, tuple.getValueNode());
      } else {
        faults.add(
            at(key),
            "%s is there already, at %s".formatted(shown(prefix + key.getValue()), at(first)));
      }
    }
  }

  private void refuseUnknown(ScalarNode key, String full) {
    faults.add(at(key), "%s is not a key%s".formatted(shown(full), hint(full)));
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

  private static String shown(String key) {
    return SHOWABLE.matcher(key).matches() ? key : "this";
  }

  private String at(Node node) {
    return at(node.getStartMark());
  }

  private String at(Optional<Mark> mark) {
    return mark.map(place -> "%s line %d".formatted(name, place.getLine() + 1)).orElse(name);
  }
}
