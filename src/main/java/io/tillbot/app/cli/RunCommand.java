package io.tillbot.app.cli;

import io.tillbot.app.Chats;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.ConfigurationReader;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code ./tillbot run}: every chat that is configured, and the worker, until a signal ends it. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the bot in every chat that is configured (config/tillbot.yaml), until it is stopped",
      "with Ctrl-C or SIGTERM; commands that run are finished first. With no chat configured it is",
      "the worker that sends held changes and looks again at those whose outcome is unknown."
    })
public final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  /** Longer than all chats together take to let their commands finish. */
  private static final long LONGEST_GOODBYE_SECONDS = 200;

  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  public RunCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = ConfigurationReader.read(environment);
    refuseInstallsWithoutAPage(configuration);
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (Wiring wiring = Wiring.of(configuration, clock);
        Chats chats = wiring.startChats(configuration)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stopped, closed)));
      chats.names().forEach(name -> streams.out().println("Runs: " + name));
      streams.out().flush();
      stopped.await();
    } finally {
      closed.countDown();
    }
    return ExitCode.OK;
  }

  /** The process must not end before what runs has come to its end. */
  private static void end(CountDownLatch stopped, CountDownLatch closed) {
    stopped.countDown();
    try {
      if (!closed.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("stopped before everything had come to its end");
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuseInstallsWithoutAPage(Configuration configuration) {
    boolean isToBeInstalled =
        switch (configuration.slack()) {
          case Configuration.Slack.Off _ -> false;
          case Configuration.Slack.Http slack -> slack.install() != null;
          case Configuration.Slack.Socket slack -> slack.install() != null;
        };
    if (isToBeInstalled && configuration.http().publicUrl() == null) {
      throw new WrongUseException(
          "slack.client-id: the page by which workspaces install the app needs http.public-url");
    }
  }
}
