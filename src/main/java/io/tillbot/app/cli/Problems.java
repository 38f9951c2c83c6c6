package io.tillbot.app.cli;

import io.tillbot.adapter.discord.DiscordException;
import io.tillbot.adapter.store.StoreException;
import io.tillbot.adapter.web.WebException;
import io.tillbot.app.config.ConfigurationException;
import io.tillbot.core.access.CredentialVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells a person what is wrong with the set-up, in sentences; the stack goes to the log. */
public final class Problems implements CommandLine.IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int FINDINGS = 1;

  private final Streams streams;

  public Problems(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    return switch (problem) {
      case ConfigurationException configuration -> {
        streams.err().println("tillbot: the configuration cannot be used:");
        configuration.problems().forEach(line -> streams.err().println("  " + line));
        yield CommandLine.ExitCode.USAGE;
      }
      case StoreException store -> told(store);
      case CredentialVault.VaultException vault -> told(vault);
      case WebException web -> told(web);
      case DiscordException discord -> told(discord);
      case WrongUseException use -> {
        streams.err().println("tillbot: " + use.getMessage());
        yield CommandLine.ExitCode.USAGE;
      }
      default -> {
        LOG.error("command={} failed", command.getCommandName(), problem);
        streams.err().println("tillbot: something went wrong on our side; nothing was lost.");
        yield FINDINGS;
      }
    };
  }

  private int told(Exception problem) {
    streams.err().println("tillbot: " + problem.getMessage());
    return FINDINGS;
  }
}
