package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Conversation.Kind;
import java.util.List;

/** {@code conversations.*}. */
final class ConversationMethods {
  private ConversationMethods() {}

  static List<Method> all() {
    return List.of(
        Method.of("conversations.open", ConversationMethods::open)
            .scope("im:write")
            .takes("users", "return_im", "prevent_creation")
            .refuses(
                "users_list_not_supplied",
                "user_not_found",
                "user_disabled",
                "method_not_supported_for_channel_type"),
        Method.of("conversations.info", ConversationMethods::info)
            .needs("channel")
            .takes("include_locale", "include_num_members")
            .refuses("channel_not_found", "missing_scope"));
  }

  private static JsonObject open(Call call) {
    String user = call.optional("users").orElseThrow(() -> call.refused("users_list_not_supplied"));
    if (user.contains(",")) {
      throw call.refused("method_not_supported_for_channel_type");
    }
    if (call.team().member(user).isEmpty()) {
      throw call.refused("user_not_found");
    }
    if (call.team().isDisabled(user)) {
      throw call.refused("user_disabled");
    }
    JsonObject channel = new JsonObject();
    channel.addProperty("id", call.team().direct(user).id());
    JsonObject answer = Call.ok();
    answer.add("channel", channel);
    return answer;
  }

  private static JsonObject info(Call call) {
    Conversation conversation = call.conversation("channel", "channel_not_found");
    Kind kind = conversation.kind();
    if (!call.grant().scopes().contains(kind.scope())) {
      throw call.missing(kind.scope());
    }
    boolean isMember = conversation.members().contains(Team.BOT);
    if (kind != Kind.PUBLIC && !isMember) {
      throw call.refused("channel_not_found");
    }
    JsonObject channel = new JsonObject();
    channel.addProperty("id", conversation.id());
    channel.addProperty("name", conversation.name());
    channel.addProperty("is_channel", kind == Kind.PUBLIC);
    channel.addProperty("is_group", kind == Kind.PRIVATE);
    channel.addProperty("is_im", kind == Kind.DIRECT);
    channel.addProperty("is_mpim", kind == Kind.GROUP);
    channel.addProperty("is_private", kind != Kind.PUBLIC);
    channel.addProperty("is_member", isMember);
    call.team().sharings(conversation.id()).forEach(flag -> channel.addProperty(flag, true));
    JsonObject answer = Call.ok();
    answer.add("channel", channel);
    return answer;
  }
}
