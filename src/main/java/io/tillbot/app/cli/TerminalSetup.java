package io.tillbot.app.cli;

import io.tillbot.adapter.console.CommandHistory;
import io.tillbot.adapter.console.ConsoleTerminal;
import io.tillbot.adapter.console.EditingTerminal;
import io.tillbot.adapter.console.Screen;
import io.tillbot.adapter.console.StreamTerminal;
import io.tillbot.adapter.console.Terminal;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the terminal can do, from the environment and the process's own console. */
final class TerminalSetup {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalSetup.class);
  private static final int USUAL_WIDTH = 100;
  private static final Pattern WIDTH = Pattern.compile("[1-9][0-9]{1,3}");

  private final Streams streams;
  private final Map<String, String> environment;
  private final @Nullable Console console;

  TerminalSetup(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    this.environment = environment;
    this.console = streams.isStandard() ? interactive() : null;
  }

  /** For a question or two: quickly there, and without an editor. */
  Terminal plain(Locale locale) {
    return console == null
        ? new StreamTerminal(
            new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8)),
            streams.out(),
            screen(locale))
        : new ConsoleTerminal(console, streams.out(), screen(locale));
  }

  /**
   * For a conversation: with an editor where a person sits at a terminal that can move its cursor.
   */
  Terminal editing(Locale locale, Supplier<CommandHistory> history) {
    if (console == null || isDumb()) {
      return plain(locale);
    }
    try {
      return EditingTerminal.open(streams.out(), screen(locale), history.get());
    } catch (IOException none) {
      LOG.warn("the terminal cannot edit lines: {}", none.getMessage());
      return plain(locale);
    }
  }

  Screen screen(Locale locale) {
    boolean isPlain =
        console == null || !environment.getOrDefault("NO_COLOR", "").isEmpty() || isDumb();
    return new Screen(locale, width(), isPlain ? Screen.Colours.OFF : Screen.Colours.ON);
  }

  private boolean isDumb() {
    return environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  private int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return WIDTH.matcher(columns).matches() ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  private static @Nullable Console interactive() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);
  }
}
