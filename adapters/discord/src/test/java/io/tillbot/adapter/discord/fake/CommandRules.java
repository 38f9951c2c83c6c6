package io.tillbot.adapter.discord.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be registered: {@code …/interactions/application-commands}. */
final class CommandRules {
  private static final Pattern NAME = Pattern.compile("[-_\\p{L}\\p{N}]{1,32}");
  private static final Pattern PERMISSIONS = Pattern.compile("[0-9]{1,20}");
  private static final Pattern CONTEXT = Pattern.compile("[0-2]");
  private static final int MOST_TOGETHER = 8_000;
  private static final int SUBCOMMAND = 1;
  private static final int GROUP = 2;
  private static final Set<Long> WITH_CHOICES = Set.of(3L, 4L, 10L);

  private CommandRules() {}

  /** Refuses what Discord refuses. */
  static void check(List<?> commands) {
    List<String> problems = new ArrayList<>();
    List<Node> all = new Node("commands", commands, problems).items(0, 100);
    Set<String> names = new HashSet<>();
    for (Node command : all) {
      command.check(names.add(name(command)), "has the name of another");
      if (command.get("type").isThere()) {
        command.get("type").number(1, 1);
      }
      described(command);
      options(command, 0);
      for (Node context : command.get("contexts").optionalItems(3)) {
        // Documented as integers; taken as their texts too, which is how JDA sends them.
        context.check(CONTEXT.matcher(String.valueOf(context.value())).matches(), "must be 0 to 2");
      }
      Node permissions = command.get("default_member_permissions");
      permissions.check(
          !permissions.isThere() || PERMISSIONS.matcher(permissions.text(1, 20)).matches(),
          "must be a bit set");
      command.check(together(command) <= MOST_TOGETHER, "must have at most 8000 characters");
    }
    if (!problems.isEmpty()) {
      throw Refusal.invalidForm(problems);
    }
  }

  private static String name(Node named) {
    String name = named.get("name").text(1, 32);
    named.get("name").check(NAME.matcher(name).matches(), "must be a name");
    named.get("name").check(name.equals(name.toLowerCase()), "must be in lower case");
    return name;
  }

  private static void described(Node described) {
    described.get("description").text(1, 100);
    if (described.get("description_localizations").value() instanceof Map<?, ?> translations) {
      translations
          .keySet()
          .forEach(
              language ->
                  described.get("description_localizations").get(language.toString()).text(1, 100));
    }
  }

  private static void options(Node parent, int depth) {
    Set<String> names = new HashSet<>();
    Set<Boolean> kinds = new HashSet<>();
    boolean isOptional = false;
    for (Node option : parent.get("options").optionalItems(25)) {
      option.check(names.add(name(option)), "has the name of another");
      described(option);
      long type = option.get("type").number(SUBCOMMAND, 11);
      boolean isCommand = type == SUBCOMMAND || type == GROUP;
      kinds.add(isCommand);
      option.check(!isCommand || depth < 2 && (type == SUBCOMMAND || depth < 1), "nested too deep");
      if (isCommand) {
        options(option, depth + 1);
      } else {
        option.get("required").optionalFlag();
        boolean isRequired = Boolean.TRUE.equals(option.get("required").value());
        option.check(!(isRequired && isOptional), "required options come before optional ones");
        isOptional |= !isRequired;
        choices(option, type);
      }
    }
    parent.check(kinds.size() < 2, "a command with subcommands has no options of its own");
  }

  private static void choices(Node option, long type) {
    List<Node> choices = option.get("choices").optionalItems(25);
    option.check(choices.isEmpty() || WITH_CHOICES.contains(type), "this type has no choices");
    Set<String> names = new HashSet<>();
    for (Node choice : choices) {
      choice.check(names.add(choice.get("name").text(1, 100)), "has the name of another");
      if (type == 3) {
        choice.get("value").text(1, 100);
      }
    }
  }

  /** Of each text, its longest translation counts. */
  private static int together(Node part) {
    int length = longest(part, "name") + longest(part, "description");
    if (part.get("value").value() instanceof String value) {
      length += value.length();
    }
    for (String list : List.of("options", "choices")) {
      length += part.get(list).optionalItems(100).stream().mapToInt(CommandRules::together).sum();
    }
    return length;
  }

  private static int longest(Node part, String key) {
    int longest = part.get(key).value() instanceof String text ? text.length() : 0;
    if (part.get(key + "_localizations").value() instanceof Map<?, ?> translations) {
      for (Object translation : translations.values()) {
        longest = Math.max(longest, String.valueOf(translation).length());
      }
    }
    return longest;
  }
}
