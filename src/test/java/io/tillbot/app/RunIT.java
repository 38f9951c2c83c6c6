package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code run}, packaged and configured by variables alone, answers in Slack and in Discord, each
 * through the platform's real library; and a signal ends it well.
 */
class RunIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String SIGNING_SECRET = "fake-signing-secret";
  private static final Pattern PORT = Pattern.compile("Runs: HTTP, port (\\d+)");

  private static final Pattern HEAD = Pattern.compile("audit head [a-z]+:\\d+:[0-9a-f]{64}");

  @TempDir private Path home;

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
  private final FakeDiscord discord = FakeDiscord.start();
  private final ConcurrentLinkedQueue<String> late = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
  private final AtomicInteger slackStatus = new AtomicInteger(200);
  private final AtomicInteger triggers = new AtomicInteger();
  private HttpServer slack;

  @BeforeEach
  void slackListens() throws IOException {
    slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack.createContext(
        "/commands/answer",
        exchange -> {
          String answer =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          (slackStatus.get() == 200 ? late : lost).add(answer);
          exchange.sendResponseHeaders(slackStatus.get(), -1);
          exchange.close();
        });
    slack.start();
  }

  @AfterEach
  void stop() {
    slack.stop(0);
    discord.close();
    sandbox.close();
  }

  @Test
  void bothChatsAnswerWithTheCallersOwnInvoiceAndASignalEndsTheProgram() throws Exception {
    link("slack", "--workspace", "T1", "--user", "U1");
    link("discord", "--user", Person.ANN.id());
    Process run = start("run");
    try {
      int port = Integer.parseInt(awaitOutput(run, PORT).group(1));

      awaitOutput(run, HEAD);
      assertThat(home.resolve(".local/state/tillbot/tillbot.log"))
          .as("the file holds the heads as well")
          .content()
          .containsPattern(HEAD);

      assertThat(inSlack(port, "/invoice", "123 --no-pdf")).contains("Invoice 123", "121.00 EUR");

      FakeMessage card = inDiscord("invoice", Map.of("id", "123"));
      assertThat(card.title()).contains("Invoice 123");
      assertThat(card.isEphemeral()).isTrue();
      assertThat(card.files()).containsKey("invoice-123.pdf");

      FakeMessage asked = inDiscord("pay", Map.of("invoice", "103", "amount", "5"));
      FakeInteraction pressed = discord.press(Person.ANN, asked, asked.buttons().get("Confirm"));
      await().atMost(LONGEST).until(() -> pressed.kind().isPresent());
      await().atMost(LONGEST).until(() -> sandbox.received("apply_credit") == 1);
      await().atMost(LONGEST).until(() -> title(pressed, asked).contains("was paid"));
    } finally {
      run.destroy();
      assertThat(run.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    }
    assertThat(discord.refusals()).isEmpty();
    assertThat(output()).doesNotContain(sandbox.demo().token(), SIGNING_SECRET, FakeDiscord.TOKEN);
  }

  @Test
  void whatAKilledProcessLeftUnansweredIsAnsweredByTheNextAndNotSentAgain() throws Exception {
    link("slack", "--workspace", "T1", "--user", "U1");
    Process first = start("run");
    int port = Integer.parseInt(awaitOutput(first, PORT).group(1));
    String preview = inSlack(port, "/billing", "pay 103 5");
    slackStatus.set(503);
    Map<String, String> press = Map.of("payload", press(confirmation(preview)));
    assertThat(post(port, press)).isEmpty();
    await().atMost(LONGEST).until(() -> lost.size() == 2);
    first.destroyForcibly().waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
    slackStatus.set(200);
    asIfItsLeaseHadRunOut();
    Files.delete(home.resolve("output.txt"));

    Process second = start("run");
    try {
      await().atMost(LONGEST).until(() -> !late.isEmpty());
      assertThat(late.poll())
          .contains("It was done.", "may come a second time", "\"replace_original\":true");
      int itsPort = Integer.parseInt(awaitOutput(second, PORT).group(1));
      assertThat(post(itsPort, press)).as("delivered again").isEmpty();
    } finally {
      second.destroy();
      assertThat(second.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    }
    assertThat(late).as("nobody is told that the button was used").isEmpty();
    assertThat(sandbox.received("apply_credit")).isOne();
  }

  /** Minutes are not waited for. */
  private void asIfItsLeaseHadRunOut() throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/tillbot.db"));
        Statement statement = database.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE deliveries SET lease = 1 WHERE ended IS NULL"))
          .as("the press that nobody was answered")
          .isOne();
    }
  }

  /** The button of that name, as Slack sends it back. */
  private static String confirmation(String card) {
    Matcher value = Pattern.compile("\"value\":\"([A-Za-z0-9_-]+)\"").matcher(card);
    assertThat(card).contains("\"action_id\":\"confirm-");
    assertThat(value.find()).isTrue();
    return value.group(1);
  }

  private String press(String ticket) {
    return """
    {"type":"block_actions","user":{"id":"U1","team_id":"T1"},"team":{"id":"T1"},
     "channel":{"id":"C1"},"trigger_id":"%s","response_url":"%s",
     "actions":[{"type":"button","action_id":"confirm-0","block_id":"b","value":"%s"}]}
    """
        .formatted(trigger(), slackBase() + "/commands/answer/2", ticket);
  }

  private String trigger() {
    return "1.2." + triggers.incrementAndGet();
  }

  /** The message that a press has changed, or the one that it brought. */
  private static String title(FakeInteraction pressed, FakeMessage asked) {
    return pressed.answer().map(FakeMessage::title).orElseGet(asked::title);
  }

  private FakeMessage inDiscord(String command, Map<String, Object> options) {
    await().atMost(LONGEST).until(discord::isConnected);
    FakeInteraction interaction = discord.slash(Person.ANN, Room.LOBBY, command, options);
    await()
        .atMost(LONGEST)
        .until(() -> interaction.answer().map(FakeMessage::title).orElse("").length() > 0);
    return interaction.answer().orElseThrow();
  }

  /** What the person sees: the acknowledgement's own message, or the one that came late. */
  private String inSlack(int port, String command, String text) throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("command", command);
    form.put("text", text);
    form.put("team_id", "T1");
    form.put("user_id", "U1");
    form.put("channel_id", "C1");
    form.put("trigger_id", trigger());
    form.put("api_app_id", "A1");
    form.put("response_url", slackBase() + "/commands/answer/1");
    String answer = post(port, form);
    if (!answer.isBlank()) {
      return answer;
    }
    await().atMost(LONGEST).until(() -> !late.isEmpty());
    return Optional.ofNullable(late.poll()).orElseThrow();
  }

  /** The acknowledgement's body. */
  private static String post(int port, Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    String time = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
            .timeout(LONGEST)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", signature(time, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  private static String signature(String time, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] sum = mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
    return "v0=" + HexFormat.of().formatHex(sum);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void link(String platform, String... who) throws Exception {
    String[] arguments = new String[who.length + 3];
    arguments[0] = "link";
    arguments[1] = "--platform";
    arguments[2] = platform;
    System.arraycopy(who, 0, arguments, 3, who.length);
    Process link = start(arguments);
    try (var keyboard = link.outputWriter(StandardCharsets.UTF_8)) {
      keyboard.write(sandbox.demo().token());
    }
    assertThat(link.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(link.exitValue()).as(output()).isZero();
  }

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Packaged.command(home, List.of(), arguments))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("output.txt").toFile()));
    Packaged.prepare(
        builder.environment(),
        Map.of(
            "TILLBOT_BILLING_URL",
            sandbox.whmcs().toString(),
            "TILLBOT_POLICY_PATH",
            Bench.OPEN_POLICY.toString(),
            "TILLBOT_HTTP_PORT",
            "0",
            "TILLBOT_SLACK_MODE",
            "http",
            "TILLBOT_SLACK_SIGNING_SECRET",
            SIGNING_SECRET,
            "TILLBOT_SLACK_BOT_TOKEN",
            "xoxb-fake-bot-token",
            "TILLBOT_SLACK_API_URL",
            slackBase() + "/api/",
            "TILLBOT_DISCORD_TOKEN",
            FakeDiscord.TOKEN,
            "TILLBOT_DISCORD_API_URL",
            discord.api().toString(),
            "TILLBOT_DISCORD_GATEWAY_URL",
            discord.gateway().toString()));
    return builder.start();
  }

  private Matcher awaitOutput(Process process, Pattern pattern) {
    Matcher[] found = new Matcher[1];
    await()
        .atMost(LONGEST)
        .until(
            () -> {
              found[0] = pattern.matcher(output());
              assertThat(process.isAlive()).as(output()).isTrue();
              return found[0].find();
            });
    return found[0];
  }

  private String slackBase() {
    return "http://127.0.0.1:" + slack.getAddress().getPort();
  }

  private String output() throws IOException {
    return Files.readString(home.resolve("output.txt"));
  }
}
