package io.tillbot.adapter.slack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/**
 * How the app's slash commands are called. A workspace has one owner per name, so that most of the
 * catalogue is reached through {@code /billing}, and a prefix can be put before every name.
 *
 * @param prefix put before each name, such as {@code acme-}; may be empty
 * @param switchedOn the first words that are slash commands of their own, without the prefix, in
 *     the order of the manifest; {@code billing} is always among them
 */
public record CommandNames(String prefix, SequencedSet<String> switchedOn) {
  /** Before it, any command of the catalogue can be typed. */
  static final String UMBRELLA = "billing";

  private static final Pattern PREFIX = Pattern.compile("(?:[a-z][a-z0-9-]{0,15})?");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,30}");

  /** Slack allows 32 characters, the slash included. */
  private static final int LONGEST = 31;

  public CommandNames {
    switchedOn = new LinkedHashSet<>(switchedOn);
    switchedOn.add(UMBRELLA);
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("a prefix is up to 16 of a-z, 0-9 and hyphens");
    }
    for (String name : switchedOn) {
      if (!NAME.matcher(name).matches() || prefix.length() + name.length() > LONGEST) {
        throw new IllegalArgumentException("Slack takes no command of that name: " + name);
      }
    }
  }

  /** Those that hardly belong to another app, without a prefix. */
  public static CommandNames standard() {
    return of("invoice", "invoices", "credit", "cancel", "mass-pay", UMBRELLA);
  }

  /** These names, without a prefix. */
  public static CommandNames of(String... names) {
    return new CommandNames("", new LinkedHashSet<>(List.of(names)));
  }

  /** The same names behind a prefix. */
  public CommandNames withPrefix(String other) {
    return new CommandNames(other, switchedOn);
  }

  /**
   * The line that a slash command stands for.
   *
   * @param command as Slack sends it, such as {@code /acme-invoice}
   * @param text what was typed after it
   */
  String line(String command, String text) {
    String name = command.startsWith("/") ? command.substring(1) : command;
    String lower = name.toLowerCase(Locale.ROOT);
    String own = lower.startsWith(prefix) ? lower.substring(prefix.length()) : lower;
    return ("/" + own + " " + text).strip();
  }

  /** How a line of the catalogue is typed in Slack. */
  String typed(String line) {
    String bare = line.startsWith("/") ? line.substring(1) : line;
    String root = bare.split(" ", 2)[0];
    return switchedOn.contains(root) ? slash(bare) : slash(UMBRELLA) + " " + bare;
  }

  /** The name as Slack knows it. */
  String slash(String name) {
    return "/" + prefix + name;
  }
}
