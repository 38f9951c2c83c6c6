package io.tillbot.app.cli;

import io.tillbot.adapter.console.CardRenderer;
import io.tillbot.adapter.console.FileSaver;
import io.tillbot.adapter.console.JsonRenderer;
import io.tillbot.adapter.console.OneShot;
import io.tillbot.adapter.console.Unbroken;
import io.tillbot.adapter.store.StoreException;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.app.config.ConfigurationReader;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.access.Place;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Target;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./tillbot exec}: one command, for people and for scripts. */
@Command(
    name = "exec",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs one command, for example: ./tillbot exec '/invoice 123'",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:answered",
      "1:refused, unavailable, or something is needed first",
      "2:wrong use of tillbot itself",
      "3:outcome unknown",
      "4:pending"
    })
public final class ExecCommand implements Callable<Integer> {
  private final Streams streams;
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private UserOption user = new UserOption();

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean isJson;

  @Option(names = "--yes", description = "confirms what the command asks to be confirmed")
  private boolean isConfirmed;

  @Mixin private FilesOption files = new FilesOption();

  @Mixin private LanguageOption language = new LanguageOption();

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "the line, best in quotes")
  private List<String> words = List.of();

  public ExecCommand(Streams streams, Map<String, String> environment, Clock clock) {
    this.streams = streams;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Invocation invocation =
        new Invocation(user.caller(), Place.terminal(), new Invocation.Line(line(words)));
    Configuration configuration = ConfigurationReader.read(environment);
    try (Wiring wiring = Wiring.of(configuration, clock)) {
      Answer answer = handled(wiring, invocation);
      return isConfirmed && answer.outcome() instanceof Outcome.NeedsConfirmation asked
          ? confirmed(wiring.bot(), asked)
          : show(answer);
    } catch (StoreException broken) {
      return show(unavailable(broken));
    }
  }

  /** What only reads ends with a signal; an approval may send something, which ends first. */
  private Answer handled(Wiring wiring, Invocation invocation) {
    TextParser parser = new TextParser(wiring.catalogue().registry());
    boolean isRead =
        parser.find(line(words)) instanceof Target.OfCommand found
            && found.command().spec().effect() == Effect.READ;
    return isRead
        ? wiring.bot().handle(invocation)
        : new Unbroken(this::sayThatTheEndWaits).run(() -> wiring.bot().handle(invocation));
  }

  /** From here on a signal ends the process only when it has told what became of the change. */
  private int confirmed(Bot bot, Outcome.NeedsConfirmation asked) {
    if (format() == OneShot.Format.CARD) {
      oneShot().preview(asked);
    }
    Press press = new Press(user.caller(), Place.terminal(), asked.ticket());
    return new Unbroken(this::sayThatTheEndWaits).run(() -> show(bot.confirm(press)));
  }

  private void sayThatTheEndWaits() {
    streams.err().println(Wiring.texts().write(Text.of("console.sending.wait"), language.locale()));
  }

  private int show(Answer answer) {
    return oneShot().show(answer.outcome(), answer.correlation().value(), format()).code();
  }

  private OneShot oneShot() {
    Texts texts = Wiring.texts();
    return new OneShot(
        new CardRenderer(texts),
        new JsonRenderer(texts),
        new FileSaver(files.directory()),
        new TerminalSetup(streams, environment).screen(language.locale()),
        streams.out());
  }

  private OneShot.Format format() {
    return isJson ? OneShot.Format.JSON : OneShot.Format.CARD;
  }

  /** A script gets its one object also where the program cannot open its own store. */
  private static Answer unavailable(StoreException broken) {
    String why = Objects.requireNonNullElse(broken.getMessage(), "");
    return new Answer(
        new Outcome.Unavailable(
            Reply.card(Text.of("store.unavailable"))
                .tone(Tone.BAD)
                .body(Text.of("store.unavailable-why", Value.data(why)))
                .build()),
        Wiring.correlations().get());
  }

  /** One word is a whole line; of several, those that hold a blank were quoted in the shell. */
  static String line(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : words.stream()
            .map(word -> word.contains(" ") ? "\"" + word.replace("\"", "\\\"") + "\"" : word)
            .collect(Collectors.joining(" "));
  }
}
