package io.tillbot.app.bench;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program as {@code run} starts it, a process of its own, with Discord and the billing system
 * on the same machine: how soon it is ready, how soon it acknowledges, and whether its memory
 * grows.
 *
 * <p>Arguments: commands a second, seconds of a round, rounds, interactions for the memory.
 */
public final class DiscordBench {
  private static final List<Person> PEOPLE = List.of(Person.ANN, Person.EVE, Person.OLGA);
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final FakeDiscord discord = FakeDiscord.start();
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
  private final Path home;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

  private DiscordBench(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int rate = Integer.parseInt(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    int many = Integer.parseInt(arguments[3]);
    DiscordBench bench = new DiscordBench(Files.createTempDirectory("discord-bench"));
    bench.measure(rate, seconds, rounds, many);
    System.exit(0);
  }

  private void measure(int rate, int seconds, int rounds, int many)
      throws IOException, InterruptedException, ExecutionException {
    for (Person person : PEOPLE) {
      link(person);
    }
    long begun = System.nanoTime();
    Process bot = program("run").redirectError(home.resolve("log").toFile()).start();
    try {
      awaitReady(bot);
      print("ready after %.2f s", (System.nanoTime() - begun) / 1e9);
      for (int round = 1; round <= rounds; round++) {
        round("round " + round, rate, rate * seconds);
      }
      long before = heap(bot);
      round("memory", rate * 2, many);
      long after = heap(bot);
      print(
          "heap after collection: %d KiB, after %d interactions %d KiB (%+.1f %%)",
          before, many, after, 100.0 * (after - before) / before);
      print("refused by Discord: %d", discord.refusals().size());
    } finally {
      bot.destroy();
      bot.waitFor(30, TimeUnit.SECONDS);
      bot.destroyForcibly();
    }
  }

  private void link(Person person) throws IOException, InterruptedException {
    Process link =
        program("link", "--platform", "discord", "--user", person.id(), "--kind", "api-key")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = link.getOutputStream()) {
      in.write((sandbox.demo().apiKey() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (link.waitFor() != 0) {
      throw new IllegalStateException("could not link");
    }
  }

  private ProcessBuilder program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.tillbot.app.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command);
    Map<String, String> environment = program.environment();
    environment.put("TILLBOT_BILLING_URL", sandbox.whmcs().toString());
    environment.put("TILLBOT_STORE_URL", "jdbc:sqlite:" + home.resolve("data/tillbot.db"));
    environment.put("TILLBOT_STORE_KEYSET_PATH", home.resolve("keys/keyset.json").toString());
    environment.put(
        "TILLBOT_POLICY_PATH", System.getProperty("bench.policy", "config/policy.yaml"));
    environment.put("TILLBOT_DISCORD_TOKEN", FakeDiscord.TOKEN);
    environment.put("TILLBOT_DISCORD_API_URL", discord.api().toString());
    environment.put("TILLBOT_DISCORD_GATEWAY_URL", discord.gateway().toString());
    for (String limit : List.of("CALLER", "WORKSPACE")) {
      environment.put("TILLBOT_LIMITS_" + limit, "60000");
    }
    return program;
  }

  private static void awaitReady(Process bot) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(bot.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Runs: Discord")) {
        return;
      }
    }
    throw new IllegalStateException("the program did not start; see its log");
  }

  private void round(String name, int rate, int count)
      throws InterruptedException, ExecutionException {
    List<FakeInteraction> given = new ArrayList<>(count);
    AtomicInteger number = new AtomicInteger();
    ScheduledFuture<?> giving =
        timer.scheduleAtFixedRate(
            () -> {
              int i = number.getAndIncrement();
              if (i < count) {
                Person person = PEOPLE.get(i % PEOPLE.size());
                Map<String, Object> options = Map.of("id", "101", "no-pdf", true);
                FakeInteraction one = discord.slash(person, Room.LOBBY, "invoice", options);
                synchronized (given) {
                  given.add(one);
                }
              }
            },
            0,
            TimeUnit.SECONDS.toNanos(1) / rate,
            TimeUnit.NANOSECONDS);
    await(() -> number.get() >= count, Duration.ofSeconds(count / rate * 4L + 60));
    giving.cancel(false);
    List<FakeInteraction> all;
    synchronized (given) {
      all = List.copyOf(given);
    }
    await(() -> all.stream().allMatch(one -> one.answer().isPresent()), LONGEST);
    List<Duration> sorted =
        all.stream().flatMap(one -> one.acknowledgedAfter().stream()).sorted().toList();
    print(
        "%s: %d commands at %d a second, acknowledged: median %d ms, p99 %d ms, most %d ms; %d not"
            + " answered",
        name,
        all.size(),
        rate,
        sorted.get(sorted.size() / 2).toMillis(),
        sorted.get(sorted.size() * 99 / 100).toMillis(),
        sorted.getLast().toMillis(),
        all.stream().filter(one -> one.answer().isEmpty()).count());
  }

  private interface Condition {
    boolean isMet();
  }

  private void await(Condition condition, Duration longest)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.isMet() && System.nanoTime() < end) {
      timer.schedule(() -> true, 20, TimeUnit.MILLISECONDS).get();
    }
  }

  /** In KiB. */
  private static long heap(Process bot) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = Long.toString(bot.pid());
    for (int i = 0; i < 3; i++) {
      new ProcessBuilder(jcmd, pid, "GC.run").start().waitFor();
    }
    Process info = new ProcessBuilder(jcmd, pid, "GC.heap_info").start();
    String text = new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher used = USED.matcher(text);
    if (!used.find()) {
      throw new IllegalStateException("no heap in: " + text);
    }
    return Long.parseLong(used.group(1));
  }

  private static void print(String text, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, text, arguments));
  }
}
