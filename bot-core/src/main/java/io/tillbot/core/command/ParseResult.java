package io.tillbot.core.command;

import io.tillbot.core.reply.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a line. */
public sealed interface ParseResult {

  /** A command with all its options. */
  record Parsed(Command command, Options options) implements ParseResult {}

  /** A parent without a leaf: what could follow. */
  record Parent(String word, List<Command> leaves) implements ParseResult {
    public Parent {
      leaves = List.copyOf(leaves);
    }
  }

  /**
   * Not a command.
   *
   * @param problems each says which word was wrong and what would be right; at least one
   * @param spec the command that was meant, when it was recognised
   */
  record Failed(List<Text> problems, @Nullable CommandSpec spec) implements ParseResult {
    public Failed {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a failure says why");
      }
    }
  }
}
