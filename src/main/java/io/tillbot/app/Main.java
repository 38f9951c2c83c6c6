package io.tillbot.app;

import io.tillbot.app.cli.AuditCommand;
import io.tillbot.app.cli.ConsoleCommand;
import io.tillbot.app.cli.DemoCommand;
import io.tillbot.app.cli.DoctorCommand;
import io.tillbot.app.cli.ExecCommand;
import io.tillbot.app.cli.KeysCommand;
import io.tillbot.app.cli.LinkCommand;
import io.tillbot.app.cli.ManifestCommand;
import io.tillbot.app.cli.Problems;
import io.tillbot.app.cli.RunCommand;
import io.tillbot.app.cli.SandboxCommand;
import io.tillbot.app.cli.Streams;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Tillbot. */
@Command(
    name = "tillbot",
    mixinStandardHelpOptions = true,
    version = "Tillbot 0.1.0",
    description = "A hosting customer's billing account in the chat where the team works.",
    subcommands = {
      DemoCommand.class,
      ExecCommand.class,
      ConsoleCommand.class,
      LinkCommand.class,
      SandboxCommand.class,
      RunCommand.class,
      DoctorCommand.class,
      ManifestCommand.class,
      KeysCommand.class,
      AuditCommand.class,
      CommandLine.HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Start with: ./tillbot demo"})
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.standard(), System.getenv(), Clock.systemUTC(), arguments));
  }

  /**
   * Runs the command.
   *
   * @return the exit status; 2 for a wrong use of the command line or of the configuration
   */
  static int run(
      Streams streams, Map<String, String> environment, Clock clock, String... arguments) {
    CommandLine line = new CommandLine(new Main(), new CommandFactory(streams, environment, clock));
    line.setOut(streams.printWriter());
    line.setErr(streams.errorWriter());
    // A chat line may begin with @: it must never name a file to be read.
    line.setExpandAtFiles(false);
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Problems(streams));
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    int status = line.execute(arguments);
    // A full disk behind a redirection must not look like an answer.
    boolean isLost = streams.out().checkError();
    return status == CommandLine.ExitCode.OK && isLost ? CommandLine.ExitCode.SOFTWARE : status;
  }
}
