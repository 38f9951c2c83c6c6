package io.tillbot.app.bench;

import io.tillbot.adapter.console.CardRenderer;
import io.tillbot.adapter.console.Screen;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.reply.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long a command takes once the JVM is warm: parsing, the store with its keys and its disk, the
 * client, the card; and, since it runs in the same process, the sandbox's own answers. So the
 * figures are above our own time. What changes something is measured as its preview, and confirmed
 * for two that can be repeated.
 *
 * <p>Arguments: rounds to warm up, rounds to measure.
 */
public final class CommandsBench {
  private static final Caller ANN = Caller.local("ann");

  /** Lines where the catalogue's own example would be refused at once. */
  private static final Map<String, String> LINES =
      Map.of(
          "/server bill", "/server bill 53",
          "/mass-pay", "/mass-pay 101 102",
          "/cancel subscription", "/cancel subscription 43",
          "/cancel undo", "/cancel undo 52",
          "/contact add", "/contact add --email new@example.com --first-name Nia",
          "/contact edit", "/contact edit 501 --last-name Newname",
          "/contact delete", "/contact delete 501",
          "/account edit", "/account edit --last-name Newname");

  private static final Set<String> CONFIRMED = Set.of("/top-up", "/account edit");
  private static final Set<String> LEFT_OUT = Set.of("/billing unlink", "/billing link");

  private final Bot bot;
  private final CardRenderer cards = new CardRenderer(Wiring.texts());
  private final Screen screen = new Screen(Locale.ENGLISH, 100, Screen.Colours.OFF);

  private CommandsBench(Bot bot) {
    this.bot = bot;
  }

  /** Measures and prints a table. */
  public static void main(String[] arguments) throws Exception {
    int warmUp = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Path home = Files.createTempDirectory("tillbot-bench-");
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Wiring wiring = Wiring.of(configuration(sandbox, home), Clock.systemUTC(), ANN)) {
      wiring.accountLink().link(ANN, new Credential.Token(Secret.of(sandbox.demo().token())));
      CommandsBench bench = new CommandsBench(wiring.bot());
      bench.measure(warmUp);
      out.println("| command | median ms | p99 ms |");
      out.println("|---|---|---|");
      bench
          .measure(rounds)
          .forEach(
              (name, nanos) ->
                  out.printf(
                      Locale.ROOT,
                      "| `%s` | %.1f | %.1f |%n",
                      name,
                      at(nanos, 0.5),
                      at(nanos, 0.99)));
      out.flush();
    }
  }

  private static Configuration configuration(Sandbox sandbox, Path home) {
    Configuration defaults = Configuration.defaults();
    return defaults
        .withBilling(defaults.billing().withUrl(sandbox.whmcs()))
        .withStore(
            Configuration.Store.sqlite(
                home.resolve("data/bench.db"), home.resolve("keys/keyset.json")));
  }

  private Map<String, long[]> measure(int rounds) {
    Map<String, long[]> measured = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Command command : Wiring.catalogueToRead().commands()) {
        String name = command.spec().path().toString();
        if (!LEFT_OUT.contains(name)) {
          long[] times = measured.computeIfAbsent(name, _ -> new long[rounds]);
          times[round] = time(line(command.spec(), round), measured, name, round, rounds);
        }
      }
    }
    return measured;
  }

  private long time(String line, Map<String, long[]> measured, String name, int round, int rounds) {
    long start = System.nanoTime();
    Outcome outcome =
        bot.handle(new Invocation(ANN, Place.terminal(), new Invocation.Line(line))).outcome();
    String card = cards.render(outcome, List.of(), screen);
    long took = System.nanoTime() - start;
    if (card.isEmpty() || outcome instanceof Outcome.Unavailable) {
      throw new IllegalStateException(line + ": " + card);
    }
    if (outcome instanceof Outcome.NeedsConfirmation(var _, var ticket)
        && CONFIRMED.contains(name)) {
      long confirmed = System.nanoTime();
      bot.confirm(new Press(ANN, Place.terminal(), ticket));
      measured.computeIfAbsent(name + ", confirmed", _ -> new long[rounds])[round] =
          System.nanoTime() - confirmed;
    }
    return took;
  }

  /** Another name in each round, lest there be nothing to change. */
  private static String line(CommandSpec spec, int round) {
    return LINES
        .getOrDefault(spec.path().toString(), spec.example())
        .replace("Newname", round % 2 == 0 ? "Evenname" : "Oddname");
  }

  private static double at(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
  }
}
