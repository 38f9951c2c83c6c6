package io.tillbot.app.cli;

import io.tillbot.adapter.console.CommandHistory;
import io.tillbot.adapter.console.FileSaver;
import io.tillbot.adapter.console.Repl;
import io.tillbot.adapter.console.Terminal;
import io.tillbot.app.Wiring;
import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Reply;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** The prompt that {@code demo} and {@code console} share. */
record Prompt(Streams streams, Map<String, String> environment) {

  /** What differs: who speaks, where PDFs go, in which language, and what is kept. */
  record Manner(
      Caller caller,
      FilesOption files,
      LanguageOption language,
      Supplier<CommandHistory> history) {}

  /** Talks until the person leaves. */
  void run(Wiring wiring, Manner manner, Reply welcome) {
    try (Terminal terminal =
        new TerminalSetup(streams, environment)
            .editing(manner.language().locale(), manner.history())) {
      new Repl(
              terminal,
              new Talk(wiring, manner.caller()),
              Wiring.texts(),
              new FileSaver(manner.files().directory()))
          .run(welcome);
    }
  }

  /** {@code ~/.local/state/tillbot/history}, or where the XDG base directories say. */
  CommandHistory keptHistory() {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base =
        state.startsWith("/")
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    return CommandHistory.in(base.resolve("tillbot").resolve("history"));
  }
}
