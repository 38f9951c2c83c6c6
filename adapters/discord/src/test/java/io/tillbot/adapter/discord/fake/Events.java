package io.tillbot.adapter.discord.fake;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What the gateway tells of interactions: {@code …/interactions/receiving-and-responding}. */
final class Events {
  private static final int COMMAND = 2;
  private static final int COMPONENT = 3;
  private static final int COMPLETION = 4;
  private static final int SUBMISSION = 5;

  private Events() {}

  /** A slash command, its options as Discord has checked them. */
  static DataObject slash(FakeInteraction interaction, Person person, Room room, DataObject data) {
    return interaction(interaction, person, room).put("type", COMMAND).put("data", data);
  }

  static DataObject press(
      FakeInteraction interaction, Person person, Room room, FakeMessage on, String customId) {
    return interaction(interaction, person, room)
        .put("type", COMPONENT)
        .put("data", DataObject.empty().put("custom_id", customId).put("component_type", 2))
        .put("message", message(on));
  }

  /** A choice of a menu. */
  static DataObject chosen(
      FakeInteraction interaction,
      Person person,
      Room room,
      FakeMessage on,
      String customId,
      List<String> values) {
    DataObject event = press(interaction, person, room, on, customId);
    event
        .getObject("data")
        .put("component_type", 3)
        .put("values", DataArray.fromCollection(values));
    return event;
  }

  /** An option that somebody is typing. */
  static DataObject typing(FakeInteraction interaction, Person person, Room room, DataObject data) {
    return interaction(interaction, person, room).put("type", COMPLETION).put("data", data);
  }

  /** A modal that was sent off, of a command or of a message's button. */
  static DataObject submitted(
      FakeInteraction interaction,
      Person person,
      Room room,
      DataObject modal,
      Map<String, String> values) {
    DataArray components = DataArray.empty();
    values.forEach(
        (id, value) ->
            components.add(
                DataObject.empty()
                    .put("type", 18)
                    .put("id", components.length() + 1)
                    .put(
                        "component",
                        DataObject.empty()
                            .put("type", 4)
                            .put("id", components.length() + 100)
                            .put("custom_id", id)
                            .put("value", value))));
    DataObject event =
        interaction(interaction, person, room)
            .put("type", SUBMISSION)
            .put(
                "data",
                DataObject.empty()
                    .put("custom_id", modal.getString("custom_id"))
                    .put("components", components));
    FakeMessage on = interaction.pressed();
    return on == null ? event : event.put("message", message(on));
  }

  /** A command of a message's menu. */
  static DataObject onMessage(
      FakeInteraction interaction, Person person, Room room, DataObject command, String content) {
    String id = Snowflakes.next(InstantSource.system());
    DataObject message =
        DataObject.empty()
            .put("id", id)
            .put("channel_id", room.id())
            .put("type", 0)
            .put("author", World.user(Person.EVE))
            .put("content", content)
            .put("timestamp", "2026-01-01T00:00:00+00:00")
            .put("tts", false)
            .put("mention_everyone", false)
            .put("pinned", false)
            .put("flags", 0);
    for (String list :
        List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
      message.put(list, DataArray.empty());
    }
    return interaction(interaction, person, room)
        .put("type", COMMAND)
        .put(
            "data",
            DataObject.empty()
                .put("id", command.getString("id"))
                .put("name", command.getString("name"))
                .put("type", 3)
                .put("target_id", id)
                .put(
                    "resolved",
                    DataObject.empty().put("messages", DataObject.empty().put(id, message))));
  }

  private static DataObject interaction(FakeInteraction interaction, Person person, Room room) {
    DataObject event =
        DataObject.empty()
            .put("id", interaction.id())
            .put("application_id", World.APPLICATION)
            .put("token", interaction.token())
            .put("version", 1)
            .put("locale", person.locale())
            .put("channel_id", room.id())
            .put("channel", channel(person, room))
            .put("context", room == Room.DIRECT ? 1 : 0)
            .put("authorizing_integration_owners", DataObject.empty().put("0", World.GUILD))
            .put("entitlements", DataArray.empty());
    return room == Room.DIRECT
        ? event.put("user", World.user(person))
        : event
            .put("guild_id", World.GUILD)
            .put("guild", DataObject.empty().put("id", World.GUILD))
            .put(
                "member",
                DataObject.empty()
                    .put("user", World.user(person))
                    .put("roles", DataArray.fromCollection(person.roles()))
                    .put("permissions", "0")
                    .put("joined_at", "2026-01-01T00:00:00+00:00"));
  }

  private static DataObject channel(Person person, Room room) {
    DataObject channel = World.channel(room);
    return room == Room.DIRECT
        ? channel.put("recipients", World.array(World.user(person)))
        : channel;
  }

  /** A message as it comes back. */
  static DataObject message(FakeMessage message) {
    DataObject body = message.body();
    DataArray embeds = body.optArray("embeds").orElseGet(DataArray::empty);
    embeds.stream(DataArray::getObject).forEach(embed -> embed.put("type", "rich"));
    DataArray attachments = DataArray.empty();
    for (Map.Entry<String, byte[]> file : message.files().entrySet()) {
      attachments.add(
          DataObject.empty()
              .put("id", message.id())
              .put("filename", file.getKey())
              .put("size", file.getValue().length)
              .put("url", "https://cdn.invalid/" + file.getKey())
              .put("proxy_url", "https://cdn.invalid/" + file.getKey()));
    }
    return DataObject.empty()
        .put("id", message.id())
        .put("channel_id", Room.LOBBY.id())
        .put("type", 20)
        .put("author", World.bot())
        .put("content", body.getString("content", ""))
        .put("timestamp", "2026-01-01T00:00:00+00:00")
        .put("tts", false)
        .put("mention_everyone", false)
        .put("pinned", false)
        .put("flags", message.isEphemeral() ? 64 : 0)
        .put("mentions", DataArray.empty())
        .put("mention_roles", DataArray.empty())
        .put("attachments", attachments)
        .put("embeds", embeds)
        .put("components", body.optArray("components").orElseGet(DataArray::empty));
  }
}
