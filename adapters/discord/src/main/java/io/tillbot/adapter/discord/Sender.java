package io.tillbot.adapter.discord;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/** Who gave a command, where, and in which language they read; Discord has verified them. */
record Sender(Caller caller, Place place, Locale locale) {

  static Sender of(Interaction interaction) {
    return new Sender(
        new Caller(Platform.DISCORD, null, interaction.getUser().getId()),
        new Place(
            kind(interaction),
            Long.toUnsignedString(interaction.getChannelIdLong()),
            roles(interaction)),
        interaction.getUserLocale() == DiscordLocale.RUSSIAN ? Locale.of("ru") : Locale.ENGLISH);
  }

  /** Who sees what the sender is answered. */
  Exchange.Privacy privacy() {
    return place.kind() == Place.Kind.DIRECT_MESSAGE
        ? Exchange.Privacy.LASTING
        : Exchange.Privacy.EPHEMERAL;
  }

  /** Those of the server where it was given; in direct messages nobody has any. */
  private static Set<String> roles(Interaction interaction) {
    @Nullable Member member = interaction.getMember();
    return member == null
        ? Set.of()
        : member.getUnsortedRoles().stream().map(Role::getId).collect(Collectors.toSet());
  }

  /** What cannot be read is public. */
  private static Place.Kind kind(Interaction interaction) {
    @Nullable Channel channel = interaction.getChannel();
    if (channel == null) {
      return Place.Kind.PUBLIC_CHANNEL;
    }
    if (channel.getType() == ChannelType.PRIVATE) {
      return Place.Kind.DIRECT_MESSAGE;
    }
    return channel instanceof GuildChannel ofGuild && isForInvited(ofGuild)
        ? Place.Kind.PRIVATE_CHANNEL
        : Place.Kind.PUBLIC_CHANNEL;
  }

  private static @Nullable GuildChannel parent(ThreadChannel thread) {
    try {
      return thread.getParentChannel();
    } catch (IllegalStateException notSeen) {
      return null;
    }
  }

  private static boolean isForInvited(GuildChannel channel) {
    if (channel.getType() == ChannelType.GUILD_PRIVATE_THREAD) {
      return true;
    }
    Guild guild = channel.getGuild();
    if (guild.isDetached()) {
      return false;
    }
    @Nullable GuildChannel visible =
        channel instanceof ThreadChannel thread ? parent(thread) : channel;
    return visible != null
        && !guild.getPublicRole().hasPermission(visible, Permission.VIEW_CHANNEL);
  }
}
