package io.tillbot.app.bench;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.slack.fake.Acknowledgement;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Member;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.adapter.slack.fake.Way;
import io.tillbot.app.Bench;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slash commands at a steady rate, over HTTP, to {@code run} in a process of its own; Slack's
 * stand-in and the sandbox are in this one, on the same machine. What is printed of a round: the
 * time until the acknowledgement, seen from Slack, and the processor time of the bot's whole
 * process for each answered command, its own clean-up and the work that comes round included.
 *
 * <p>Arguments, all optional: commands a second, seconds of a round, rounds to warm up, rounds to
 * measure.
 */
public final class SlackLoad {
  private static final String COMMAND = "/invoice 123 --no-pdf";
  private static final int PEOPLE = 100;
  private static final Pattern PORT = Pattern.compile("HTTP, port (\\d+)");
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  private final FakeSlack slack;
  private final List<Person> people;
  private final ProcessHandle bot;
  private final int rate;
  private final int seconds;

  private SlackLoad(
      FakeSlack slack, List<Person> people, ProcessHandle bot, int rate, int seconds) {
    this.slack = slack;
    this.people = people;
    this.bot = bot;
    this.rate = rate;
    this.seconds = seconds;
  }

  /** Measures and prints a table. */
  public static void main(String[] arguments) throws Exception {
    int rate = argument(arguments, 0, 100);
    int seconds = argument(arguments, 1, 20);
    int warmUp = argument(arguments, 2, 3);
    int rounds = argument(arguments, 3, 3);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path home = Files.createTempDirectory("tillbot-slack-load-");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        FakeSlack slack = new FakeSlack(Clock.systemUTC())) {
      Map<String, String> environment = environment(home, sandbox, slack);
      link(sandbox, environment);
      Process run = started(home, environment);
      try {
        Way way = slack.http(door(run));
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
          people.add(slack.person(id(i), way));
        }
        SlackLoad load = new SlackLoad(slack, people, run.toHandle(), rate, seconds);
        for (int i = 0; i < warmUp; i++) {
          load.round();
        }
        out.println(
            "| answered | late | acknowledged after ms: median | p99 | most | CPU ms each |");
        out.println("|---|---|---|---|---|---|");
        for (int i = 0; i < rounds; i++) {
          out.println(load.round());
        }
      } finally {
        run.destroy();
        run.waitFor();
      }
    }
    System.exit(0);
  }

  private static int argument(String[] arguments, int index, int absent) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : absent;
  }

  private static String id(int number) {
    return "U" + (1_000 + number);
  }

  private static Map<String, String> environment(Path home, Sandbox sandbox, FakeSlack slack) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TILLBOT_BILLING_URL", sandbox.whmcs().toString());
    environment.put("TILLBOT_STORE_URL", "jdbc:sqlite:" + home.resolve("data/tillbot.db"));
    environment.put("TILLBOT_STORE_KEYSET_PATH", home.resolve("keys/keyset.json").toString());
    environment.put("TILLBOT_POLICY_PATH", Bench.OPEN_POLICY.toString());
    environment.put("TILLBOT_LIMITS_CALLER", "99999");
    environment.put("TILLBOT_LIMITS_WORKSPACE", "99999");
    environment.put("TILLBOT_HTTP_PORT", "0");
    environment.put("TILLBOT_SLACK_MODE", "http");
    environment.put("TILLBOT_SLACK_SIGNING_SECRET", FakeSlack.SECRET);
    environment.put("TILLBOT_SLACK_BOT_TOKEN", FakeSlack.TOKEN);
    environment.put("TILLBOT_SLACK_API_URL", slack.here() + "/api/");
    for (int i = 0; i < PEOPLE; i++) {
      slack.team("T1").with(new Member(id(i), "Person " + i, "en-US"));
    }
    return environment;
  }

  private static void link(Sandbox sandbox, Map<String, String> environment) {
    try (Wiring wiring = Wiring.of(ConfigurationReader.read(environment), Clock.systemUTC())) {
      for (int i = 0; i < PEOPLE; i++) {
        wiring
            .accountLink()
            .link(
                new Caller(Platform.SLACK, "T1", id(i)),
                new Credential.Token(Secret.of(sandbox.demo().token())));
      }
    }
  }

  /** As {@code ./tillbot run} starts it. */
  private static Process started(Path home, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Duser.home=" + home,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tillbot.app.Main",
                "run")
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.to(home.resolve("err.txt").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("TILLBOT_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static URI door(Process run) throws IOException {
    BufferedReader out = run.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return URI.create("http://127.0.0.1:" + port.group(1) + "/slack/events");
      }
    }
    throw new IllegalStateException("the bot did not start");
  }

  private String round() throws Exception {
    int count = rate * seconds;
    int before = answered();
    Duration cpu = cpu();
    List<Future<Acknowledgement>> begun = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = start + i * 1_000_000_000L / rate;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        Person person = people.get(i % PEOPLE);
        begun.add(threads.submit(() -> person.types(FakeSlack.CHANNEL, COMMAND)));
      }
    }
    long end = System.nanoTime() + LONGEST_ANSWER.toNanos();
    while (answered() - before < count && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
    }
    int answered = answered() - before;
    double each = cpu().minus(cpu).toNanos() / 1e6 / Math.max(1, answered);
    long[] nanos = new long[count];
    int late = 0;
    for (int i = 0; i < count; i++) {
      Acknowledgement acknowledgement = begun.get(i).get();
      late += acknowledgement.isInTime() ? 0 : 1;
      nanos[i] = acknowledgement.took().toNanos();
    }
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "| %d of %d | %d | %.1f | %.1f | %.1f | %.2f |",
        answered,
        count,
        late,
        nanos[count / 2] / 1e6,
        nanos[count * 99 / 100] / 1e6,
        nanos[count - 1] / 1e6,
        each);
  }

  private int answered() {
    return (int) slack.seen().stream().filter(SlackLoad::isTheInvoice).count();
  }

  private static boolean isTheInvoice(Seen seen) {
    return seen.text().contains("Invoice 123");
  }

  private Duration cpu() {
    return bot.info().totalCpuDuration().orElseThrow();
  }
}
