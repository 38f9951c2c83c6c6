package io.tillbot.core.command;

import io.tillbot.core.reply.Text;
import java.util.List;

/** What the first words of a line name. */
public sealed interface Target {

  /**
   * A command.
   *
   * @param words what follows its name, not yet read
   */
  record OfCommand(Command command, List<Tokens.Token> words) implements Target {
    public OfCommand {
      words = List.copyOf(words);
    }
  }

  /** A parent without a leaf. */
  record OfParent(String word, List<Command> leaves) implements Target {
    public OfParent {
      leaves = List.copyOf(leaves);
    }
  }

  /** Nothing that we know; the problem says which word was wrong and what would be right. */
  record Unknown(Text problem) implements Target {}
}
