package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Conversation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The two methods around an upload: docs.slack.dev/messaging/working-with-files. */
final class FileMethods {
  private FileMethods() {}

  static List<Method> all() {
    return List.of(
        Method.of("files.getUploadURLExternal", FileMethods::place)
            .scope("files:write")
            .needs("filename")
            .takes("length", "alt_txt", "snippet_type")
            .refuses("missing_argument"),
        Method.of("files.completeUploadExternal", FileMethods::complete)
            .scope("files:write")
            .needs("files")
            .takes("channel_id", "initial_comment", "blocks", "thread_ts")
            .refuses("file_not_found", "channel_not_found", "not_in_channel", "invalid_blocks"));
  }

  private static JsonObject place(Call call) {
    int length;
    try {
      length = Integer.parseInt(call.optional("length").orElse("0"));
    } catch (NumberFormatException none) {
      throw Call.refusedBy("invalid_arguments", "length");
    }
    if (length <= 0) {
      throw call.refused("missing_argument");
    }
    String id = call.world().files().expect(call.text("filename"), length);
    JsonObject answer = Call.ok();
    answer.addProperty("upload_url", call.world().uploadHost() + "/upload/" + id);
    answer.addProperty("file_id", id);
    return answer;
  }

  private static JsonObject complete(Call call) {
    JsonArray files = call.array("files");
    Conversation where = where(call);
    List<String> ids = new ArrayList<>();
    for (JsonElement each : files) {
      JsonObject file = each.getAsJsonObject();
      if (!Set.of("id", "title").containsAll(file.keySet())) {
        throw Call.refusedBy("invalid_arguments", "a file has an id and a title");
      }
      ids.add(file.get("id").getAsString());
    }
    if (ids.isEmpty() || !ids.stream().allMatch(call.world().files()::hasAllOf)) {
      throw call.refused("file_not_found");
    }
    call.world().files().share(ids, where.id(), message(call));
    JsonObject answer = Call.ok();
    answer.add("files", files);
    return answer;
  }

  /** A file that is shared nowhere is lost on everybody; so a conversation is asked for. */
  private static Conversation where(Call call) {
    if (!call.has("channel_id")) {
      throw call.refused("channel_not_found");
    }
    Conversation where = call.conversation("channel_id", "channel_not_found");
    if (!where.members().contains(Team.BOT)) {
      throw call.refused(where.kind() == Kind.PUBLIC ? "not_in_channel" : "channel_not_found");
    }
    return where;
  }

  /** Slack ignores blocks beside a comment; here that is a slip. */
  private static JsonObject message(Call call) {
    JsonObject message = new JsonObject();
    message.addProperty("text", call.optional("initial_comment").orElse("(a file)"));
    if (call.has("blocks")) {
      if (call.has("initial_comment")) {
        throw call.refused("invalid_blocks", List.of("blocks beside initial_comment"));
      }
      message.add("blocks", call.array("blocks"));
    }
    List<String> problems = MessageLaws.problems(message);
    if (!problems.isEmpty()) {
      throw call.refused("invalid_blocks", problems);
    }
    return message;
  }
}
