package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.SlackApp;
import io.tillbot.adapter.slack.SlackOptions;
import io.tillbot.adapter.slack.SlackResponse;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/**
 * Slack on loopback, as strict as Slack: delivers what people do, and takes what the app sends only
 * where Slack would. What it refuses is kept, and a test that ends with a refusal that it did not
 * look at has failed.
 */
public final class FakeSlack implements AutoCloseable {
  public static final String SECRET = "fake-signing-secret";
  public static final String TOKEN = "xoxb-fake-bot-token";
  public static final String APP_TOKEN = "xapp-fake-app-token";
  public static final String CLIENT_ID = Installs.CLIENT_ID;
  public static final String CLIENT_SECRET = Installs.CLIENT_SECRET;
  public static final String CHANNEL = "C1";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final World world;
  private final Answers answers;
  private final WebApi api;
  private final Payloads payloads;
  private final Acknowledgements acknowledgements;
  private final FakeServer server;
  private final SocketWay socket;

  public FakeSlack(Clock clock) {
    this.world = new World(clock);
    this.answers = new Answers(world);
    this.api = new WebApi(world);
    this.payloads = new Payloads(world, answers);
    this.acknowledgements = new Acknowledgements(world, answers);
    this.server = new FakeServer(api, answers, world.files());
    this.socket = new SocketWay(world.sockets());
    world.isAt(server.address());
    world.tokens().bot(TOKEN, "T1", Tokens.EVERY_SCOPE);
    world.tokens().app(APP_TOKEN, Set.of("connections:write"));
  }

  /** Options of an app that lives in this Slack. */
  public SlackOptions options() {
    return SlackOptions.of(Secret.of(SECRET), Secret.of(TOKEN))
        .withApiUrl(URI.create(here() + "/api/"))
        .withClock(world.clock());
  }

  World world() {
    return world;
  }

  Payloads payloads() {
    return payloads;
  }

  Acknowledgements acknowledgements() {
    return acknowledgements;
  }

  /** The Web API. */
  public WebApi api() {
    return api;
  }

  /** Tokens and their scopes. */
  public Tokens tokens() {
    return world.tokens();
  }

  /** A workspace; {@code T1} is there from the start. */
  public Team team(String id) {
    return world.team(id);
  }

  /** One more workspace, where the app is not installed. */
  public Team newTeam(String id) {
    Team team = Team.example(id);
    world.with(team);
    return team;
  }

  /** Somebody agreed on Slack's page: the code with which the browser comes back. */
  public String agree(String team, String user, Set<String> scopes, String redirect) {
    return world.installs().agree(team, user, scopes, redirect);
  }

  /** The app has no Home. */
  public void withoutHome() {
    world.withoutHome();
  }

  /** By HTTP to the app itself. */
  public Way http(SlackApp app) {
    return new HttpWay(
        (headers, body) -> {
          long start = System.nanoTime();
          SlackResponse response = app.handle(headers, body);
          return new Acknowledgement(
              response.status(),
              response.headers().getOrDefault("Content-Type", ""),
              response.body(),
              HttpWay.since(start));
        },
        world.clock(),
        SECRET);
  }

  /** By HTTP to a server. */
  public Way http(URI address) {
    return new HttpWay(HttpWay.to(address), world.clock(), SECRET);
  }

  /** Through the sockets that the app opens. */
  public Way socket() {
    return socket;
  }

  /** Somebody of the first workspace. */
  public Person person(String user, Way way) {
    return person(user, "T1", way);
  }

  public Person person(String user, String team, Way way) {
    return new Person(this, way, world.team(team), user);
  }

  /** How many sockets are open. */
  public int sockets() {
    return world.sockets().count();
  }

  /** Cuts every socket, without a goodbye. */
  public void cutSockets() {
    world.sockets().cut();
  }

  /** Nothing gets through the sockets any more, though they stay open. */
  public void freezeSockets() {
    world.sockets().gate().shut();
  }

  public void thawSockets() {
    world.sockets().gate().open();
  }

  /** Says that the sockets will be closed soon. */
  public void warnSockets() {
    world.sockets().warn();
  }

  /** Has the app open new sockets in place of those that there are. */
  public void refreshSockets() {
    world.sockets().refresh();
  }

  /** How often something was delivered once more, since its socket broke. */
  public int redelivered() {
    return socket.redelivered();
  }

  /** What people see, oldest first. */
  public List<Seen> seen() {
    return world.screen().messages();
  }

  /** Messages that carry files; each is seen a moment after its upload is complete. */
  public List<Seen> shared() {
    return world.screen().shares();
  }

  /** Late answers do not get through: they are answered with this status. */
  public void failAnswers(int status) {
    answers.fail(status);
  }

  /** How many of them did not get through. */
  public int failedAnswers() {
    return answers.failures();
  }

  /** They get through again. */
  public void mendAnswers() {
    answers.fail(0);
  }

  /** What was refused, and why; the Web API's refusals are in {@link WebApi#made()}. */
  public List<String> refusals() {
    List<String> all = new ArrayList<>(answers.refusals());
    all.addAll(acknowledgements.refusals());
    all.addAll(world.sockets().refusals());
    return all;
  }

  /** Waits for that many messages, and gives the last. */
  public Seen awaitMessage(int count) {
    Awaitility.await().atMost(LONGEST_WAIT).until(() -> seen().size() >= count);
    assertThat(seen()).hasSize(count);
    return seen().getLast();
  }

  /** From now on it is written down what people do and see. */
  public void writeDown(String title) {
    world.screen().journal().start();
    world.screen().journal().remark(title);
  }

  /** Writes what was written down into {@code target/transcripts}. */
  public void writeTranscript(String name) {
    Transcript.write(Path.of("target", "transcripts"), name, world.screen().journal().text());
  }

  /** Posts a body as it is, signed; it must be answered in time. */
  public SlackResponse post(SlackApp app, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    long start = System.nanoTime();
    SlackResponse response =
        app.handle(Posts.signed(SECRET, world.clock().instant(), bytes), bytes);
    assertThat(HttpWay.since(start)).isLessThan(Acknowledgement.LONGEST);
    return response;
  }

  /** Somebody types a command; the acknowledgement is shown when it holds a message. */
  public SlackResponse type(
      SlackApp app, String user, String channel, String command, String text) {
    Acknowledgement acknowledgement =
        person(user, http(app)).types(channel, (command + " " + text).strip());
    return response(acknowledgement);
  }

  /** Somebody presses a button of a message. */
  public SlackResponse press(SlackApp app, String user, Seen message, String label) {
    return response(person(user, http(app)).presses(message, label));
  }

  private static SlackResponse response(Acknowledgement acknowledgement) {
    return new SlackResponse(
        acknowledgement.status(),
        Map.of("Content-Type", acknowledgement.contentType()),
        acknowledgement.body());
  }

  /** The payload of a press. */
  public JsonObject pressed(String user, Seen message, String label) {
    return person(user, socket).pressed(message, label);
  }

  /** A payload as the form that carries it. */
  public static String payload(JsonObject payload) {
    return Posts.form(Map.of("payload", payload.toString()));
  }

  /** An address for late answers to a command. */
  public String commandAddress(String user) {
    return payloads.commandAddress(user, CHANNEL);
  }

  /** The address of this Slack, without a slash at its end. */
  public String here() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    world.sockets().close();
  }
}
