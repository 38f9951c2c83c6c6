package io.tillbot.app;

import io.tillbot.adapter.console.CommandHistory;
import io.tillbot.adapter.console.Conversation;
import io.tillbot.adapter.console.EditingTerminal;
import io.tillbot.adapter.console.FileSaver;
import io.tillbot.adapter.console.Proposal;
import io.tillbot.adapter.console.Repl;
import io.tillbot.adapter.console.Screen;
import io.tillbot.adapter.texts.BundledTexts;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A prompt whose every command is a change; it takes as long as a test likes. */
final class AskingProgram {
  private AskingProgram() {}

  /** The argument is the port at which a change waits for a byte before it is done. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Screen screen = new Screen(Locale.ENGLISH, 80, Screen.Colours.ON);
    try (EditingTerminal terminal = EditingTerminal.open(out, screen, CommandHistory.inMemory())) {
      new Repl(
              terminal,
              new Changes(Integer.parseInt(arguments[0])),
              new BundledTexts(),
              new FileSaver(Path.of("downloads")))
          .run(Reply.of(Text.of("welcome.console")));
    }
  }

  private record Changes(int port) implements Conversation {
    @Override
    public Outcome say(String line) {
      return new Outcome.NeedsConfirmation(
          Reply.of(Text.of("confirm.stale")), new TicketId("ticket-of-a-change-0123456789"));
    }

    @Override
    public Outcome answer(Form form, Map<String, String> answers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Text> check(Form form, Map<String, String> answers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome confirm(TicketId ticket) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new Outcome.Answered(
            Reply.of(Text.of(socket.getInputStream().read() < 0 ? "bot.broken" : "link.linked")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Outcome stop(TicketId ticket) {
      return new Outcome.Answered(Reply.of(Text.of("confirm.stopped")));
    }

    @Override
    public List<CommandSpec> commands() {
      return List.of();
    }

    @Override
    public List<Proposal> suggested(CommandSpec command, OptionSpec<?> option) {
      return List.of();
    }
  }
}
