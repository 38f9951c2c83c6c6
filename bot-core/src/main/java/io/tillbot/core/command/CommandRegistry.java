package io.tillbot.core.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every command, once. Its laws hold from construction on: no two commands of the same name or
 * alias, and a command with subcommands has no base form.
 */
public final class CommandRegistry {
  private final Map<List<String>, Command> byWords = new LinkedHashMap<>();
  private final List<Command> commands;

  /**
   * Collects the commands in the order in which help lists them.
   *
   * @throws IllegalArgumentException when a law is broken; the message names the command
   */
  public CommandRegistry(Collection<Command> commands) {
    this.commands = List.copyOf(commands);
    for (Command command : this.commands) {
      register(command.spec().path().words(), command);
      for (String alias : command.spec().aliases()) {
        register(List.of(alias), command);
      }
    }
    for (Command command : this.commands) {
      List<String> words = command.spec().path().words();
      for (int length = 1; length < words.size(); length++) {
        List<String> parent = words.subList(0, length);
        if (byWords.containsKey(parent)) {
          throw new IllegalArgumentException(
              "a command with subcommands has no base form: /" + String.join(" ", parent));
        }
      }
    }
  }

  private void register(List<String> words, Command command) {
    if (byWords.put(words, command) != null) {
      throw new IllegalArgumentException("two commands named /" + String.join(" ", words));
    }
  }

  /** Every command, in order. */
  public List<Command> commands() {
    return commands;
  }

  /** The command of these lower-case words, name or alias. */
  public Optional<Command> find(List<String> words) {
    return Optional.ofNullable(byWords.get(words));
  }

  /** The commands below a parent such as {@code billing operations}; empty when it is none. */
  public List<Command> leavesOf(String parent) {
    return leavesOf(List.of(parent.split(" ", -1)));
  }

  /** The commands below these words; empty when they are no parent's. */
  public List<Command> leavesOf(List<String> parent) {
    return commands.stream()
        .filter(
            command -> {
              List<String> words = command.spec().path().words();
              return words.size() > parent.size() && words.subList(0, parent.size()).equals(parent);
            })
        .toList();
  }

  /** Every first word, names and aliases. */
  public Collection<String> roots() {
    TreeSet<String> roots = new TreeSet<>();
    byWords.keySet().forEach(words -> roots.add(words.getFirst()));
    return roots;
  }
}
