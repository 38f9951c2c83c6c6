package io.tillbot.adapter.console;

import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What may follow the words of a line: a function of the commands' definitions. What the person may
 * mean is asked for only where a value of such a kind is wanted.
 */
final class CommandCompletion {
  private static final String UMBRELLA = "billing";
  private static final String STAFF_WORD = "admin";
  private static final String STAFF = "billing-admin";

  private final List<CommandSpec> commands;
  private final Set<String> roots;
  private final BiFunction<CommandSpec, OptionSpec<?>, List<Proposal>> suggested;

  CommandCompletion(
      List<CommandSpec> commands,
      BiFunction<CommandSpec, OptionSpec<?>, List<Proposal>> suggested) {
    this.commands = List.copyOf(commands);
    this.roots = rootsOf(commands).keySet();
    this.suggested = suggested;
  }

  /** The words that may take the place of the line's last one. */
  List<Proposal> after(String typed) {
    CommandLineWords words = CommandLineWords.of(typed);
    if (words.finished().isEmpty()) {
      return first(words.current());
    }
    CommandLineWords named = withoutUmbrella(words);
    return named.finished().isEmpty() ? underUmbrella(named.current()) : following(named);
  }

  /** The command of a line, whatever follows its name. */
  Optional<CommandSpec> command(String line) {
    CommandLineWords words = withoutUmbrella(CommandLineWords.of(line + " "));
    return command(words);
  }

  private List<Proposal> first(String current) {
    List<Proposal> proposals = new ArrayList<>();
    String slash = current.isEmpty() || current.startsWith("/") ? "/" : "";
    rootsOf(commands)
        .forEach((root, description) -> proposals.add(new Proposal(slash + root, description)));
    proposals.add(Proposal.of(slash + "help", Text.of("console.word.help")));
    proposals.add(Proposal.of(slash + "more", Text.of("console.word.more")));
    proposals.add(Proposal.of(slash + "exit", Text.of("console.word.exit")));
    return startingWith(current, proposals);
  }

  /** After {@code /billing}: its own leaves, and every other command by its short name. */
  private List<Proposal> underUmbrella(String current) {
    List<Proposal> proposals = leaves(List.of(UMBRELLA));
    rootsOf(commands)
        .forEach(
            (root, description) -> {
              boolean isOther = !root.equals(UMBRELLA) && !root.equals(STAFF);
              if (isOther && !isLeaf(UMBRELLA, root)) {
                proposals.add(new Proposal(root, description));
              }
            });
    if (roots.contains(STAFF)) {
      proposals.add(Proposal.of(STAFF_WORD));
    }
    return startingWith(current, proposals);
  }

  private List<Proposal> following(CommandLineWords words) {
    Optional<CommandSpec> command = command(words);
    if (command.isPresent()) {
      int named = command.get().path().words().size();
      return new OptionCompletion(command.get(), suggested).after(words.from(named));
    }
    List<String> parent =
        IntStream.range(0, words.finished().size()).mapToObj(words::name).toList();
    return startingWith(words.current(), leaves(parent));
  }

  private Optional<CommandSpec> command(CommandLineWords words) {
    return commands.stream().filter(spec -> isNamed(spec, words)).findFirst();
  }

  private static boolean isNamed(CommandSpec spec, CommandLineWords words) {
    List<String> path = spec.path().words();
    boolean isPath =
        IntStream.range(0, path.size())
            .allMatch(index -> path.get(index).equals(words.name(index)));
    return isPath || spec.aliases().contains(words.name(0));
  }

  /**
   * {@code billing invoice} is {@code invoice}, and {@code billing admin} is {@code billing-admin};
   * {@code billing} alone leaves nothing.
   */
  private CommandLineWords withoutUmbrella(CommandLineWords words) {
    if (!words.name(0).equals(UMBRELLA)) {
      return words;
    }
    String second = words.name(1);
    if (second.equals(STAFF_WORD) && roots.contains(STAFF)) {
      List<String> staff = new ArrayList<>(words.finished().subList(1, words.finished().size()));
      staff.set(0, STAFF);
      return new CommandLineWords(staff, words.current());
    }
    return isLeaf(UMBRELLA, second) ? words : words.from(1);
  }

  private boolean isLeaf(String parent, String leaf) {
    return commands.stream()
        .map(spec -> spec.path().words())
        .anyMatch(words -> words.size() > 1 && words.subList(0, 2).equals(List.of(parent, leaf)));
  }

  /** What may follow a parent; a parent below it has no description of its own. */
  private List<Proposal> leaves(List<String> parent) {
    Map<String, Proposal> leaves = new LinkedHashMap<>();
    for (CommandSpec spec : commands) {
      List<String> words = spec.path().words();
      if (words.size() > parent.size() && words.subList(0, parent.size()).equals(parent)) {
        String next = words.get(parent.size());
        boolean isLast = words.size() == parent.size() + 1;
        leaves.putIfAbsent(
            next, isLast ? Proposal.of(next, spec.description()) : Proposal.of(next));
      }
    }
    return new ArrayList<>(leaves.values());
  }

  /** The first words; a parent has no description of its own. */
  private static Map<String, List<Value>> rootsOf(List<CommandSpec> commands) {
    Map<String, List<Value>> roots = new LinkedHashMap<>();
    for (CommandSpec spec : commands) {
      boolean isParent = spec.path().words().size() > 1;
      roots.putIfAbsent(spec.path().root(), isParent ? List.of() : List.of(spec.description()));
      spec.aliases().forEach(alias -> roots.putIfAbsent(alias, List.of(spec.description())));
    }
    return roots;
  }

  /** Those that go on with what was typed, in any case. */
  static List<Proposal> startingWith(String typed, List<Proposal> proposals) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return proposals.stream()
        .filter(proposal -> proposal.word().toLowerCase(Locale.ROOT).startsWith(lower))
        .toList();
  }
}
