package io.tillbot.adapter.discord.fake;

import io.tillbot.adapter.discord.fake.FakeInteraction.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Discord on loopback. Whatever it refuses is remembered, so that a test can ask for none. */
public final class FakeDiscord implements AutoCloseable {
  /** The bot's token. */
  public static final String TOKEN = "fake-discord-token";

  private static final String API = "/api/v10";
  private static final String GATEWAY = "/gateway";

  private final MockWebServer server = new MockWebServer();
  private final InstantSource clock = InstantSource.system();
  private final Gateway gateway = new Gateway(TOKEN, () -> gateway().toString());
  private final Buckets buckets = new Buckets(clock);
  private final Channels channels = new Channels();
  private final Rest rest = new Rest(TOKEN, buckets, channels);
  private final Faults faults = new Faults();
  private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger tooMany = new AtomicInteger();
  private @Nullable Proxy network;
  private final AtomicReference<DataObject> last = new AtomicReference<>();

  private FakeDiscord() {}

  public static FakeDiscord start() {
    FakeDiscord discord = new FakeDiscord();
    discord.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return discord.answer(request);
          }
        });
    try {
      discord.server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    discord.network = new Proxy(discord.server.getPort());
    return discord;
  }

  public URI api() {
    return URI.create("http://127.0.0.1:" + server.getPort() + API + "/");
  }

  public URI gateway() {
    return URI.create("ws://127.0.0.1:" + network().port() + GATEWAY);
  }

  private Proxy network() {
    return Objects.requireNonNull(network, "not started");
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.equals(GATEWAY)) {
      return new MockResponse.Builder().webSocketUpgrade(gateway).build();
    }
    String route = path.substring(API.length()).replace("%40", "@");
    try {
      faults.pass(route);
      Rest.Answer answer = rest.answer(request, route);
      MockResponse.Builder response = response(200, answer.body().map(Object::toString).orElse(""));
      answer.standing().ifPresent(standing -> standing.headers().forEach(response::addHeader));
      return response.build();
    } catch (Faults.Fault fault) {
      return response(fault.refusal().status(), fault.refusal().json().toString()).build();
    } catch (Buckets.TooMany many) {
      tooMany.incrementAndGet();
      return response(many).build();
    } catch (Refusal refusal) {
      refusals.add(refusal);
      return response(refusal.status(), refusal.json().toString()).build();
    }
  }

  private static MockResponse.Builder response(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .addHeader("Via", "1.1 fake")
        .body(body);
  }

  private static MockResponse.Builder response(Buckets.TooMany many) {
    String wait = Buckets.seconds(many.retryAfter());
    MockResponse.Builder response =
        response(
                429,
                DataObject.empty()
                    .put("message", many.getMessage())
                    .put("retry_after", Double.parseDouble(wait))
                    .put("global", many.isGlobal())
                    .toString())
            .addHeader("Retry-After", (long) Math.ceil(Double.parseDouble(wait)))
            .addHeader("X-RateLimit-Scope", many.isGlobal() ? "global" : "user");
    return many.isGlobal()
        ? response.addHeader("X-RateLimit-Global", "true")
        : response
            .addHeader("X-RateLimit-Limit", "1")
            .addHeader("X-RateLimit-Remaining", "0")
            .addHeader("X-RateLimit-Reset-After", wait)
            .addHeader("X-RateLimit-Bucket", "limited");
  }

  /** A slash command; like Discord's clients it only sends what is registered. */
  public FakeInteraction slash(
      Person person, Room room, String command, Map<String, Object> options) {
    DataObject data = new Typed(rest.commands("")).data(command, options);
    FakeInteraction interaction = interaction(Origin.COMMAND, null);
    deliver(Events.slash(interaction, person, room, data));
    return interaction;
  }

  /** Somebody types the value of an option. */
  public FakeInteraction type(
      Person person, Room room, String command, Map<String, Object> others, Typing typing) {
    DataObject data =
        new Typed(rest.commands("")).typing(command, others, typing.option(), typing.text());
    FakeInteraction interaction = interaction(Origin.COMPLETION, null);
    deliver(Events.typing(interaction, person, room, data));
    return interaction;
  }

  /** What is there of an option's value. */
  public record Typing(String option, String text) {}

  /** Somebody chooses a command of the menu of somebody else's message. */
  public FakeInteraction lookAt(Person person, Room room, String command, String content) {
    DataObject registered = new Typed(rest.commands("")).onMessage(command);
    FakeInteraction interaction = interaction(Origin.COMMAND, null);
    deliver(Events.onMessage(interaction, person, room, registered, content));
    return interaction;
  }

  /** Chooses of a menu; a client lets nobody choose what is not there, too few or too many. */
  public FakeInteraction choose(Person person, FakeMessage on, String menu, List<String> values) {
    DataObject offered = on.menu(menu);
    boolean isOffered = on.menus().getOrDefault(menu, List.of()).containsAll(values);
    if (!isOffered
        || values.size() < offered.getInt("min_values", 1)
        || values.size() > offered.getInt("max_values", 1)) {
      throw new AssertionError("the client does not let anybody choose that");
    }
    FakeInteraction interaction = interaction(Origin.COMPONENT, on);
    deliver(Events.chosen(interaction, person, Room.LOBBY, on, menu, values));
    return interaction;
  }

  /** Fills in the modal that an interaction was answered with; a client asks for what must be. */
  public FakeInteraction submit(Person person, FakeInteraction opened, Map<String, String> values) {
    FakeMessage on = opened.pressed();
    FakeInteraction interaction =
        interaction(on == null ? Origin.MODAL : Origin.MODAL_ON_A_MESSAGE, on);
    deliver(Events.submitted(interaction, person, Room.LOBBY, opened.modal(), values));
    return interaction;
  }

  /**
   * A press, also of a button that the message had a moment ago, as in a double click.
   *
   * @param button its custom id
   */
  public FakeInteraction press(Person person, FakeMessage on, String button) {
    return press(person, Room.LOBBY, on, button);
  }

  /** The same elsewhere. */
  public FakeInteraction press(Person person, Room room, FakeMessage on, String button) {
    FakeInteraction interaction = interaction(Origin.COMPONENT, on);
    deliver(Events.press(interaction, person, room, on, button));
    return interaction;
  }

  private void deliver(DataObject event) {
    last.set(event);
    gateway.dispatch("INTERACTION_CREATE", event);
  }

  private FakeInteraction interaction(Origin origin, @Nullable FakeMessage pressed) {
    FakeInteraction interaction =
        new FakeInteraction(
            Snowflakes.next(clock),
            "fake-interaction-token-" + tokens.incrementAndGet(),
            clock,
            origin,
            pressed);
    rest.expect(interaction);
    return interaction;
  }

  /**
   * Checks a message before anybody sends it.
   *
   * @throws Refusal as Discord would
   */
  public static void check(DataObject message, List<String> files) {
    MessageRules.check(message.toMap(), files);
    MessageRules.checkNotEmpty(message.toMap(), files);
  }

  /**
   * Checks a registration before anybody sends it.
   *
   * @throws Refusal as Discord would
   */
  public static void check(DataArray registration) {
    CommandRules.check(DataArray.fromJson(registration.toString()).toList());
  }

  /** So many of the next answers after the first are refused, whatever they hold. */
  public void failLater(int count) {
    faults.failLater(count);
  }

  /** How many of them are still to come. */
  public int failingLater() {
    return faults.failingLater();
  }

  /** From now on every interaction's token has expired, as after 15 minutes. */
  public void expireTokens() {
    faults.expireTokens();
  }

  /** From now on the person takes no direct messages. */
  public void closeDirectMessages(Person person) {
    channels.close(person);
  }

  /** The messages that answer no interaction there. */
  public List<FakeMessage> messagesIn(Room room) {
    return channels.in(room.id());
  }

  /** The direct messages that somebody got beside answers to interactions. */
  public List<FakeMessage> directMessages(Person person) {
    return channels.in(Channels.directly(person));
  }

  /** So many requests a second are taken of each {@code webhook} or {@code channel}. */
  public void limit(String route, int perSecond) {
    buckets.limit(route, perSecond);
  }

  /** How many requests were too many. */
  public int tooMany() {
    return tooMany.get();
  }

  /** What the bot may do in the server: a bit set. */
  public void permissions(long granted) {
    rest.permissions(granted);
  }

  /** Drops every connection to the gateway abruptly. */
  public void cut() {
    gateway.forgetConnection();
    network().cut();
  }

  /** Asks the bot to connect anew. */
  public void askToReconnect() {
    gateway.askToReconnect();
  }

  /** The bot's token was reset by its owner; the gateway says so when it comes next. */
  public void revokeToken() {
    gateway.revoke();
  }

  /** Ends the bot's session. */
  public void invalidateSession() {
    gateway.invalidate();
  }

  /** How often connections to come are to give a sign of life. */
  public void heartbeat(Duration interval) {
    gateway.heartbeat(interval);
  }

  /** Whether signs of life are answered. */
  public void acknowledgeHeartbeats(boolean does) {
    gateway.acknowledges(does);
  }

  /** How often the bot has identified itself. */
  public int identified() {
    return gateway.identified();
  }

  /** How often it has resumed its session. */
  public int resumed() {
    return gateway.resumed();
  }

  /** Delivers once more what was delivered last, as Discord may after a reconnection. */
  public void deliverAgain() {
    gateway.dispatch("INTERACTION_CREATE", last.get());
  }

  /** What is registered everywhere. */
  public DataArray commands() {
    return rest.commands("");
  }

  /** What is registered in the one server. */
  public DataArray guildCommands() {
    return rest.commands(World.GUILD);
  }

  public String guild() {
    return World.GUILD;
  }

  /** The requests that were taken, in order, such as {@code PUT commands}. */
  public List<String> requests() {
    return rest.taken().stream().map(Rest.Taken::request).toList();
  }

  /** Their bodies. */
  public List<DataObject> bodies() {
    return rest.taken().stream().map(Rest.Taken::body).toList();
  }

  /** What was refused. */
  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Whether the bot is connected to the gateway. */
  public boolean isConnected() {
    return gateway.isConnected();
  }

  /** The intents that the bot asked for; -1 before it came. */
  public int intents() {
    return gateway.intents();
  }

  @Override
  public void close() {
    network().close();
    server.close();
  }
}
