package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatMethodsTest {
  private final Web web = new Web();

  @Test
  void aMessageIsSeenByAllWhoAreThereAndCanBeChanged() {
    String ts = web.call("chat.postMessage", message("C2", "x")).get("ts").getAsString();
    assertThat(web.error("chat.update", message("C2", "y", "ts", ts))).isEqualTo("ok");
    assertThat(web.world().screen().messages())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.isEphemeral()).isFalse();
              assertThat(seen.text()).isEqualTo("y");
            });
    assertThat(web.call("chat.getPermalink", Map.of("channel", "C2", "message_ts", ts)).toString())
        .contains("/archives/C2/p");
    assertThat(web.error("chat.delete", Map.of("channel", "C2", "ts", ts))).isEqualTo("ok");
    assertThat(web.world().screen().messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat.postMessage", "chat.postEphemeral", "chat.update"})
  void aMessageHasAText(String method) {
    assertThat(error(method, Map.of())).isEqualTo("no_text");
    assertThat(error(method, Map.of("text", "x".repeat(40_001)))).isEqualTo("msg_too_long");
    assertThat(error(method, Map.of("text", "x".repeat(40_000)))).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat.postMessage", "chat.postEphemeral", "chat.update"})
  void aMessagesBlocksAreLawful(String method) {
    assertThat(error(method, Map.of("text", "x", "blocks", "[{\"type\":\"unheard-of\"}]")))
        .isEqualTo("invalid_blocks");
    assertThat(error(method, Map.of("text", "x", "blocks", "[{\"type\":\"divider\"}]")))
        .isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat.postMessage", "chat.postEphemeral"})
  void theAppSpeaksOnlyWhereItIs(String method) {
    assertThat(error(method, Map.of("channel", "C7", "text", "x"))).isEqualTo("channel_not_found");
    assertThat(error(method, Map.of("channel", "C1", "text", "x"))).isEqualTo("not_in_channel");
    assertThat(error(method, Map.of("channel", "C4", "text", "x")))
        .as("a private channel that the app is not in")
        .isEqualTo("channel_not_found");
    assertThat(error(method, Map.of("channel", "D-of-U1", "text", "x")))
        .as("a direct message that was not opened")
        .isEqualTo("channel_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat.update", "chat.delete"})
  void onlyAMessageThatIsThereCanBeChanged(String method) {
    assertThat(web.error(method, changed(method, "C7", "1.1"))).isEqualTo("channel_not_found");
    assertThat(web.error(method, changed(method, "C2", "1.1"))).isEqualTo("message_not_found");
    String whispered =
        web.call("chat.postEphemeral", message("C2", "x", "user", "U1"))
            .get("message_ts")
            .getAsString();
    assertThat(web.error(method, changed(method, "C2", whispered)))
        .as("nobody finds again what one person alone saw")
        .isEqualTo("message_not_found");
  }

  @Test
  void onlyAMessageThatIsThereHasAnAddress() {
    String method = "chat.getPermalink";
    assertThat(web.error(method, Map.of("channel", "C7", "message_ts", "1.1")))
        .isEqualTo("channel_not_found");
    assertThat(web.error(method, Map.of("channel", "C2", "message_ts", "1.1")))
        .isEqualTo("message_not_found");
  }

  @Test
  void onlyWhoIsThereHearsAWhisper() {
    assertThat(web.error("chat.postEphemeral", message("C2", "x", "user", "U7")))
        .isEqualTo("user_not_in_channel");
    assertThat(web.error("chat.postEphemeral", message("C2", "x", "user", "U1"))).isEqualTo("ok");
    assertThat(web.world().screen().messages()).extracting(Seen::user).containsExactly("U1");
  }

  /** With all else as it should be. */
  private String error(String method, Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("channel", "C2");
    if (method.equals("chat.postEphemeral")) {
      arguments.put("user", "U1");
    }
    if (method.equals("chat.update")) {
      arguments.put(
          "ts", web.call("chat.postMessage", message("C2", "old")).get("ts").getAsString());
    }
    arguments.putAll(more);
    return web.error(method, arguments);
  }

  private static Map<String, String> changed(String method, String channel, String ts) {
    return method.equals("chat.update")
        ? message(channel, "y", "ts", ts)
        : Map.of("channel", channel, "ts", ts);
  }

  private static Map<String, String> message(String channel, String text) {
    return Map.of("channel", channel, "text", text);
  }

  private static Map<String, String> message(
      String channel, String text, String name, String value) {
    return Map.of("channel", channel, "text", text, name, value);
  }
}
