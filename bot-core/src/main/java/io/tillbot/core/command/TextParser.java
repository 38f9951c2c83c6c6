package io.tillbot.core.command;

import io.tillbot.core.command.Tokens.Token;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a typed line. Names are case-insensitive, the leading slash may be left out, and {@code
 * /billing} may stand before any command, as it must on Slack where other apps own the short names.
 */
public final class TextParser {
  /** In characters; longer than any chat platform's slash command. */
  static final int LONGEST_LINE = 4_000;

  private static final String UMBRELLA = "billing";

  /** {@code /billing admin groups} is {@code /billing-admin groups}. */
  private static final String STAFF_WORD = "admin";

  private static final String STAFF = "billing-admin";

  private final CommandRegistry registry;

  public TextParser(CommandRegistry registry) {
    this.registry = registry;
  }

  /** Parses a line; never throws, whatever the line holds. */
  public ParseResult parse(String line) {
    return switch (find(line)) {
      case Target.OfCommand(Command command, List<Token> words) ->
          new OptionBinder(command).bindWords(words);
      case Target.OfParent(String word, List<Command> leaves) ->
          new ParseResult.Parent(word, leaves);
      case Target.Unknown(Text problem) -> new ParseResult.Failed(List.of(problem), null);
    };
  }

  /**
   * Binds a platform's own options to the command of that name; they obey the same option types as
   * text does.
   */
  public ParseResult bind(String name, Map<String, String> options) {
    return switch (find(name)) {
      case Target.OfCommand(Command command, var _) -> new OptionBinder(command).bindNamed(options);
      case Target.OfParent(String word, List<Command> leaves) ->
          new ParseResult.Parent(word, leaves);
      case Target.Unknown(Text problem) -> new ParseResult.Failed(List.of(problem), null);
    };
  }

  /** The command of that name. */
  public Optional<Command> command(String name) {
    return find(name) instanceof Target.OfCommand(Command command, var _)
        ? Optional.of(command)
        : Optional.empty();
  }

  /** What the line's first words name, whatever follows them. */
  public Target find(String line) {
    if (line.length() > LONGEST_LINE) {
      return new Target.Unknown(Text.of("input.line-too-long", Value.count(LONGEST_LINE)));
    }
    Optional<List<Token>> tokens = Tokens.split(Normaliser.normalise(line));
    if (tokens.isEmpty()) {
      return new Target.Unknown(Text.of("input.open-quote"));
    }
    if (tokens.get().isEmpty() || name(tokens.get().getFirst()).isEmpty()) {
      return new Target.Unknown(Text.of("input.empty", Value.line("/invoice 123")));
    }
    return find(withoutUmbrella(tokens.get()));
  }

  private Target find(List<Token> tokens) {
    List<String> path = new ArrayList<>(List.of(name(tokens.getFirst())));
    while (true) {
      Optional<Command> found = registry.find(path);
      if (found.isPresent()) {
        return new Target.OfCommand(found.get(), tokens.subList(path.size(), tokens.size()));
      }
      List<Command> leaves = registry.leavesOf(path);
      if (leaves.isEmpty()) {
        return unknown(path);
      }
      if (tokens.size() == path.size()) {
        return new Target.OfParent(String.join(" ", path), leaves);
      }
      path.add(name(tokens.get(path.size())));
    }
  }

  private Target unknown(List<String> path) {
    List<String> parent = path.subList(0, path.size() - 1);
    return parent.isEmpty()
        ? unknown("input.unknown-command", path.getLast(), "/", registry.roots())
        : unknown(
            "input.unknown-subcommand",
            path.getLast(),
            "/" + String.join(" ", parent) + " ",
            known(parent));
  }

  /** What may follow a parent; after the umbrella that is every other command as well. */
  private List<String> known(List<String> parent) {
    Stream<String> leaves =
        registry.leavesOf(parent).stream()
            .map(leaf -> leaf.spec().path().words().get(parent.size()))
            .distinct();
    Stream<String> covered =
        parent.equals(List.of(UMBRELLA))
            ? registry.roots().stream().filter(root -> !root.equals(UMBRELLA))
            : Stream.empty();
    return Stream.concat(leaves, covered).toList();
  }

  /**
   * {@code /billing invoice 123} is {@code /invoice 123}, unless billing has a leaf of that name.
   */
  private List<Token> withoutUmbrella(List<Token> tokens) {
    if (tokens.size() < 2 || !name(tokens.getFirst()).equals(UMBRELLA)) {
      return tokens;
    }
    String second = name(tokens.get(1));
    if (second.equals(STAFF_WORD) && !registry.leavesOf(STAFF).isEmpty()) {
      List<Token> staff = new ArrayList<>(tokens.subList(1, tokens.size()));
      staff.set(0, new Token(STAFF, false));
      return staff;
    }
    List<String> own = List.of(UMBRELLA, second);
    boolean isLeaf = registry.find(own).isPresent() || !registry.leavesOf(own).isEmpty();
    boolean isRoot = registry.roots().contains(second) && !second.equals(UMBRELLA);
    return !isLeaf && isRoot ? tokens.subList(1, tokens.size()) : tokens;
  }

  private static Target unknown(String key, String word, String before, Collection<String> known) {
    Value typed = Value.echo(before + word);
    Text problem =
        Suggestions.nearest(word, known)
            .map(near -> Text.of(key + "-near", typed, Value.line(before + near)))
            .orElseGet(
                () -> Text.of(key, typed, Value.data(before + String.join(", " + before, known))));
    return new Target.Unknown(problem);
  }

  private static String name(Token token) {
    String word = Plain.of(token.text()).toLowerCase(Locale.ROOT);
    return word.startsWith("/") ? word.substring(1) : word;
  }
}
