package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Delivery.Kind;
import java.util.Optional;

/**
 * What Slack says of what people do: docs.slack.dev/reference/interaction-payloads and
 * docs.slack.dev/reference/events.
 */
final class Payloads {
  private final World world;
  private final Answers answers;

  Payloads(World world, Answers answers) {
    this.world = world;
    this.answers = answers;
  }

  private String answerAddress(String user, Seen message) {
    return world.here()
        + "/actions/"
        + answers.address(user, message.channel(), Optional.of(message.id()));
  }

  Delivery command(Team team, String user, String channel, String command, String text) {
    JsonObject fields = new JsonObject();
    Posts.command(user, channel, command, text, commandAddress(user, channel))
        .forEach(fields::addProperty);
    fields.addProperty("team_id", team.id());
    team.conversation(channel)
        .ifPresent(where -> fields.addProperty("channel_name", where.nameInCommands()));
    fields.addProperty("user_name", team.name(user));
    fields.addProperty("trigger_id", world.triggers().issue(team.id(), user));
    return Delivery.of(Kind.COMMAND, fields);
  }

  /** An address for answers to a command, and to what is no button of a message. */
  String commandAddress(String user, String channel) {
    return world.here() + "/commands/" + answers.address(user, channel, Optional.empty());
  }

  /** An action on a message. */
  JsonObject onMessage(Team team, String user, Seen message, JsonObject action) {
    JsonObject payload = interaction("block_actions", team, user);
    payload.add("channel", channel(team, message.channel()));
    JsonObject container = new JsonObject();
    container.addProperty("type", "message");
    container.addProperty("message_ts", message.id());
    container.addProperty("channel_id", message.channel());
    container.addProperty("is_ephemeral", message.isEphemeral());
    payload.add("container", container);
    if (!message.isEphemeral()) {
      payload.add("message", message(message));
    }
    payload.addProperty("response_url", answerAddress(user, message));
    payload.add("actions", only(action));
    return payload;
  }

  /** An action in a modal or in Home, where there is nowhere to answer. */
  JsonObject inView(Team team, ShownView view, JsonObject action) {
    JsonObject payload = interaction("block_actions", team, view.user());
    JsonObject container = new JsonObject();
    container.addProperty("type", "view");
    container.addProperty("view_id", view.id());
    payload.add("container", container);
    payload.add("view", withState(view, new JsonObject()));
    payload.add("actions", only(action));
    return payload;
  }

  /** …/view-interactions-payload */
  JsonObject submission(Team team, ShownView view, JsonObject values) {
    JsonObject payload = interaction("view_submission", team, view.user());
    payload.add("view", withState(view, values));
    payload.add("response_urls", new JsonArray());
    return payload;
  }

  JsonObject closing(Team team, ShownView view) {
    JsonObject payload = interaction("view_closed", team, view.user());
    payload.remove("trigger_id");
    payload.add("view", withState(view, new JsonObject()));
    payload.addProperty("is_cleared", false);
    return payload;
  }

  /** …/shortcuts-interaction-payload, on somebody's message. */
  JsonObject shortcut(Team team, String user, String channel, String text, String callbackId) {
    JsonObject payload = interaction("message_action", team, user);
    payload.addProperty("callback_id", callbackId);
    payload.addProperty("action_ts", world.nextTimestamp());
    payload.addProperty("message_ts", world.nextTimestamp());
    payload.add("channel", channel(team, channel));
    JsonObject message = new JsonObject();
    message.addProperty("type", "message");
    message.addProperty("user", user);
    message.addProperty("ts", payload.get("message_ts").getAsString());
    message.addProperty("text", text);
    payload.add("message", message);
    payload.addProperty("response_url", commandAddress(user, channel));
    return payload;
  }

  /** …/block_suggestion-payload */
  JsonObject suggestion(Team team, ShownView view, JsonObject element, String typed) {
    JsonObject payload = interaction("block_suggestion", team, view.user());
    payload.remove("trigger_id");
    payload.addProperty("action_id", element.get("action_id").getAsString());
    payload.addProperty("block_id", "b1");
    payload.addProperty("value", typed);
    payload.add("view", withState(view, new JsonObject()));
    return payload;
  }

  private JsonObject interaction(String type, Team team, String user) {
    JsonObject somebody = new JsonObject();
    somebody.addProperty("id", user);
    somebody.addProperty("username", team.name(user));
    somebody.addProperty("name", team.name(user));
    somebody.addProperty("team_id", team.id());
    JsonObject there = new JsonObject();
    there.addProperty("id", team.id());
    there.addProperty("domain", "example");
    JsonObject payload = new JsonObject();
    payload.addProperty("type", type);
    payload.add("user", somebody);
    payload.add("team", there);
    payload.addProperty("api_app_id", "A1");
    payload.addProperty("token", "old-verification-token");
    payload.addProperty("trigger_id", world.triggers().issue(team.id(), user));
    payload.addProperty("is_enterprise_install", false);
    return payload;
  }

  private static JsonObject channel(Team team, String id) {
    JsonObject channel = new JsonObject();
    channel.addProperty("id", id);
    channel.addProperty(
        "name", team.conversation(id).map(Conversation::nameInCommands).orElse("directmessage"));
    return channel;
  }

  private static JsonObject message(Seen seen) {
    JsonObject message = seen.message().deepCopy();
    message.addProperty("type", "message");
    message.addProperty("user", Team.BOT);
    message.addProperty("bot_id", "B1");
    message.addProperty("ts", seen.id());
    return message;
  }

  private static JsonObject withState(ShownView view, JsonObject values) {
    JsonObject state = new JsonObject();
    state.add("values", values);
    JsonObject json = view.json();
    json.add("state", state);
    return json;
  }

  private static JsonArray only(JsonObject action) {
    JsonArray actions = new JsonArray();
    actions.add(action);
    return actions;
  }

  /** docs.slack.dev/apis/events-api#callback-field: what is around each event. */
  Delivery event(Team team, JsonObject event) {
    JsonObject authorization = new JsonObject();
    authorization.addProperty("team_id", team.id());
    authorization.addProperty("user_id", Team.BOT);
    authorization.addProperty("is_bot", true);
    authorization.addProperty("is_enterprise_install", false);
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "event_callback");
    payload.addProperty("token", "old-verification-token");
    payload.addProperty("team_id", team.id());
    payload.addProperty("api_app_id", "A1");
    payload.add("event", event);
    payload.addProperty("event_id", "Ev" + world.next());
    payload.addProperty("event_time", world.clock().instant().getEpochSecond());
    payload.add("authorizations", only(authorization));
    return Delivery.of(Kind.EVENT, payload);
  }

  JsonObject mention(String user, String channel, String text, Optional<String> thread) {
    JsonObject event = said("app_mention", user, channel, "<@" + Team.BOT + "> " + text);
    thread.ifPresent(ts -> event.addProperty("thread_ts", ts));
    return event;
  }

  /** A message to the app, in the direct message. */
  JsonObject direct(String user, String channel, String text) {
    JsonObject event = said("message", user, channel, text);
    event.addProperty("channel_type", "im");
    return event;
  }

  private JsonObject said(String type, String user, String channel, String text) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.addProperty("user", user);
    event.addProperty("channel", channel);
    event.addProperty("text", text);
    event.addProperty("ts", world.nextTimestamp());
    event.addProperty("event_ts", event.get("ts").getAsString());
    return event;
  }

  JsonObject homeOpened(Team team, String user) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "app_home_opened");
    event.addProperty("user", user);
    event.addProperty("channel", team.direct(user).id());
    event.addProperty("tab", "home");
    event.addProperty("event_ts", world.nextTimestamp());
    world.views().home(user).ifPresent(view -> event.add("view", view.json()));
    return event;
  }

  static JsonObject uninstalled() {
    JsonObject event = new JsonObject();
    event.addProperty("type", "app_uninstalled");
    return event;
  }

  static JsonObject revoked() {
    JsonArray bots = new JsonArray();
    bots.add(Team.BOT);
    JsonObject tokens = new JsonObject();
    tokens.add("oauth", new JsonArray());
    tokens.add("bot", bots);
    JsonObject event = new JsonObject();
    event.addProperty("type", "tokens_revoked");
    event.add("tokens", tokens);
    return event;
  }
}
