package io.tillbot.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.adapter.slack.fake.Way;
import io.tillbot.app.Chats;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A workspace with the whole bot in it, reached by one of the two ways. */
final class Office implements AutoCloseable {
  static final String BILLING = "C1";
  static final String FINANCE = "C3";

  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Pattern PORT = Pattern.compile("HTTP, port (\\d+)");
  private static final Pattern SCOPE = Pattern.compile("(?m)^ {6}- ([a-z_.:]+)$");
  private static final Path POLICY = Path.of("test/resources/slack-policy.yaml");

  private final FakeSlack slack;
  private final Sandbox sandbox;
  private final Wiring wiring;
  private final Chats chats;
  private final Way way;

  private Office(
      Path home,
      Route route,
      Clock clock,
      FakeSlack slack,
      Sandbox sandbox,
      Map<String, String> more) {
    this.slack = slack;
    this.sandbox = sandbox;
    Map<String, String> environment = new HashMap<>();
    environment.put("TILLBOT_BILLING_URL", sandbox.whmcs().toString());
    environment.put("TILLBOT_STORE_URL", "jdbc:sqlite:" + home.resolve("data/tillbot.db"));
    environment.put("TILLBOT_STORE_KEYSET_PATH", home.resolve("keys/keyset.json").toString());
    environment.put("TILLBOT_POLICY_PATH", POLICY.toAbsolutePath().toString());
    environment.put("TILLBOT_HTTP_PORT", "0");
    environment.put("TILLBOT_HTTP_PUBLIC_URL", "https://tillbot.example.com/");
    environment.put("TILLBOT_SLACK_MODE", route == Route.HTTP ? "http" : "socket");
    environment.put("TILLBOT_SLACK_BOT_TOKEN", FakeSlack.TOKEN);
    environment.put("TILLBOT_SLACK_API_URL", slack.here() + "/api/");
    if (route == Route.HTTP) {
      environment.put("TILLBOT_SLACK_SIGNING_SECRET", FakeSlack.SECRET);
    } else {
      environment.put("TILLBOT_SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    }
    environment.putAll(more);
    Configuration configuration = ConfigurationReader.read(environment);
    this.wiring = Wiring.of(configuration, clock);
    this.chats = wiring.startChats(configuration);
    this.way = route == Route.HTTP ? slack.http(door()) : slack.socket();
    if (route == Route.SOCKET) {
      Awaitility.await().atMost(LONGEST).until(() -> slack.sockets() > 0);
    }
  }

  /** The bot runs, with the scopes of the shipped manifest. */
  static Office open(Path home, Route route, Clock clock) {
    return open(home, route, clock, Map.of());
  }

  /** The same, configured otherwise. */
  static Office open(Path home, Route route, Clock clock, Map<String, String> more) {
    Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    return open(home, route, clock, sandbox, more);
  }

  /** The same with another sandbox, which ends with it. */
  static Office open(
      Path home, Route route, Clock clock, Sandbox sandbox, Map<String, String> more) {
    FakeSlack slack = new FakeSlack(clock);
    slack.tokens().grantOnly(scopesOfTheManifest());
    return new Office(home, route, clock, slack, sandbox, more);
  }

  private static Set<String> scopesOfTheManifest() {
    try {
      Set<String> scopes =
          SCOPE
              .matcher(Files.readString(Path.of("../config/slack-manifest.yaml")))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toSet());
      assertThat(scopes).contains("commands");
      return scopes;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private URI door() {
    Matcher port = PORT.matcher(String.join("\n", chats.names()));
    assertThat(port.find()).isTrue();
    return URI.create("http://127.0.0.1:" + port.group(1) + "/slack/events");
  }

  FakeSlack slack() {
    return slack;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Wiring wiring() {
    return wiring;
  }

  Way way() {
    return way;
  }

  /** Somebody of the workspace. */
  Person person(String user) {
    return slack.person(user, way);
  }

  /** The same, with the demo customer's account linked. */
  Person linked(String user) {
    return linked(user, new Credential.Token(Secret.of(sandbox.demo().token())));
  }

  /** The same with another account. */
  Person linked(String user, Credential credential) {
    wiring.accountLink().link(new Caller(Platform.SLACK, "T1", user), credential);
    return person(user);
  }

  /** Waits until a person sees a message with that text in it, and gives the last such one. */
  static Seen awaits(Person person, String text) {
    return Awaitility.await(person.name() + " is to see: " + text)
        .atMost(LONGEST)
        .until(() -> last(person, text), Optional::isPresent)
        .orElseThrow();
  }

  /** The last message with that text which the person sees now. */
  static Optional<Seen> last(Person person, String text) {
    List<Seen> seen = person.sees();
    return seen.reversed().stream().filter(message -> text(message).contains(text)).findFirst();
  }

  /** Everything that stands in a message. */
  static String text(Seen message) {
    return message.text() + "\n" + String.join("\n", message.texts());
  }

  /** Ends a journey: nothing was refused, and what was to be seen can be read. */
  void endJourney(String name) {
    slack.writeTranscript(name + "-" + way.name());
    assertThat(slack.refusals()).isEmpty();
    assertThat(slack.api().made())
        .filteredOn(call -> !call.answer().get("ok").getAsBoolean())
        .as("calls that Slack refused")
        .isEmpty();
  }

  @Override
  public void close() {
    chats.close();
    wiring.close();
    sandbox.close();
    slack.close();
  }
}
