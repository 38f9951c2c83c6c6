package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationMethodsTest {
  private static final String OPEN = "conversations.open";
  private static final String INFO = "conversations.info";

  private final Web web = new Web();

  @Test
  void aConversationNeedsOneUserWhoIsThere() {
    assertThat(web.error(OPEN, Map.of())).isEqualTo("users_list_not_supplied");
    assertThat(web.error(OPEN, Map.of("users", "U7"))).isEqualTo("user_not_found");
    assertThat(web.error(OPEN, Map.of("users", "U1,U2")))
        .isEqualTo("method_not_supported_for_channel_type");
    assertThat(web.call(OPEN, Map.of("users", "U1")).toString()).contains("D-of-U1");
    web.world().team("T1").disable("U1");
    assertThat(web.error(OPEN, Map.of("users", "U1"))).isEqualTo("user_disabled");
  }

  @ParameterizedTest
  @CsvSource({"C2, channels:read, is_channel", "C3, groups:read, is_group"})
  void aChannelsKindIsToldToWhomMayRead(String channel, String scope, String kind) {
    JsonObject told = web.call(INFO, Map.of("channel", channel)).getAsJsonObject("channel");
    assertThat(told.get(kind).getAsBoolean()).isTrue();
    web.api().revoke(scope);
    JsonObject refusal = web.call(INFO, Map.of("channel", channel));
    assertThat(Web.error(refusal)).isEqualTo("missing_scope");
    assertThat(refusal.get("needed").getAsString()).isEqualTo(scope);
  }

  @Test
  void aPrivateChannelThatTheAppIsNotInIsNotThere() {
    assertThat(web.error(INFO, Map.of("channel", "C4"))).isEqualTo("channel_not_found");
    assertThat(web.error(INFO, Map.of("channel", "C7"))).isEqualTo("channel_not_found");
    assertThat(web.error(INFO, Map.of("channel", "C1"))).as("a public one is").isEqualTo("ok");
  }
}
