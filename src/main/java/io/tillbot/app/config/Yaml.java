package io.tillbot.app.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
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
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A file in YAML as its nodes. Values are taken as they are written, so that a number needs no
 * quotes; nothing is constructed from them. A problem names its line and shows nothing of it: the
 * parser's own messages quote the file, which may hold secrets.
 */
final class Yaml {
  /** No alias of a mapping or list: they have no use here but to make a file explode. */
  private static final LoadSettings LOADING =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setMaxAliasesForCollections(0)
          .setAllowNonScalarKeys(true)
          .build();

  private static final int DEEPEST = 10;
  private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);

  private static final String NOT_YAML =
      "is not YAML; are quotes, colons and indentation right, is there one document, no alias?";

  /** What has digits or colons may be a secret that lost its key. */
  private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z_.-]{1,60}");

  private final String name;
  private final Faults faults;

  Yaml(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  /** The root of the one document; empty when there is none or it is no good, which is noted. */
  Optional<Node> compose(String text) {
    try {
      if (!isDeep(text)) {
        return new Compose(LOADING).composeString(text);
      }
      faults.addUnreadable(name, "is nested too deep; there are sections and keys, no more");
    } catch (MarkedYamlEngineException wrong) {
      faults.addUnreadable(at(wrong.getProblemMark()), NOT_YAML);
    } catch (YamlEngineException wrong) {
      faults.addUnreadable(name, NOT_YAML);
    }
    return Optional.empty();
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

  /**
   * Reads each key of a mapping once, and notes those that come again.
   *
   * @param prefix what stands before the keys where a problem names them
   */
  void forEachKey(MappingNode mapping, String prefix, BiConsumer<ScalarNode, Node> reader) {
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

  /** The text of one plain value. */
  static Optional<String> plain(Node node) {
    return node instanceof ScalarNode scalar && PLAIN.contains(scalar.getTag())
        ? Optional.of(scalar.getValue().strip())
        : Optional.empty();
  }

  /** Blank means not configured, as in the environment. */
  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
  }

  /** The word where it can be shown. */
  static String shown(String word) {
    return SHOWABLE.matcher(word).matches() ? word : "this";
  }

  /** Where a node begins, for a person. */
  String at(Node node) {
    return at(node.getStartMark());
  }

  /** The line on which a node begins, 1 for the first. */
  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private String at(Optional<Mark> mark) {
    return mark.map(place -> "%s line %d".formatted(name, place.getLine() + 1)).orElse(name);
  }
}
