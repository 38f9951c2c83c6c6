package io.tillbot.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods of Slack's Web API that the app calls, with Slack's own error codes:
 * docs.slack.dev/reference/methods. Safe for many threads.
 */
final class FakeWebApi {
  /** A file that arrived, and where. */
  record Arrived(String channel, String name, byte[] content) {}

  private static final class Upload {
    private final String name;
    private final int length;
    private byte[] content;

    private Upload(String name, int length) {
      this.name = name;
      this.length = length;
    }
  }

  private final String token;
  private final Set<String> scopes =
      new HashSet<>(
          Set.of(
              "commands",
              "im:write",
              "files:write",
              "chat:write",
              "channels:read",
              "groups:read",
              "usergroups:read",
              "users:read"));
  private final FakeDirectory directory = new FakeDirectory();
  private final Set<String> users = new HashSet<>(Set.of("U1", "U2"));
  private final Map<String, Upload> uploads = new HashMap<>();
  private final List<Arrived> arrived = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private String uploadHost = "";
  private int status = 200;

  FakeWebApi(String token) {
    this.token = token;
  }

  synchronized void revoke(String scope) {
    scopes.remove(scope);
  }

  /** Who and what is in this Slack. */
  FakeDirectory directory() {
    return directory;
  }

  /** From now on files are to go to another server. */
  synchronized void sendUploadsTo(String host) {
    uploadHost = host;
  }

  /** From now on every call is answered with this status. */
  synchronized void fail(int code) {
    status = code;
  }

  /** The status of every answer. */
  synchronized int status() {
    return status;
  }

  /**
   * Answers a call.
   *
   * @param here the address of this server, without a slash at its end
   */
  synchronized String call(
      String method, String authorization, Map<String, String> form, String here) {
    if (authorization.isEmpty()) {
      return error("not_authed");
    }
    if (!authorization.equals("Bearer " + token)) {
      return error("invalid_auth");
    }
    calls.add(method);
    return switch (method) {
      case "conversations.open" -> scopes.contains("im:write") ? open(form) : missing("im:write");
      case "files.getUploadURLExternal" ->
          scopes.contains("files:write") ? place(form, here) : missing("files:write");
      case "files.completeUploadExternal" ->
          scopes.contains("files:write") ? complete(form) : missing("files:write");
      default -> directory.call(method, form, scopes).orElseGet(() -> error("unknown_method"));
    };
  }

  /** How often a method was called. */
  synchronized long calls(String method) {
    return calls.stream().filter(method::equals).count();
  }

  private String open(Map<String, String> form) {
    String user = form.getOrDefault("users", "");
    if (!users.contains(user)) {
      return error(user.isEmpty() ? "users_list_not_supplied" : "user_not_found");
    }
    return "{\"ok\":true,\"channel\":{\"id\":\"D-of-" + user + "\"}}";
  }

  private String place(Map<String, String> form, String here) {
    String name = form.getOrDefault("filename", "");
    String length = form.getOrDefault("length", "");
    if (name.isEmpty() || !length.matches("[1-9][0-9]{0,9}")) {
      return error("invalid_arguments");
    }
    String id = "F" + (uploads.size() + 1);
    uploads.put(id, new Upload(name, Integer.parseInt(length)));
    String host = uploadHost.isEmpty() ? here : uploadHost;
    return "{\"ok\":true,\"file_id\":\"%s\",\"upload_url\":\"%s/upload/%s\"}"
        .formatted(id, host, id);
  }

  /** Takes the bytes; the status that they are answered with. */
  synchronized int upload(String id, byte[] content) {
    Upload upload = uploads.get(id);
    if (upload == null) {
      return 404;
    }
    if (content.length != upload.length) {
      return 400;
    }
    upload.content = content.clone();
    return 200;
  }

  private String complete(Map<String, String> form) {
    JsonArray files;
    try {
      files = JsonParser.parseString(form.getOrDefault("files", "")).getAsJsonArray();
    } catch (JsonParseException | IllegalStateException unreadable) {
      return error("invalid_arguments");
    }
    String channel = form.getOrDefault("channel_id", "");
    if (!channel.startsWith("D-of-")) {
      return error("channel_not_found");
    }
    for (JsonElement each : files) {
      JsonObject file = each.getAsJsonObject();
      Upload upload = uploads.get(file.get("id").getAsString());
      if (upload == null || upload.content == null) {
        return error("file_not_found");
      }
      arrived.add(new Arrived(channel, upload.name, upload.content));
    }
    return "{\"ok\":true,\"files\":" + files + "}";
  }

  synchronized List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  private static String error(String code) {
    return "{\"ok\":false,\"error\":\"" + code + "\"}";
  }

  private static String missing(String scope) {
    return "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"" + scope + "\"}";
  }
}
