package io.tillbot.adapter.discord.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Rest rest = new Rest(TOKEN);
  private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger failingLater = new AtomicInteger();
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
    return discord;
  }

  public URI api() {
    return URI.create("http://127.0.0.1:" + server.getPort() + API + "/");
  }

  public URI gateway() {
    return URI.create("ws://127.0.0.1:" + server.getPort() + GATEWAY);
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.equals(GATEWAY)) {
      return new MockResponse.Builder().webSocketUpgrade(gateway).build();
    }
    if (path.startsWith(API + "/webhooks/")
        && failingLater.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return response(400, Refusal.invalidForm(List.of("a fault of the test")).json().toString())
          .build();
    }
    try {
      Optional<Object> answer =
          rest.answer(request, path.substring(API.length()).replace("%40", "@"));
      return response(200, answer.map(Object::toString).orElse("")).build();
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

  /** A slash command; like Discord's clients it only sends what is registered. */
  public FakeInteraction slash(
      Person person, Room room, String command, Map<String, Object> options) {
    DataObject data = new Typed(rest.commands("")).data(command, options);
    FakeInteraction interaction = interaction(null);
    deliver(Events.slash(interaction, person, room, data));
    return interaction;
  }

  /**
   * A press, also of a button that the message had a moment ago, as in a double click.
   *
   * @param button its custom id
   */
  public FakeInteraction press(Person person, FakeMessage on, String button) {
    FakeInteraction interaction = interaction(on);
    deliver(Events.press(interaction, person, Room.LOBBY, on, button));
    return interaction;
  }

  private void deliver(DataObject event) {
    last.set(event);
    gateway.dispatch("INTERACTION_CREATE", event);
  }

  private FakeInteraction interaction(@Nullable FakeMessage pressed) {
    FakeInteraction interaction =
        new FakeInteraction(
            Snowflakes.next(clock),
            "fake-interaction-token-" + tokens.incrementAndGet(),
            clock,
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
    failingLater.set(count);
  }

  /** How many of them are still to come. */
  public int failingLater() {
    return failingLater.get();
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
    server.close();
  }
}
