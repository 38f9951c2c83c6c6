package io.tillbot.adapter.discord.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be registered: {@code …/interactions/application-commands}. */
final class CommandRules {
  private static final Pattern NAME =
      Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");

  /** {@code …/reference#locales}. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
          "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi",
          "th", "zh-CN", "ja", "zh-TW", "ko");

  private static final Pattern PERMISSIONS = Pattern.compile("[0-9]{1,20}");
  private static final Pattern CONTEXT = Pattern.compile("[0-2]");
  private static final int MOST_TOGETHER = 8_000;
  private static final int SUBCOMMAND = 1;
  private static final int GROUP = 2;
  private static final Set<Long> WITH_CHOICES = Set.of(3L, 4L, 10L);
  private static final int SLASH = 1;
  private static final int ON_A_USER = 2;
  private static final int ON_A_MESSAGE = 3;
  private static final int MOST_ON_A_MESSAGE = 5;

  private CommandRules() {}

  /** Refuses what Discord refuses. */
  static void check(List<?> commands) {
    List<String> problems = new ArrayList<>();
    List<Node> all = new Node("commands", commands, problems).items(0, 105);
    Map<Long, Set<String>> names = new HashMap<>();
    Map<Long, Integer> counts = new HashMap<>();
    for (Node command : all) {
      long type = command.get("type").isThere() ? command.get("type").number(SLASH, 3) : SLASH;
      names.putIfAbsent(type, new HashSet<>());
      counts.merge(type, 1, Integer::sum);
      if (type == SLASH) {
        slash(command, names.get(type));
      } else {
        onSomething(command, names.get(type));
      }
      everywhere(command);
    }
    Node whole = new Node("commands", commands, problems);
    whole.check(counts.getOrDefault((long) SLASH, 0) <= 100, "must have at most 100 commands");
    whole.check(
        counts.getOrDefault((long) ON_A_MESSAGE, 0) <= MOST_ON_A_MESSAGE,
        "must have at most 5 commands on messages");
    whole.check(
        counts.getOrDefault((long) ON_A_USER, 0) <= MOST_ON_A_MESSAGE,
        "must have at most 5 commands on users");
    if (!problems.isEmpty()) {
      throw Refusal.invalidForm(problems);
    }
  }

  private static void slash(Node command, Set<String> names) {
    named(command, names);
    described(command);
    options(command, 0);
    command.check(together(command) <= MOST_TOGETHER, "must have at most 8000 characters");
  }

  /** A command of a message's or a user's menu: its name is a sentence, and it takes nothing. */
  private static void onSomething(Node command, Set<String> names) {
    command.check(names.add(command.get("name").text(1, 32)), "has the name of another");
    translations(command, "name").forEach(name -> name.text(1, 32));
    command
        .get("description")
        .check(command.get("description").optionalText(0, 100).isEmpty(), "must be empty");
    command.check(command.get("options").optionalItems(25).isEmpty(), "takes no options");
  }

  private static void everywhere(Node command) {
    for (String list : List.of("contexts", "integration_types")) {
      for (Node context : command.get(list).optionalItems(3)) {
        // Documented as integers; taken as their texts too, which is how JDA sends them.
        context.check(CONTEXT.matcher(String.valueOf(context.value())).matches(), "must be 0 to 2");
      }
    }
    Node permissions = command.get("default_member_permissions");
    permissions.check(
        !permissions.isThere() || PERMISSIONS.matcher(permissions.text(1, 20)).matches(),
        "must be a bit set");
  }

  /** Its name, and in each language the one that its readers see, differ from its neighbours'. */
  private static void named(Node named, Set<String> others) {
    String name = name(named.get("name"));
    named.check(others.add(name), "has the name of another");
    for (Node translation : translations(named, "name")) {
      String seen = translation.path().substring(translation.path().lastIndexOf('.') + 1);
      translation.check(
          others.add(seen + ":" + name(translation)), "has the name of another in its language");
    }
  }

  private static String name(Node node) {
    String name = node.text(1, 32);
    node.check(NAME.matcher(name).matches(), "must be a name");
    node.check(name.equals(name.toLowerCase()), "must be in lower case");
    return name;
  }

  private static List<Node> translations(Node translated, String key) {
    Node all = translated.get(key + "_localizations");
    if (!(all.value() instanceof Map<?, ?> translations)) {
      return List.of();
    }
    translations
        .keySet()
        .forEach(
            language -> all.check(LANGUAGES.contains(language.toString()), "no such language"));
    return translations.keySet().stream().map(language -> all.get(language.toString())).toList();
  }

  private static void described(Node described) {
    described.get("description").text(1, 100);
    translations(described, "description").forEach(text -> text.text(1, 100));
  }

  private static void options(Node parent, int depth) {
    Set<String> names = new HashSet<>();
    Set<Boolean> kinds = new HashSet<>();
    boolean isOptional = false;
    for (Node option : parent.get("options").optionalItems(25)) {
      named(option, names);
      described(option);
      long type = option.get("type").number(SUBCOMMAND, 11);
      boolean isCommand = type == SUBCOMMAND || type == GROUP;
      kinds.add(isCommand);
      option.check(!isCommand || depth < 2 && (type == SUBCOMMAND || depth < 1), "nested too deep");
      if (isCommand) {
        options(option, depth + 1);
      } else {
        option.get("required").optionalFlag();
        option.get("autocomplete").optionalFlag();
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
    boolean completes = Boolean.TRUE.equals(option.get("autocomplete").value());
    option.check(choices.isEmpty() || WITH_CHOICES.contains(type), "this type has no choices");
    option.check(!completes || WITH_CHOICES.contains(type), "this type is not completed");
    option.check(!completes || choices.isEmpty(), "what has choices is not completed");
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
