package io.tillbot.adapter.discord.fake;

import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** One application, one server with two channels, and what the gateway says of them. */
final class World {
  static final String APPLICATION = "900000000000000001";
  static final String GUILD = "100000000000000001";
  private static final String EVERYONE = GUILD;
  private static final String VIEW_CHANNEL = "1024";
  private static final String SEND_MESSAGES = "2048";

  private World() {}

  static DataObject bot() {
    return DataObject.empty()
        .put("id", APPLICATION)
        .put("username", "tillbot")
        .put("discriminator", "0")
        .put("bot", true);
  }

  static DataObject ready(String resumeAddress, String session) {
    return DataObject.empty()
        .put("v", 10)
        .put("user", bot())
        .put("guilds", array(DataObject.empty().put("id", GUILD).put("unavailable", true)))
        .put("session_id", session)
        .put("private_channels", DataArray.empty())
        .put("application", DataObject.empty().put("id", APPLICATION).put("flags", 0))
        .put("resume_gateway_url", resumeAddress);
  }

  static DataObject guild() {
    DataObject guild =
        DataObject.empty()
            .put("id", GUILD)
            .put("name", "Support")
            .put("owner_id", "1")
            .put("member_count", 3)
            .put("afk_timeout", 300)
            .put("premium_progress_bar_enabled", false)
            .put("roles", array(role(EVERYONE, "@everyone"), role(Person.STAFF_ROLE, "staff")))
            .put(
                "channels",
                DataArray.fromCollection(Room.told().stream().map(World::channel).toList()))
            .put(
                "members",
                array(DataObject.empty().put("user", bot()).put("roles", DataArray.empty())));
    for (String list : List.of("threads", "emojis", "voice_states", "guild_scheduled_events")) {
      guild.put(list, DataArray.empty());
    }
    return guild;
  }

  /** Everyone may see channels, and write in them and in threads. */
  static final long USUAL_PERMISSIONS = 1L << 10 | 1L << 11 | 1L << 14 | 1L << 38;

  private static DataObject role(String id, String name) {
    return DataObject.empty()
        .put("id", id)
        .put("name", name)
        .put("permissions", Long.toString(USUAL_PERMISSIONS))
        .put("position", 0)
        .put("managed", false)
        .put("mentionable", false)
        .put("hoist", false)
        .put("colors", DataObject.empty().put("primary_color", 0));
  }

  /** A channel; the back office hides from everyone who is not let in. */
  static DataObject channel(Room room) {
    DataArray overwrites =
        switch (room) {
          case BACK_OFFICE ->
              array(
                  overwrite(EVERYONE, 0, "0", VIEW_CHANNEL),
                  overwrite(APPLICATION, 1, "3072", "0"));
          case HIDDEN -> array(overwrite(APPLICATION, 1, "0", VIEW_CHANNEL));
          case READ_ONLY -> array(overwrite(EVERYONE, 0, "0", SEND_MESSAGES));
          default -> DataArray.empty();
        };
    DataObject channel =
        DataObject.empty()
            .put("id", room.id())
            .put("type", room.type())
            .put("name", room.name().toLowerCase(Locale.ROOT))
            .put("position", 0)
            .put("guild_id", GUILD)
            .put("permission_overwrites", overwrites);
    Room parent = room.parent();
    return parent == null ? channel : thread(channel.put("parent_id", parent.id()), room);
  }

  private static DataObject overwrite(String id, int type, String allowed, String denied) {
    return DataObject.empty()
        .put("id", id)
        .put("type", type)
        .put("allow", allowed)
        .put("deny", denied);
  }

  private static DataObject thread(DataObject channel, Room room) {
    return channel
        .put("owner_id", Person.ANN.id())
        .put("member_count", 2)
        .put("message_count", 1)
        .put("total_message_sent", 1)
        .put("rate_limit_per_user", 0)
        .put(
            "thread_metadata",
            DataObject.empty()
                .put("archived", false)
                .put("auto_archive_duration", 1_440)
                .put("archive_timestamp", "2026-01-01T00:00:00+00:00")
                .put("create_timestamp", "2026-01-01T00:00:00+00:00")
                .put("locked", false)
                .put("invitable", room != Room.TICKET));
  }

  /** How often the bot may connect: {@code …/topics/gateway#get-gateway-bot}. */
  static DataObject gateway() {
    return DataObject.empty()
        .put("url", "wss://gateway.invalid")
        .put("shards", 1)
        .put(
            "session_start_limit",
            DataObject.empty()
                .put("total", 1_000)
                .put("remaining", 998)
                .put("reset_after", 14_400_000)
                .put("max_concurrency", 1));
  }

  /** The one server as the list of the bot's own has it. */
  static DataObject ownGuild(long permissions) {
    return DataObject.empty()
        .put("id", GUILD)
        .put("name", "Support")
        .put("owner", false)
        .put("permissions", Long.toString(permissions));
  }

  static DataObject user(Person person) {
    return DataObject.empty()
        .put("id", person.id())
        .put("username", person.name())
        .put("discriminator", "0");
  }

  static DataArray array(DataObject... objects) {
    return DataArray.fromCollection(List.of(objects));
  }
}
