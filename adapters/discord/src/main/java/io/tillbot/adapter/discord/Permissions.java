package io.tillbot.adapter.discord;

import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/**
 * What the bot asks for in a server: {@code
 * discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags}. Answers to
 * interactions need nothing; these are for what answers none: cards for everybody in a channel that
 * an operator names, and a call for somebody who takes no direct messages.
 */
final class Permissions {
  static final Set<Permission> NEEDED =
      Set.copyOf(
          EnumSet.of(
              Permission.VIEW_CHANNEL,
              Permission.MESSAGE_SEND,
              Permission.MESSAGE_SEND_IN_THREADS,
              Permission.MESSAGE_EMBED_LINKS));

  private Permissions() {}

  static long bits() {
    return Permission.getRaw(NEEDED);
  }

  /** Those of the needed ones that are not among the granted. */
  static Set<Permission> missing(long granted) {
    EnumSet<Permission> missing = EnumSet.copyOf(NEEDED);
    EnumSet<Permission> given = Permission.getPermissions(granted);
    if (given.contains(Permission.ADMINISTRATOR)) {
      missing.clear();
    }
    missing.removeAll(given);
    return missing;
  }
}
