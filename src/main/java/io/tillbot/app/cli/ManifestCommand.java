package io.tillbot.app.cli;

import io.tillbot.adapter.slack.CommandNames;
import io.tillbot.adapter.slack.ManifestOptions;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.ConfigurationReader;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./tillbot manifest slack|discord}: what to register there, made from the catalogue. */
@Command(
    name = "manifest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints what to register with Slack or Discord, made from the catalogue.")
public final class ManifestCommand implements Callable<Integer> {
  /** The chats that know manifests. */
  enum Chat {
    SLACK,
    DISCORD
  }

  private static final URI EXAMPLE = URI.create("https://tillbot.example.com");

  private final Streams streams;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "slack|discord", description = "for which chat")
  private Chat chat = Chat.SLACK;

  /** How Slack reaches the bot. */
  enum Mode {
    SOCKET,
    HTTP
  }

  @Option(
      names = "--mode",
      paramLabel = "socket|http",
      description =
          "Slack: by a socket that the bot opens, or by posting to it; by default what slack.mode"
              + " says, http with --public-url, else socket")
  private @Nullable Mode mode;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "Slack: how it, and browsers, reach the bot; http.public-url of the configuration by"
              + " default")
  private @Nullable URI publicUrl;

  @Option(
      names = "--installs",
      description = "Slack: other workspaces install the app; so it is with slack.client-id")
  private boolean isInstalled;

  @Option(
      names = "--prefix",
      description = "Slack: put before each command's name, such as acme-, where names are taken")
  private String prefix = "";

  @Option(
      names = "--commands",
      split = ",",
      paramLabel = "NAME",
      description = "Slack: which names are commands of their own; the rest is below /billing")
  private List<String> commands = List.of();

  @Option(names = "--application", paramLabel = "ID", description = "Discord: the application's id")
  private @Nullable String application;

  public ManifestCommand(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try {
      streams
          .out()
          .print(
              switch (chat) {
                case SLACK -> Wiring.slackManifest(slack());
                case DISCORD -> Wiring.discordManifest(Optional.ofNullable(application));
              });
      return ExitCode.OK;
    } catch (IllegalArgumentException wrong) {
      // What is wrong with an option is in the message; options hold no secrets.
      throw new WrongUseException(String.valueOf(wrong.getMessage()));
    }
  }

  private ManifestOptions slack() {
    CommandNames names =
        commands.isEmpty()
            ? CommandNames.standard().withPrefix(prefix)
            : new CommandNames(prefix, new LinkedHashSet<>(commands));
    Configuration configuration = ConfigurationReader.read(environment);
    @Nullable URI configured = configuration.http().publicUrl();
    URI address = publicUrl != null ? publicUrl : configured != null ? configured : EXAMPLE;
    ManifestOptions options =
        switch (mode(configuration.slack())) {
          case SOCKET -> ManifestOptions.overASocket(names);
          case HTTP -> ManifestOptions.overHttp(address, names);
        };
    return isInstalled || isInstalled(configuration.slack())
        ? options.withInstalls(address)
        : options;
  }

  private Mode mode(Configuration.Slack configured) {
    if (mode != null) {
      return mode;
    }
    return switch (configured) {
      case Configuration.Slack.Http _ -> Mode.HTTP;
      case Configuration.Slack.Socket _ -> Mode.SOCKET;
      case Configuration.Slack.Off _ -> publicUrl == null ? Mode.SOCKET : Mode.HTTP;
    };
  }

  private static boolean isInstalled(Configuration.Slack configured) {
    return switch (configured) {
      case Configuration.Slack.Http slack -> slack.install() != null;
      case Configuration.Slack.Socket slack -> slack.install() != null;
      case Configuration.Slack.Off _ -> false;
    };
  }
}
