package io.tillbot.adapter.discord.fake;

import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** One application, one server with two channels, and what the gateway says of them. */
final class World {
  static final String APPLICATION = "900000000000000001";
  static final String GUILD = "100000000000000001";
  private static final String EVERYONE = GUILD;
  private static final String VIEW_CHANNEL = "1024";

  private World() {}

  static DataObject bot() {
    return DataObject.empty()
        .put("id", APPLICATION)
        .put("username", "tillbot")
        .put("discriminator", "0")
        .put("bot", true);
  }

  static DataObject ready(String resumeAddress) {
    return DataObject.empty()
        .put("v", 10)
        .put("user", bot())
        .put("guilds", array(DataObject.empty().put("id", GUILD).put("unavailable", true)))
        .put("session_id", "fake-session")
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
            .put("roles", array(everyone()))
            .put("channels", array(channel(Room.LOBBY), channel(Room.BACK_OFFICE)))
            .put(
                "members",
                array(DataObject.empty().put("user", bot()).put("roles", DataArray.empty())));
    for (String list : List.of("threads", "emojis", "voice_states", "guild_scheduled_events")) {
      guild.put(list, DataArray.empty());
    }
    return guild;
  }

  private static DataObject everyone() {
    return DataObject.empty()
        .put("id", EVERYONE)
        .put("name", "@everyone")
        .put("permissions", "3072")
        .put("position", 0)
        .put("managed", false)
        .put("mentionable", false)
        .put("hoist", false)
        .put("colors", DataObject.empty().put("primary_color", 0));
  }

  /** A channel; the back office hides from everyone who is not let in. */
  static DataObject channel(Room room) {
    DataArray overwrites =
        room == Room.BACK_OFFICE
            ? array(
                DataObject.empty()
                    .put("id", EVERYONE)
                    .put("type", 0)
                    .put("allow", "0")
                    .put("deny", VIEW_CHANNEL))
            : DataArray.empty();
    return DataObject.empty()
        .put("id", room.id())
        .put("type", room.type())
        .put("name", "channel")
        .put("position", 0)
        .put("permission_overwrites", overwrites);
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
