package io.tillbot.app.cli;

import io.tillbot.adapter.console.CardRenderer;
import io.tillbot.adapter.console.ExitStatus;
import io.tillbot.adapter.console.Terminal;
import io.tillbot.adapter.console.Typed;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.OperatorAction;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Platform;
import io.tillbot.core.link.LinkForm;
import io.tillbot.core.reply.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tillbot link}: an operator links a user; the secret comes from standard input alone. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Links a chat user to a billing account. The token or API key is read from standard input,",
      "so that it stands in no command line and no shell history.",
      "",
      "Example: ./tillbot link --platform console --workspace local --user ann < token.txt"
    })
public final class LinkCommand implements Callable<Integer> {
  private static final int LONGEST_SECRET = 8192;

  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Option(names = "--platform", required = true, description = "console, slack or discord")
  private Platform platform = Platform.CONSOLE;

  @Option(
      names = "--workspace",
      description = "Slack's team or enterprise id; local for the console; none on Discord")
  private @Nullable String workspace;

  @Option(
      names = "--user",
      description = "the platform's user id; a terminal user is you by default")
  private @Nullable String user;

  @Option(names = "--kind", description = "token (the default) or api-key")
  private String kind = "token";

  @Mixin private LanguageOption language = new LanguageOption();

  public LinkCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Caller caller = caller();
    if (!kind.equals("token") && !kind.equals("api-key")) {
      throw new WrongUseException("--kind is token or api-key");
    }
    Credential credential =
        LinkForm.credential(kind, secret())
            .orElseThrow(
                () ->
                    new WrongUseException(
                        "standard input must hold one token or API key and nothing else"));
    try (Wiring wiring = Wiring.of(ConfigurationReader.read(environment), clock)) {
      Outcome outcome =
          wiring
              .bot()
              .operate(
                  Wiring.operator(),
                  new OperatorAction(
                      "link",
                      Map.of("platform", platform.id(), "kind", kind),
                      Optional.of(caller),
                      () -> wiring.accountLink().link(caller, credential)))
              .outcome();
      streams
          .out()
          .print(
              new CardRenderer(Wiring.texts())
                  .render(
                      outcome,
                      List.of(),
                      new TerminalSetup(streams, environment).screen(language.locale())));
      if (outcome instanceof Outcome.Refused && kind.equals("token")) {
        streams.err().println("It was tried as a session token; for an API key: --kind api-key");
      }
      return ExitStatus.of(outcome).code();
    }
  }

  private Caller caller() {
    String place = workspace == null && platform == Platform.CONSOLE ? "local" : workspace;
    if (platform == Platform.CONSOLE && !"local".equals(place)) {
      throw new WrongUseException("the console's workspace is local");
    }
    boolean takesWorkspace = platform != Platform.DISCORD;
    if (takesWorkspace != (place != null)) {
      throw new WrongUseException(
          takesWorkspace
              ? "--workspace is missing: the team's id"
              : "Discord takes no --workspace");
    }
    String name =
        user == null && platform == Platform.CONSOLE ? System.getProperty("user.name") : user;
    if (name == null) {
      throw new WrongUseException("--user is missing: the user's id");
    }
    if (!Caller.isId(name) || (place != null && !Caller.isId(place))) {
      throw new WrongUseException(
          "--user and --workspace are ids: letters, digits and . _ @ + -, at most 64");
    }
    return new Caller(platform, place, name);
  }

  /** Typed at a terminal it is not shown; otherwise it is all of standard input. */
  private String secret() throws IOException {
    Terminal terminal = new TerminalSetup(streams, environment).plain(language.locale());
    if (terminal.canHide()) {
      return terminal.readHidden("Token or API key (not shown): ")
              instanceof Typed.Line(String typed)
          ? typed
          : "";
    }
    return new String(streams.in().readNBytes(LONGEST_SECRET), StandardCharsets.UTF_8);
  }
}
