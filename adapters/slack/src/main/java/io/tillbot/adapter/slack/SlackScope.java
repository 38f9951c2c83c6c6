package io.tillbot.adapter.slack;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the app may do, the fewest that work, each with its reason. <a
 * href="https://docs.slack.dev/reference/scopes">Scopes</a>
 */
enum SlackScope {
  COMMANDS("commands", "Slash commands, and the shortcut in a message's menu."),
  CHAT_WRITE(
      "chat:write",
      "Answers in the direct message what can no longer be answered in place; shares a card."),
  IM_WRITE("im:write", "Opens the direct message."),
  FILES_WRITE("files:write", "Puts the PDFs of invoices there."),
  APP_MENTIONS_READ(
      "app_mentions:read",
      "Hears \"@Tillbot invoice 123\" in threads, which have no slash commands."),
  USERGROUPS_READ("usergroups:read", "Knows who is in a group that the policy names as a role."),
  USERS_READ("users:read", "Knows in which language somebody is answered."),
  CHANNELS_READ(
      "channels:read", "Tells public channels, where more is refused than in private ones,"),
  GROUPS_READ("groups:read", "from private ones.");

  private final String name;
  private final String reason;

  SlackScope(String name, String reason) {
    this.name = name;
    this.reason = reason;
  }

  /** As Slack calls it. */
  String id() {
    return name;
  }

  /** What for, as a sentence. */
  String reason() {
    return reason;
  }

  /** All of them, as an address has them. */
  static String all() {
    return Stream.of(values()).map(SlackScope::id).collect(Collectors.joining(","));
  }
}
