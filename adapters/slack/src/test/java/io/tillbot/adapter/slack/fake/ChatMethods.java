package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Conversation.Kind;
import java.util.List;

/** {@code chat.*}. */
final class ChatMethods {
  private static final int LONGEST_TEXT = 40_000;

  private ChatMethods() {}

  static List<Method> all() {
    return List.of(
        Method.of("chat.postMessage", ChatMethods::post)
            .scope("chat:write")
            .needs("channel")
            .takes(
                "text",
                "blocks",
                "thread_ts",
                "unfurl_links",
                "unfurl_media",
                "mrkdwn",
                "link_names",
                "reply_broadcast")
            .refuses(
                "channel_not_found", "not_in_channel", "no_text", "msg_too_long", "invalid_blocks"),
        Method.of("chat.postEphemeral", ChatMethods::whisper)
            .scope("chat:write")
            .needs("channel", "user")
            .takes("text", "blocks", "thread_ts", "link_names")
            .refuses(
                "channel_not_found",
                "not_in_channel",
                "user_not_in_channel",
                "no_text",
                "msg_too_long",
                "invalid_blocks"),
        Method.of("chat.update", ChatMethods::update)
            .scope("chat:write")
            .needs("channel", "ts")
            .takes("text", "blocks")
            .refuses(
                "channel_not_found",
                "message_not_found",
                "no_text",
                "msg_too_long",
                "invalid_blocks"),
        Method.of("chat.delete", ChatMethods::delete)
            .scope("chat:write")
            .needs("channel", "ts")
            .refuses("channel_not_found", "message_not_found"),
        Method.of("chat.getPermalink", ChatMethods::permalink)
            .needs("channel", "message_ts")
            .refuses("channel_not_found", "message_not_found"));
  }

  private static JsonObject post(Call call) {
    Conversation where = where(call);
    Seen seen =
        new Seen(
            call.world().nextTimestamp(), Seen.EVERYBODY, where.id(), message(call), List.of());
    call.world().screen().add(seen);
    return posted(seen, "ts");
  }

  private static JsonObject whisper(Call call) {
    Conversation where = where(call);
    String user = call.text("user");
    if (!where.members().contains(user)) {
      throw call.refused("user_not_in_channel");
    }
    Seen seen = new Seen(call.world().nextTimestamp(), user, where.id(), message(call), List.of());
    call.world().screen().add(seen);
    return posted(seen, "message_ts");
  }

  private static JsonObject update(Call call) {
    Seen old = original(call, "ts");
    Seen changed = old.with(message(call));
    call.world().screen().replace(changed);
    return posted(changed, "ts");
  }

  private static JsonObject delete(Call call) {
    Seen old = original(call, "ts");
    call.world().screen().remove(old);
    return posted(old, "ts");
  }

  private static JsonObject permalink(Call call) {
    Seen message = original(call, "message_ts");
    JsonObject answer = Call.ok();
    answer.addProperty("channel", message.channel());
    answer.addProperty(
        "permalink",
        "https://example.slack.com/archives/"
            + message.channel()
            + "/p"
            + message.id().replace(".", ""));
    return answer;
  }

  /** Where the app may speak; a private channel that it is not in does not exist for it. */
  private static Conversation where(Call call) {
    Conversation where = call.conversation("channel", "channel_not_found");
    if (!where.members().contains(Team.BOT)) {
      throw call.refused(where.kind() == Kind.PUBLIC ? "not_in_channel" : "channel_not_found");
    }
    return where;
  }

  /** A message that all see; nobody's whisper can be found again. */
  private static Seen original(Call call, String name) {
    Conversation where = call.conversation("channel", "channel_not_found");
    return call.world()
        .screen()
        .find(where.id(), call.text(name))
        .filter(seen -> !seen.isEphemeral())
        .orElseThrow(() -> call.refused("message_not_found"));
  }

  private static JsonObject message(Call call) {
    String text = call.optional("text").orElseThrow(() -> call.refused("no_text"));
    if (text.length() > LONGEST_TEXT) {
      throw call.refused("msg_too_long");
    }
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    if (call.has("blocks")) {
      message.add("blocks", call.array("blocks"));
    }
    List<String> problems = MessageLaws.problems(message);
    if (!problems.isEmpty()) {
      throw call.refused("invalid_blocks", problems);
    }
    return message;
  }

  private static JsonObject posted(Seen seen, String name) {
    JsonObject answer = Call.ok();
    answer.addProperty("channel", seen.channel());
    answer.addProperty(name, seen.id());
    return answer;
  }
}
