package io.tillbot.adapter.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(status(authorized("channels/1/nothing"))).isEqualTo(404);
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
  void tooManyRequestsOfOneRouteWaitAndTheHeadersSayHowLong() throws IOException {
    discord.limit("channel", 1);
    RequestBody hello = body("{'content':'hello'}");
    Request.Builder message = authorized("channels/" + Room.LOBBY.id() + "/messages").post(hello);
    try (Response taken = client.newCall(message.build()).execute()) {
      assertThat(taken.code()).isEqualTo(200);
      assertThat(taken.header("X-RateLimit-Remaining")).isEqualTo("0");
      assertThat(taken.header("X-RateLimit-Bucket")).isNotBlank();
      assertThat(taken.header("Via")).isNotNull();
    }
    try (Response refused = client.newCall(message.build()).execute()) {
      assertThat(refused.code()).isEqualTo(429);
      assertThat(refused.header("Via")).as("without it JDA takes it for a ban").isNotNull();
      assertThat(refused.header("X-RateLimit-Scope")).isEqualTo("user");
      DataObject said = DataObject.fromJson(refused.body().string());
      assertThat(said.getBoolean("global")).isFalse();
      assertThat(said.getDouble("retry_after")).isBetween(0.0, 1.0);
    }
    assertThat(discord.tooMany()).isEqualTo(1);
  }

  @Test
  void moreThanFiftyRequestsASecondAreTooManyTogetherAndAnswersToInteractionsAreNotCounted()
      throws IOException {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    Buckets buckets = new Buckets(() -> now);
    for (int i = 0; i < Buckets.GLOBAL; i++) {
      buckets.countGlobally();
    }
    assertThatExceptionOfType(Buckets.TooMany.class)
        .isThrownBy(buckets::countGlobally)
        .matches(Buckets.TooMany::isGlobal);
    assertThat(status(request("interactions/1/nobody/callback").post(body("{'type':5}"))))
        .isEqualTo(404);
  }

  @Test
  void moreThanTwoHundredNewCommandsADayAreRefused() throws IOException {
    for (int i = 0; i < 2; i++) {
      assertThat(status(authorized(COMMANDS).put(body(hundred("n" + i))))).isEqualTo(200);
      assertThat(status(authorized(COMMANDS).put(body(hundred("n" + i)))))
          .as("what is there already is not new")
          .isEqualTo(200);
    }
    assertThat(status(authorized(COMMANDS).put(body(hundred("m"))))).isEqualTo(429);
  }

  private static String hundred(String name) {
    return IntStream.range(0, 100)
        .mapToObj(i -> "{'name':'" + name + "-" + i + "','description':'d'}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void translationsAreLeftOutWhereNobodyAskedForThem() throws IOException {
    status(
        authorized(COMMANDS)
            .put(
                body(
                    "[{'name':'n','description':'d','name_localizations':{'ru':'имя'},"
                        + "'options':[{'name':'o','description':'d','type':3,"
                        + "'description_localizations':{'ru':'д'}}]}]")));
    assertThat(text(authorized(COMMANDS))).doesNotContain("localizations");
    assertThat(text(authorized(COMMANDS + "?with_localizations=true"))).contains("имя", "д");
  }

  @Test
  void whoTakesNoDirectMessagesGetsNone() throws IOException {
    String conversation =
        DataObject.fromJson(
                text(
                    authorized("users/@me/channels")
                        .post(body("{'recipient_id':'" + Person.ANN.id() + "'}"))))
            .getString("id");
    Request.Builder message =
        authorized("channels/" + conversation + "/messages").post(body("{'content':'hello'}"));
    assertThat(status(message)).isEqualTo(200);
    assertThat(discord.directMessages(Person.ANN)).hasSize(1);
    discord.closeDirectMessages(Person.ANN);
    assertThat(status(message)).isEqualTo(403);
    assertThat(status(authorized("users/@me/channels").post(body("{'recipient_id':'1'}"))))
        .isEqualTo(404);
    assertThat(discord.refusals())
        .extracting(Refusal::code)
        .containsExactly(Refusal.CLOSED_TO_DIRECT_MESSAGES, Refusal.UNKNOWN_USER);
  }

  @ParameterizedTest
  @CsvSource({"HIDDEN, 50001", "READ_ONLY, 50013", "FORUM, 50013"})
  void whereTheBotMayNotWriteItsMessageIsRefused(Room room, int code) throws IOException {
    Request.Builder message =
        authorized("channels/" + room.id() + "/messages").post(body("{'content':'hello'}"));
    assertThat(status(message)).isEqualTo(403);
    assertThat(discord.refusals()).extracting(Refusal::code).containsExactly(code);
    assertThat(status(authorized("channels/1/messages").post(body("{'content':'hello'}"))))
        .isEqualTo(404);
  }

  @Test
  void aSessionThatIsNotThereIsNotResumed() throws Exception {
    assertThat(firstAfterHello(resumption(FakeDiscord.TOKEN, "no-such-session", 1)))
        .isEqualTo("op 9");
    assertThat(firstAfterHello(resumption("wrong", "no-such-session", 1))).isEqualTo("closed 4004");
  }

  @Test
  void twoIdentificationsOnOneConnectionAreTooMany() throws Exception {
    assertThat(closedAfter(identity(FakeDiscord.TOKEN, 1), identity(FakeDiscord.TOKEN, 1)))
        .isEqualTo(4_005);
  }

  @Test
  void moreThanWasSentCannotHaveBeenSeen() throws Exception {
    closedAfter(identity(FakeDiscord.TOKEN, 1), DataObject.empty().put("op", 99));
    assertThat(firstAfterHello(resumption(FakeDiscord.TOKEN, "fake-session-1", 99)))
        .isEqualTo("closed 4007");
  }

  @Test
  void nothingIsSaidBeforeTheIdentification() throws Exception {
    assertThat(closedAfter(DataObject.empty().put("op", 8).put("d", DataObject.empty())))
        .isEqualTo(4_003);
  }

  private static DataObject resumption(String token, String session, int seen) {
    return DataObject.empty()
        .put("op", 6)
        .put(
            "d",
            DataObject.empty().put("token", token).put("session_id", session).put("seq", seen));
  }

  private String firstAfterHello(DataObject message) throws Exception {
    CompletableFuture<String> said = new CompletableFuture<>();
    client.newWebSocket(
        new Request.Builder().url(discord.gateway().toString().replace("ws:", "http:")).build(),
        new WebSocketListener() {
          @Override
          public void onMessage(WebSocket socket, String text) {
            int operation = DataObject.fromJson(text).getInt("op");
            if (operation == 10) {
              socket.send(message.toString());
            } else {
              said.complete("op " + operation);
              socket.cancel();
            }
          }

          @Override
          public void onClosing(WebSocket socket, int code, String reason) {
            said.complete("closed " + code);
            socket.close(code, null);
          }
        });
    return said.get(10, TimeUnit.SECONDS);
  }

  private String text(Request.Builder request) throws IOException {
    try (Response response = client.newCall(request.build()).execute()) {
      return response.body().string();
    }
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

  private int closedAfter(DataObject... messages) throws Exception {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    client.newWebSocket(
        new Request.Builder().url(discord.gateway().toString().replace("ws:", "http:")).build(),
        new WebSocketListener() {
          @Override
          public void onOpen(WebSocket socket, Response response) {
            for (DataObject message : messages) {
              socket.send(message.toString());
            }
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
