package io.tillbot.adapter.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the fake refuses on the wire. */
class FakeDiscordTest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String COMMANDS = "applications/" + World.APPLICATION + "/commands";

  private final FakeDiscord discord = FakeDiscord.start();
  private final OkHttpClient client = new OkHttpClient();

  @AfterEach
  void stop() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    discord.close();
  }

  @Test
  void aRequestWithoutTheTokenIsRefused() throws IOException {
    assertThat(status(request("users/@me").header("Authorization", "Bot wrong"))).isEqualTo(401);
    assertThat(status(request("users/@me"))).isEqualTo(401);
    assertThat(status(authorized("users/@me"))).isEqualTo(200);
  }

  @Test
  void anUnknownAddressIsRefused() throws IOException {
    assertThat(status(authorized("channels/1/messages"))).isEqualTo(404);
  }

  @Test
  void aRegistrationThatIsNoListIsRefused() throws IOException {
    assertThat(status(authorized(COMMANDS).put(body("{}")))).isEqualTo(400);
    assertThat(status(authorized(COMMANDS).put(body("[{'name':'a b'}]")))).isEqualTo(400);
    assertThat(discord.requests()).isEmpty();
  }

  @Test
  void anUnknownInteractionIsRefused() throws IOException {
    assertThat(status(request("interactions/1/nobody/callback").post(body("{'type':5}"))))
        .isEqualTo(404);
    assertThat(discord.refusals())
        .extracting(Refusal::code)
        .containsExactly(Refusal.UNKNOWN_INTERACTION);
  }

  @Test
  void anUnknownTokenHasNoMessages() throws IOException {
    assertThat(
            status(
                request("webhooks/" + World.APPLICATION + "/nobody/messages/@original")
                    .patch(body("{}"))))
        .isEqualTo(404);
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() throws IOException {
    assertThat(status(request("interactions/1/nobody/callback").post(body("hello"))))
        .isEqualTo(400);
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    RequestBody large =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart(
                "files[0]", "a.pdf", RequestBody.create(new byte[10 * 1024 * 1024 + 1]))
            .addFormDataPart("payload_json", "{}")
            .build();
    assertThat(status(request("interactions/1/nobody/callback").post(large))).isEqualTo(413);
  }

  @Test
  void theGatewayClosesOnAWrongTokenAndOnIntentsThatNeedApproval() throws Exception {
    assertThat(closedAfter(identity("wrong", 1))).isEqualTo(4_004);
    assertThat(closedAfter(identity(FakeDiscord.TOKEN, 1 << 15))).isEqualTo(4_014);
    assertThat(closedAfter(DataObject.empty().put("op", 99))).isEqualTo(4_001);
    assertThat(discord.isConnected()).isFalse();
  }

  @Test
  void aClientSendsOnlyWhatIsRegistered() throws IOException {
    assertThatThrownBy(() -> discord.slash(Person.ANN, Room.LOBBY, "credit", Map.of()))
        .hasMessageContaining("not registered");
    String option = "{'name':'id','description':'d','type':3,'required':true}";
    status(
        authorized(COMMANDS)
            .put(body("[{'name':'credit','description':'d','options':[" + option + "]}]")));
    assertThatThrownBy(() -> discord.slash(Person.ANN, Room.LOBBY, "credit", Map.of()))
        .hasMessageContaining("asks for");
    assertThatThrownBy(() -> discord.slash(Person.ANN, Room.LOBBY, "credit", Map.of("id", true)))
        .hasMessageContaining("does not take that");
  }

  private static DataObject identity(String token, int intents) {
    return DataObject.empty()
        .put("op", 2)
        .put("d", DataObject.empty().put("token", token).put("intents", intents));
  }

  private int closedAfter(DataObject message) throws Exception {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    client.newWebSocket(
        new Request.Builder().url(discord.gateway().toString().replace("ws:", "http:")).build(),
        new WebSocketListener() {
          @Override
          public void onOpen(WebSocket socket, Response response) {
            socket.send(message.toString());
          }

          @Override
          public void onClosing(WebSocket socket, int code, String reason) {
            closed.complete(code);
            socket.close(code, null);
          }
        });
    return closed.get(10, TimeUnit.SECONDS);
  }

  private int status(Request.Builder request) throws IOException {
    try (Response response = client.newCall(request.build()).execute()) {
      return response.code();
    }
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url(discord.api() + path);
  }

  private Request.Builder authorized(String path) {
    return request(path).header("Authorization", "Bot " + FakeDiscord.TOKEN);
  }

  private static RequestBody body(String json) {
    return RequestBody.create(json.replace('\'', '"'), JSON);
  }
}
