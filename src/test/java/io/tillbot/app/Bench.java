package io.tillbot.app;

import io.tillbot.adapter.sandbox.Login;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.app.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The whole program against a sandbox of its own, in one process, at a fixed time. */
public final class Bench implements AutoCloseable {
  public static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private Sandbox sandbox;
  private int begun;
  private final Path home;

  /** A policy that allows everything: {@code ann} is not the terminal's own user. */
  public static final Path OPEN_POLICY =
      Path.of("test/resources/open-policy.yaml").toAbsolutePath();

  private final Map<String, String> environment = new HashMap<>();

  private Bench(Sandbox sandbox, Path home) {
    this.sandbox = sandbox;
    this.home = home;
    environment.put("TILLBOT_BILLING_URL", sandbox.whmcs().toString());
    environment.put("TILLBOT_STORE_URL", "jdbc:sqlite:" + home.resolve("data/tillbot.db"));
    environment.put("TILLBOT_STORE_KEYSET_PATH", home.resolve("keys/keyset.json").toString());
    environment.put("TILLBOT_POLICY_PATH", OPEN_POLICY.toString());
  }

  /** Nobody is linked yet. */
  public static Bench start(Path home) {
    return new Bench(Sandbox.start(SandboxOptions.defaults().withClock(NOON)), home);
  }

  /** The sandbox's demo customer is linked as {@code ann}, with an API key. */
  public static Bench linked(Path home) {
    Bench bench = start(home);
    bench.link();
    return bench;
  }

  private void link() {
    Run linked =
        run(
            demo().apiKey() + "\n",
            "link",
            "--platform",
            "console",
            "--kind",
            "api-key",
            "--user",
            "ann");
    if (linked.status() != 0) {
      throw new AssertionError("could not link: " + linked);
    }
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public Login demo() {
    return sandbox.demo();
  }

  public Path home() {
    return home;
  }

  public Map<String, String> environment() {
    return environment;
  }

  /** Starts a fresh sandbox and a fresh store, in which {@code ann} is linked. */
  public void beginAnew() {
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.defaults().withClock(NOON));
    begun++;
    environment.put("TILLBOT_BILLING_URL", sandbox.whmcs().toString());
    environment.put(
        "TILLBOT_STORE_URL", "jdbc:sqlite:" + home.resolve("data-" + begun + "/tillbot.db"));
    environment.put(
        "TILLBOT_STORE_KEYSET_PATH", home.resolve("keys-" + begun + "/keyset.json").toString());
    link();
  }

  /** Runs {@code exec --as ann} with these further arguments. */
  public Run exec(String... arguments) {
    String[] all = new String[arguments.length + 5];
    System.arraycopy(
        new String[] {"exec", "--as", "ann", "--save-to", home.resolve("files").toString()},
        0,
        all,
        0,
        5);
    System.arraycopy(arguments, 0, all, 5, arguments.length);
    return run("", all);
  }

  /** Runs the program with this standard input. */
  public Run run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int status = Main.run(streams, environment, NOON, arguments);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** What a run of the program left behind. */
  public record Run(int status, String out, String err) {}
}
