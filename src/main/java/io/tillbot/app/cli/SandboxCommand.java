package io.tillbot.app.cli;

import io.tillbot.adapter.sandbox.Login;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.app.Wiring;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./tillbot sandbox}: the simulator of the billing API alone. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "A simulator of whmcs.php and auth.php with invented customers, on 127.0.0.1.",
      "It runs until it is stopped with Ctrl-C."
    })
public final class SandboxCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxCommand.class);

  private final Streams streams;
  private final Clock clock;

  @Option(names = "--port", description = "0, the default, takes a free one")
  private int port;

  @Option(names = "--data", paramLabel = "FILE", description = "keeps changes in this file")
  private @Nullable Path data;

  @Option(names = "--seed", description = "the same seed invents the same data; 1 by default")
  private long seed = 1;

  @Option(names = "--clients", description = "how many customers more, five invoices each")
  private int clients;

  public SandboxCommand(Streams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Sandbox sandbox = start()) {
      describe(sandbox);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
      stopped.await();
    }
    return ExitCode.OK;
  }

  private Sandbox start() {
    SandboxOptions options = options();
    try {
      return Wiring.sandbox(options);
    } catch (RuntimeException cannot) {
      LOG.warn("the sandbox does not start", cannot);
      throw new WrongUseException(
          "the sandbox does not start: is port %d free%s?"
              .formatted(port, data == null ? "" : ", and can " + data + " be written"));
    }
  }

  private SandboxOptions options() {
    if (port < 0 || port > 65_535) {
      throw new WrongUseException("--port is between 0 and 65535");
    }
    if (clients < 0) {
      throw new WrongUseException("--clients is 0 or more");
    }
    SandboxOptions options =
        SandboxOptions.defaults()
            .withClock(clock)
            .withPort(port)
            .withSeed(seed)
            .withExtraClients(clients);
    return data == null ? options : options.withDataFile(data);
  }

  private void describe(Sandbox sandbox) {
    PrintStream out = streams.out();
    Login demo = sandbox.demo();
    out.println("The sandbox answers at  " + sandbox.whmcs());
    out.println("Control addresses       " + sandbox.control());
    out.println("Demo token              " + demo.token());
    out.println("Demo API key            " + demo.apiKey());
    out.println();
    out.println("Use it:  export TILLBOT_BILLING_URL=" + sandbox.whmcs());
    out.println(
        "         echo "
            + demo.apiKey()
            + " | ./tillbot link --platform console --kind api-key --user \"$USER\"");
  }
}
